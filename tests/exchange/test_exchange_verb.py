"""``hallctl exchange`` against a running hall: a dry run that tells, an import that is done once, an export."""

import csv
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from hallctl.core.dossier_time import wall_clock
from hallctl.exchange.links import Links
from hallctl.journal.sqlite_journal import open_database
from hallctl.settings import read_hall
from tests.simulated import StoppedClock, live
from tests.verbs import problem, said, say
from tests.web.hall_at_work import HallAtWork

MAPPING = """
system = "province"
format = "{form}"

[columns]
code = "MaHoSo"
dossier = "MaCuaTrungTam"
procedure = "MaTTHC"
channel = "Kenh"
state = "TrangThai"
complete_at = "TiepNhan"
reason = "LyDo"

[values.channel]
"1" = "counter"
"2" = "online"

[values.state]
"Mới" = "received"
"Đã xử lý xong" = "finished"
"Từ chối" = "refused"
"""
HEAD = "MaHoSo,MaTTHC,Kenh,TrangThai,TiepNhan,LyDo\n"


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    hall = HallAtWork(live(tmp_path_factory.mktemp("exchange") / "hall"), StoppedClock())
    yield hall
    hall.close()


@pytest.fixture
def procedure(hall: HallAtWork) -> str:
    plan = read_hall(hall.directory.path).plan
    today = StoppedClock().today()
    offered = plan.dossiers.catalogue_on(today).procedures.values()
    return next(one.procedure for one in offered if one.is_handled(today) and one.term("online"))


class Desk:
    """A folder with the mapping and the other system's file."""

    def __init__(self, hall: HallAtWork, folder: Path, form: str = "csv") -> None:
        self.mapping, self.file = folder / "mapping.toml", folder / f"dossiers.{form}"
        self.mapping.write_text(MAPPING.format(form=form), "utf-8")
        self.where = ("--mapping", self.mapping, "--hall", hall.directory.path)

    def write(self, *lines: str) -> None:
        self.file.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")

    def bring(self, *more: str) -> str:
        return said("exchange", "import", self.file, *more, *self.where)


def facts(hall: HallAtWork) -> int:
    """How many steps of dossiers there were; the hall itself goes on with its day."""
    with closing(open_database(hall.directory.journal, read_only=True)) as ledger:
        (steps,) = ledger.execute("select count(*) from dossier_steps").fetchone()
    return int(steps)


def test_an_import_is_told_first_done_once_and_goes_on(
    hall: HallAtWork, tmp_path: Path, procedure: str
) -> None:
    desk = Desk(hall, tmp_path)
    desk.write(f"E1,{procedure},2,Mới,,", f"E2,{procedure},1,Đã xử lý xong,27/11/2026 08:05,")
    before = facts(hall)
    told = desk.bring("--dry-run")
    assert "E1: new: receive" in told
    assert "E2: new: receive, finish" in told
    assert "2 new, 0 moved on, 0 the same, 0 wrong" in told
    assert facts(hall) == before, "a dry run changes nothing"
    assert "2 new" in desk.bring()
    done = facts(hall)
    assert done > before
    assert "0 new, 0 moved on, 2 the same" in desk.bring()
    assert facts(hall) == done, "done twice, nothing happens twice"
    desk.write(
        f"E1,{procedure},2,Từ chối,,Không thuộc thẩm quyền", f"E2,{procedure},1,Đã xử lý xong,,"
    )
    assert "0 new, 1 moved on, 1 the same" in desk.bring()


STEPS = """
[steps.columns]
code = "MaHoSo"
step = "Buoc"
at = "Luc"
reason = "LyDo"

[steps.values.step]
"Nhận" = "receive"
"Yêu cầu bổ sung" = "request_supplement"
"Đã bổ sung" = "resume"
"Có kết quả" = "finish"
"""
PAST = (
    ("Nhận", "02/11/2026 08:00", ""),
    ("Yêu cầu bổ sung", "03/11/2026 09:00", "Thiếu tờ khai"),
    ("Đã bổ sung", "04/11/2026 10:00", ""),
    ("Có kết quả", "04/11/2026 15:00", ""),
)


def slow_procedure(hall: HallAtWork) -> str:
    """One that takes long enough to be early after two days, and is due before today."""
    today = StoppedClock().today()
    offered = read_hall(hall.directory.path).plan.dossiers.catalogue_on(today).procedures.values()
    for one in offered:
        term = one.term("online")
        if one.is_handled(today) and term and term.unit == "working_day" and 5 <= term.amount <= 15:
            return one.procedure
    raise AssertionError


