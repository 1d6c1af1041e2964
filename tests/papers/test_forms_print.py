"""``hallctl forms print`` and the register's address: forms 06 and 07 of a hall that lived a day."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hallctl.applicants.applicant import Applicant, Looker
from tests.forms.pdf import needs_poppler, words_on
from tests.hall_clients import wish
from tests.journal.back_office_day import live_a_full_day_with_runs
from tests.journal.lived_in import applicants_of, lived_in
from tests.verbs import problem, said
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.working_hall import FIVE_DAYS

CARRIED = "H00.01-261124-0006"
DAY = ("--from", "2026-11-24", "--to", "2026-11-24")


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("hall"), live_a_full_day_with_runs)


@needs_poppler
def test_the_control_slip_of_a_dossier_that_was_carried(hall: Path, tmp_path: Path) -> None:
    paper = tmp_path / "06.pdf"
    assert said("forms", "print", "06", CARRIED.lower(), "--pdf", paper, "--hall", hall)
    words = words_on(paper.read_bytes())
    assert CARRIED in words
    assert words.count("1. Giao:") == 5, "there and back, and three for a pen"
    assert "Trước hạn" in words


@needs_poppler
def test_the_register_of_a_field_without_and_with_names(hall: Path, tmp_path: Path) -> None:
    with closing(applicants_of(hall)) as store:
        store.keep(CARRIED, Applicant(name="Nguyễn Thị Hoa", phone="0900"), Looker("test"))
    paper = tmp_path / "07.pdf"
    asked = ("forms", "print", "07", *DAY, "--field", "Đất đai", "--pdf", paper, "--hall", hall)
    said(*asked)
    words = words_on(paper.read_bytes())
    assert "Tổng số: 7 hồ sơ" in words
    assert "Nguyễn" not in words
    said(*asked, "--names")
    assert "Nguyễn Thị Hoa" in words_on(paper.read_bytes())
    with closing(applicants_of(hall)) as store:
        assert [one.act for one in store.looks(CARRIED)][-1] == "printed"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("06",), "name the dossier: hallctl forms print 06 CODE"),
        (("06", "A017"), "it is not agency-YYMMDD-serial"),
        (("06", "H00.01-261124-0099"), "there is no dossier H00.01-261124-0099"),
        (("01", CARRIED), "'01' is printed at a counter; here there are 06 and 07"),
        (("07", CARRIED), "form 07 is of a period"),
        (
            ("07", "--field", "Phép thuật"),
            "no dossier was received in that field; there are: Đất đai",
        ),
        (("07", "--from", "2026-12-02", "--to", "2026-12-01"), "the period ends on 2026-12-01"),
        (("07", "--from", "soon"), "'soon' is no day"),
    ],
)
def test_what_can_t_be_printed_is_told(hall: Path, words: tuple[str, ...], complaint: str) -> None:
    assert complaint in problem("forms", "print", *words, "--hall", hall)


@pytest.fixture(scope="module")
def at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    with closing(HallAtWork(tmp_path_factory.mktemp("register") / "hall")) as hall:
        hall.open("1")
        granted(hall.wire("counter-1").ask(wish("ReceiveDossier", procedure=FIVE_DAYS)))
        yield hall


@needs_poppler
def test_a_counter_prints_the_register(at_work: HallAtWork) -> None:
    reply = at_work.wire("counter-1").get("/api/registers/07.pdf")
    assert reply.status == 200
    assert "Tổng số: 1 hồ sơ" in words_on(reply.body)


@pytest.mark.parametrize(
    ("station", "query", "status"),
    [
        ("board-1", "", 403),
        ("counter-1", "?from=never", 422),
        ("counter-1", "?from=2026-12-02&to=2026-12-01", 422),
        ("counter-1", "?field=nothing", 422),
        ("counter-1", "?names=0", 200),
    ],
)
def test_what_the_register_answers(
    at_work: HallAtWork, station: str, query: str, status: int
) -> None:
    assert at_work.wire(station).get(f"/api/registers/07.pdf{query}").status == status
