"""The slip designer's form without a browser: what it shows is what it sends, and lines keep their order."""

from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.plan import Words
from hallctl.core.plan.paper_rules import USUAL_TICKET, SlipLook, TicketLine
from hallctl.web.setup.paper_forms import PARTS, SIZES, Row, look_of, rows_of, settings_of


def form_of(rows: list[Row], **more: str) -> dict[str, list[str]]:
    """What a browser sends for those rows."""
    sent: dict[str, list[str]] = {name: [value] for name, value in more.items()}
    for row in rows:
        sent[f"place-{row.name}"] = [str(row.place)]
        if row.is_shown:
            sent[f"show-{row.name}"] = ["1"]
        if row.has_size:
            sent[f"size-{row.name}"] = [row.size]
    return sent


LINES = st.lists(
    st.builds(
        lambda line, size: TicketLine(line=line, size=size if line in {"hall", "ahead"} else ""),
        st.sampled_from([part for part in PARTS["ticket"] if part != "rule"]),
        st.sampled_from(["", *SIZES]),
    ),
    min_size=1,
    unique_by=lambda one: one.line,
)


@given(LINES)
def test_a_form_that_is_not_touched_changes_nothing(lines: list[TicketLine]) -> None:
    look = look_of("ticket", form_of(rows_of("ticket", lines)), "")
    assert look == SlipLook(lines=tuple(lines))


def test_every_line_has_its_row_once_and_lines_across_have_four() -> None:
    for slip in ("ticket", "receipt"):
        rows = rows_of(slip, ())
        names = [row.name for row in rows]
        assert len(set(names)) == len(names) == len(PARTS[slip]) + 3
        assert [row.place for row in rows] == list(range(1, len(rows) + 1))


def test_the_usual_slip_is_left_to_its_default() -> None:
    form = form_of(rows_of("ticket", USUAL_TICKET), footer_vi=" Xin cảm ơn ", footer_en="")
    assert settings_of("ticket", form) == {"lines": None, "footer": {"vi": "Xin cảm ơn", "en": ""}}


def test_a_line_moved_up_comes_first_and_one_unticked_goes() -> None:
    form = form_of(rows_of("ticket", ()))
    form["place-qr"] = ["0"]
    del form["show-then"]
    lines = settings_of("ticket", form)["lines"]
    assert lines[0] == {"line": "qr"}
    assert {"line": "then"} not in lines


def test_odd_places_and_sizes_do_no_harm() -> None:
    form = form_of(rows_of("ticket", ()))
    form["place-number"], form["size-hall"], form["size-qr"] = ["last"], ["gigantic"], ["huge"]
    lines = settings_of("ticket", form)["lines"]
    assert lines[-1] == {"line": "number"}
    assert {"line": "hall"} in lines
    assert {"line": "qr"} in lines


def test_closing_words_need_their_vietnamese_to_be_shown() -> None:
    look = look_of("receipt", {"footer_vi": ["Cảm ơn"], "footer_en": ["Thank you"]}, "")
    assert look.footer == Words("Cảm ơn", "Thank you")
