"""Files that come in: what is right is read exactly, what is wrong is named with its row."""

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallctl.catalogue.problems import CatalogueError
from hallctl.catalogue.remarks import remarks_on
from hallctl.core.catalogue import Elsewhere, Fee, Offer
from hallctl.core.deadlines import Term
from tests.catalogue.listings import BIRTH, COPY, Row, csv_file, entries_in, excel_file


def problems(path: Path) -> list[str]:
    """Every line of what is wrong with that file, without its name."""
    with pytest.raises(CatalogueError) as caught:
        entries_in(path)
    return [str(one).removeprefix(f"{path.name}: ") for one in caught.value.problems]


def wrong(folder: Path, row: Row) -> str:
    """The one problem of the birth procedure's row with these cells."""
    (only,) = problems(csv_file(folder / "new.csv", BIRTH | row))
    return only


def test_a_row_becomes_the_procedure_that_the_rules_know(tmp_path: Path) -> None:
    copy, birth = reversed(entries_in(csv_file(tmp_path / "new.csv", BIRTH, COPY)))
    assert birth.procedure.procedure == "1.001193"
    assert birth.procedure.service == "civil-status"
    assert birth.procedure.has_cut_off
    assert birth.procedure.offers == {"counter": Offer(Term(), Fee(0))}
    assert copy.procedure.offers["counter"] == Offer(Term(2), Fee(2000, "VND", "/trang"))
    assert copy.levels == ("xa", "khac")


@pytest.mark.parametrize(
    ("time", "unit", "term"),
    [
        ("1", "", Term(0)),
        ("0", "", Term(0)),
        ("", "", None),
        ("5", "", Term(5, "working_day")),
        ("1.5", "working_day", Term(1.5)),
        ("10", "day", Term(10, "calendar_day")),
        ("8", "hour", Term(8, "hour")),
        ("3", "month", Term(3, "month")),
    ],
)
def test_an_unwritten_unit_means_the_same_day(
    tmp_path: Path, time: str, unit: str, term: Term | None
) -> None:
    row = COPY | {"counter_time": time, "counter_unit": unit}
    (entry,) = entries_in(csv_file(tmp_path / "new.csv", row))
    assert entry.procedure.offers["counter"].term == term


def test_each_channel_has_its_own_time_and_fee(tmp_path: Path) -> None:
    row = COPY | {"online_time": "1", "online_unit": "hour", "post_fee": "30000"}
    (entry,) = entries_in(csv_file(tmp_path / "new.csv", row))
    assert entry.procedure.offers["online"] == Offer(Term(1, "hour"))
    assert entry.procedure.offers["post"].fee == Fee(30000, "VND", "/trang")


def test_a_line_without_a_service_is_handled_elsewhere(tmp_path: Path) -> None:
    nowhere = BIRTH | {"service": ""}
    moved = COPY | {"elsewhere": "Văn phòng công chứng", "elsewhere_why": "Theo quy định"}
    copy, birth = reversed(entries_in(csv_file(tmp_path / "new.csv", nowhere, moved)))
    assert birth.procedure.elsewhere == Elsewhere("Bộ Tư pháp")
    assert copy.procedure.elsewhere == Elsewhere("Văn phòng công chứng", "Theo quy định")


def test_a_procedure_may_come_to_the_hall_on_a_day(tmp_path: Path) -> None:
    (entry,) = entries_in(csv_file(tmp_path / "new.csv", BIRTH | {"here_from": "2027-01-01"}))
    assert not entry.procedure.is_handled(date(2026, 12, 31))
    assert entry.procedure.is_handled(date(2027, 1, 1))