def test_past_steps_come_in_once_with_their_own_times(hall: HallAtWork, tmp_path: Path) -> None:
    desk, procedure = Desk(hall, tmp_path), slow_procedure(hall)
    desk.mapping.write_text(desk.mapping.read_text("utf-8") + STEPS, "utf-8")
    desk.write(f"S1,{procedure},2,,,")
    steps = tmp_path / "steps.csv"
    rows = [f"S1,{step},{at},{reason}" for step, at, reason in PAST]
    steps.write_text("\n".join(("MaHoSo,Buoc,Luc,LyDo", *rows[:2])) + "\n", "utf-8")
    before = facts(hall)
    told = desk.bring("--steps", str(steps), "--dry-run")
    assert "S1: new: receive, request_supplement (03/11/2026 09:00)" in told
    assert facts(hall) == before, "a dry run changes nothing"
    assert "1 new" in desk.bring("--steps", str(steps))
    steps.write_text("\n".join(("MaHoSo,Buoc,Luc,LyDo", *rows)) + "\n", "utf-8")
    told = desk.bring("--steps", str(steps), "--dry-run")
    assert "resume (04/11/2026 10:00), finish (04/11/2026 15:00)" in told
    assert "1 moved on" in desk.bring("--steps", str(steps))
    assert "1 the same" in desk.bring("--steps", str(steps))
    with closing(open_database(hall.directory.journal, read_only=True)) as ledger:
        code = links(hall)["S1"]
        taken = ledger.execute(
            "select step, at, reason, counted from dossier_steps where dossier = ? order by rowid",
            (code,),
        ).fetchall()
        (complete_at, finished_at, punctuality) = ledger.execute(
            "select complete_at, finished_at, punctuality from dossiers where dossier = ?", (code,)
        ).fetchone()
    assert [step for step, *_ in taken] == ["receive", "request_supplement", "resume", "finish"]
    assert taken[1][2] == "Thiếu tờ khai"
    assert [told_at(at) for _, at, *_ in taken[1:]] == [at for _, at, _ in PAST[1:]]
    assert (told_at(complete_at), told_at(finished_at)) == (PAST[0][1], PAST[3][1])
    assert punctuality == "early", "it was in time then, whenever that is told"


def test_a_history_that_goes_another_way_is_named(
    hall: HallAtWork, tmp_path: Path, procedure: str
) -> None:
    desk = Desk(hall, tmp_path)
    desk.mapping.write_text(desk.mapping.read_text("utf-8") + STEPS, "utf-8")
    desk.write(f"S2,{procedure},2,Từ chối,,Không thuộc thẩm quyền")
    desk.bring()
    desk.write(f"S2,{procedure},2,,,")
    steps = tmp_path / "steps.csv"
    steps.write_text("MaHoSo,Buoc,Luc,LyDo\nS2,Có kết quả,04/11/2026 15:00,\n", "utf-8")
    result = say("exchange", "import", desk.file, "--steps", steps, *desk.where)
    assert result.exit_code == 1
    assert "here stands refuse" in result.stderr


def links(hall: HallAtWork) -> dict[str, str]:
    with closing(Links(hall.directory.exchange)) as kept:
        return kept.of("province")


def told_at(at: int) -> str:
    return f"{wall_clock(at, 'Asia/Ho_Chi_Minh'):%d/%m/%Y %H:%M}"


def test_it_goes_on_where_the_power_went(hall: HallAtWork, tmp_path: Path, procedure: str) -> None:
    desk = Desk(hall, tmp_path)
    desk.write(f"P1,{procedure},2,Mới,,")
    desk.bring()
    received = facts(hall)
    (hall.directory.exchange).unlink()  # received, and the link not yet on the disk
    assert "1 new" in desk.bring()
    assert facts(hall) == received, "the same wish has the same answer"


def test_wrong_lines_are_named_and_the_others_taken(
    hall: HallAtWork, tmp_path: Path, procedure: str
) -> None:
    desk = Desk(hall, tmp_path)
    desk.write("W1,9.999999,2,Mới,,", f"W2,{procedure},7,Mới,,", f"W3,{procedure},2,Mới,,")
    result = say("exchange", "import", desk.file, *desk.where)
    assert result.exit_code == 1
    assert "line 2: W1: the procedure '9.999999' is not in the hall's catalogue" in result.stderr
    assert "line 3: W2: the channel '7'" in result.stderr
    assert "1 new, 0 moved on, 0 the same, 2 wrong" in result.stdout


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_an_export_speaks_the_other_system_s_words_and_comes_back_the_same(
    hall: HallAtWork, tmp_path: Path, procedure: str, form: str
) -> None:
    came = Desk(hall, tmp_path)
    came.write(f"X{form},{procedure},2,Đã xử lý xong,,")
    came.bring()
    desk = Desk(hall, tmp_path, form)
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    assert "dossiers" in said("exchange", "export", desk.file, *days, *desk.where)
    rows = read(desk.file, form)
    (mine,) = [one for one in rows if one["MaHoSo"] == f"X{form}"]
    assert (mine["TrangThai"], mine["Kenh"], mine["MaTTHC"]) == ("Đã xử lý xong", "2", procedure)
    assert mine["MaCuaTrungTam"].startswith("H")
    assert len(rows) > 100


def read(file: Path, form: str) -> list[dict[str, str]]:
    match form:
        case "csv":
            return list(csv.DictReader(file.read_text("utf-8").splitlines()))
        case "json":
            return list(json.loads(file.read_text("utf-8")))
        case _:
            sheet = openpyxl.load_workbook(file).worksheets[0]
            head, *lines = sheet.iter_rows(values_only=True)
            return [
                {str(name): str(cell or "") for name, cell in zip(head, line, strict=True)}
                for line in lines
            ]


def test_a_mapping_that_can_t_be_is_told_whole(hall: HallAtWork, tmp_path: Path) -> None:
    desk = Desk(hall, tmp_path)
    text = desk.mapping.read_text("utf-8").replace('code = "MaHoSo"', 'coed = "MaHoSo"')
    desk.mapping.write_text(text.replace('"finished"', '"done"'), "utf-8")
    told = problem("exchange", "import", desk.file, *desk.where)
    assert "columns.coed" in told
    assert "values.state" in told