@pytest.mark.parametrize("divider", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_spreadsheets_may_write_csv_in_their_own_way(
    tmp_path: Path, divider: str, encoding: str
) -> None:
    file = csv_file(tmp_path / "new.csv", BIRTH, COPY, divider=divider, encoding=encoding)
    assert entries_in(file) == entries_in(csv_file(tmp_path / "plain.csv", BIRTH, COPY))


def test_accents_are_composed_and_spaces_single(tmp_path: Path) -> None:
    row = BIRTH | {"name": "Khai  sinh\n cho tre\u0309"}
    (entry,) = entries_in(csv_file(tmp_path / "new.csv", row))
    assert entry.procedure.name == "Khai sinh cho trẻ"


def test_a_workbook_says_the_same_as_a_csv(tmp_path: Path) -> None:
    in_numbers = {"counter_time": 1, "counter_fee": 0.0, "after15h_rule": True}
    book = excel_file(tmp_path / "new.xlsx", BIRTH | in_numbers, COPY | {"counter_time": 2.0})
    assert entries_in(book) == entries_in(csv_file(tmp_path / "new.csv", BIRTH, COPY))


def test_a_workbook_s_dates_are_days(tmp_path: Path) -> None:
    row = BIRTH | {"here_from": datetime(2027, 1, 1)}  # noqa: DTZ001 - as Excel has them
    (entry,) = entries_in(excel_file(tmp_path / "new.xlsx", row))
    assert entry.procedure.here_from == date(2027, 1, 1)


def test_a_code_that_excel_took_for_a_number_is_named(tmp_path: Path) -> None:
    (line,) = problems(excel_file(tmp_path / "new.xlsx", BIRTH | {"code": 1.0012}))
    assert line == (
        "row 2, code: 1.0012 is kept as a number and has lost its zeroes;"
        " make the column Text and type the code again"
    )


@pytest.mark.parametrize("code", ["1.001200", "1.001200.H38", "C08_XPHCDB", "6.003494"])
def test_a_code_is_a_text(tmp_path: Path, code: str) -> None:
    (entry,) = entries_in(csv_file(tmp_path / "new.csv", BIRTH | {"code": code}))
    assert entry.code == code


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"code": ""}, "row 2, code: is empty; write the procedure's code, such as 1.001193"),
        ({"code": "1.0012"}, "row 2, code: '1.0012' looks as if it had lost its zeroes"),
        ({"code": "../x"}, "row 2, code: '../x' is no code"),
        ({"name": " "}, "row 2, name: is empty; write the procedure's name"),
        ({"name": "a" * 4001}, "row 2, name: is too long"),
        ({"counter_time": "5 ngày"}, "row 2, counter_time: '5 ngày' is not a number"),
        ({"counter_time": "1,5"}, "row 2, counter_time: '1,5' is not a number"),
        ({"counter_time": "-1"}, "row 2, counter_time: '-1' is not a number"),
        ({"counter_time": "nan"}, "row 2, counter_time: 'nan' is not a number"),
        ({"counter_time": "9999"}, "row 2, counter_time: is too long; write at most 3,660"),
        ({"counter_unit": "wrking_day"}, "did you mean 'working_day'?"),
        ({"online_unit": "hour"}, "row 2, online_unit: has no time"),
        ({"counter_fee": "2.000đ"}, "row 2, counter_fee: '2.000đ' is not a number"),
        ({"counter_cur": "đồng"}, "row 2, counter_cur: 'đồng' is no currency"),
        ({"levels": "xa|huyen"}, "row 2, levels: 'huyen' is unknown"),
        ({"after15h_rule": "yes"}, "row 2, after15h_rule: 'yes' is unknown; use one of: 0, 1"),
        ({"here_from": "1/1/2027"}, "row 2, here_from: '1/1/2027' is no day"),
        ({"here_from": "2027-01-01", "service": ""}, "row 2, here_from: has no service"),
        ({"elsewhere_why": "xa"}, "row 2, elsewhere_why: has no place"),
    ],
)
def test_a_bad_cell_is_named_with_its_row_its_column_and_what_to_do(
    tmp_path: Path, row: Row, said: str
) -> None:
    line = wrong(tmp_path, row)
    assert said in line
    assert "; " in line


def test_every_bad_row_is_named_not_only_the_first(tmp_path: Path) -> None:
    rows = [BIRTH, COPY | {"code": ""}, COPY | {"name": ""}, BIRTH]
    assert [line.partition(":")[0] for line in problems(csv_file(tmp_path / "new.csv", *rows))] == [
        "row 3, code",
        "row 4, name",
        "row 5, code",
    ]


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    file = tmp_path / "new.csv"
    file.write_text('code,name\n1.000001,"one\nin two lines"\n\n,,\n1.000002,\n', "utf-8")
    assert [line.partition(":")[0] for line in problems(file)] == ["row 5, name"]


def test_a_code_given_twice_names_both_rows(tmp_path: Path) -> None:
    (line,) = problems(csv_file(tmp_path / "new.csv", BIRTH, COPY, BIRTH))
    assert line == "row 4, code: 1.001193 stands in row 2 already; keep one of the two"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code\n1.001193\n", "row 1: the column 'name' is missing"),
        ("code,name,nmae\na,b,c\n", "row 1: there is no column 'nmae'; did you mean 'name'?"),
        ("code,name,name\nA,b,c\n", "row 1, name: stands there twice; keep one of them"),
        ("code,name\nA,b,c\n", "row 2, column 3: 'c' has no column name"),
        ("code,name\n", "holds no procedure"),
        ("", "row 1: the column 'code' is missing"),
        ('code,name\nA,"b\n', "row 2: can't be told apart"),
        ('code,name\nA,b"c"d\nB,"e"f\n', "row 3: can't be told apart"),
        ("code,name\nA,b\0c\n", "is no table of text"),
    ],
)
def test_a_bad_table_is_refused_as_a_whole(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "new.csv"
    file.write_text(text, "utf-8")
    assert said in problems(file)[0]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("new.csv", "code,name\nA,Phép".encode("latin-1"), "is not UTF-8 text"),
        ("new.xlsx", b"no workbook", "is no Excel workbook"),
        ("new.xls", b"old", "'.xls' is no table; save it as .csv or .xlsx"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert said in problems(tmp_path / name)[0]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "can't be read: No such file" in problems(tmp_path / "none.csv")[0]


def test_gaps_in_a_listing_are_remarked_upon(tmp_path: Path) -> None:
    rows = [
        COPY | {"counter_unit": "", "code": "1.000001"},
        COPY | {"counter_fee_note": "", "code": "1.000002"},
        COPY | {"service": "", "department": "", "code": "1.000003"},
        COPY,
    ]
    remarks = remarks_on(entries_in(csv_file(tmp_path / "new.csv", *rows)))
    assert [one.codes for one in remarks] == [("1.000001",), ("1.000002",), ("1.000003",)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(cells=st.dictionaries(st.sampled_from(sorted(BIRTH)), st.text(max_size=12)))
def test_whatever_the_cells_hold_it_is_read_or_named(tmp_path: Path, cells: dict[str, str]) -> None:
    file = csv_file(tmp_path / "any.csv", BIRTH | cells)
    with suppress(CatalogueError):
        (entry,) = entries_in(file)
        assert entry.procedure.name == entry.facts["name"]


@pytest.mark.parametrize(
    "written", ["Tờ khai|Giấy chứng sinh", " Tờ  khai \n|Giấy chứng sinh|Tờ khai|"]
)
def test_papers_are_read_in_order_each_once(tmp_path: Path, written: str) -> None:
    for file in (csv_file(tmp_path / "new.csv", BIRTH | {"papers": written}),
                 excel_file(tmp_path / "new.xlsx", BIRTH | {"papers": written})):  # fmt: skip
        (birth,) = entries_in(file)
        assert birth.procedure.papers == ("Tờ khai", "Giấy chứng sinh")
        assert birth.facts["papers"] == "Tờ khai|Giấy chứng sinh"


def test_a_list_of_papers_that_is_too_long_is_named(tmp_path: Path) -> None:
    many = "|".join(f"Giấy {n}" for n in range(31))
    assert wrong(tmp_path, {"papers": many}) == "row 2, papers: lists 31; name at most 30"
    assert "is too long" in wrong(tmp_path, {"papers": "x" * 201})
