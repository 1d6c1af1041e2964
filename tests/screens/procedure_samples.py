"""What a provincial hall answers when its kiosk looks procedures up."""

from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import msgspec

from hallctl.catalogue.entry import Entry, Listing
from hallctl.catalogue.guide import Guide
from hallctl.catalogue.sheets.reading import entries_of, read_sheet
from hallctl.catalogue.sheets.rows import entry_of
from hallctl.core.plan import Counter, Department, Plan, Service, Words
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.kiosk_samples import LONGEST
from tests.screens.touching import settle

TODAY = date(2026, 11, 20)
SERVICES = ("business", "construction", "farming", "justice", "land", "police", "social")
SAME_DAY, LONGEST_NAME, BY_NOTE, ELSEWHERE = "2.000829", "1.013980", "1.012783", "1.002270"


@cache
def provincial_guide() -> Guide:
    """The shipped provincial catalogue, in a hall whose services have the longest names."""
    plan = Plan(
        hall=LONGEST,
        authority=LONGEST,
        services=tuple(Service(service=one, letter="W", name=LONGEST) for one in SERVICES),
        counters=(Counter(counter="1", services=SERVICES),),
        departments=(Department(department="justice", name=Words("Sở Tư pháp", "Justice")),),
    )
    sheet = read_sheet(Path(str(files("hallctl.samples"))) / "province.csv")
    return Guide(Listing(entries=tuple(map(_with_papers, entries_of(sheet)))), plan)


def _with_papers(entry: Entry) -> Entry:
    """Two procedures have a list of papers, longer than a page holds."""
    if entry.code not in {SAME_DAY, LONGEST_NAME}:
        return entry
    paper = "Tờ khai theo mẫu số {} ban hành kèm theo Thông tư, có xác nhận của cơ quan quản lý"
    return entry_of(entry.facts | {"papers": "|".join(paper.format(n) for n in range(1, 8))})


def answer(link: FakeLink) -> None:
    """The hall answers the newest look-up; earlier ones are lost."""
    for _ in link.looked_up[1:]:
        link.give(None)
    path, query = link.looked_up[-1]
    link.looked_up.clear()
    link.give(_body(path, query))
    settle()


def find(kiosk: KioskViewModel, link: FakeLink, words: str) -> None:
    """Type these words and have them answered."""
    kiosk.finding.write(words)
    kiosk.finding._pause.timeout.emit()
    kiosk.finding._pause.stop()
    answer(link)


def open_page(kiosk: KioskViewModel, link: FakeLink, procedure: str) -> None:
    """Open that procedure's page."""
    kiosk.find()
    kiosk.finding.open(procedure)
    answer(link)


def _body(path: str, query: dict[str, str]) -> object:
    guide = provincial_guide()
    if "q" in query:
        found = guide.find(query["q"], int(query["limit"]), TODAY)
        return msgspec.to_builtins({"procedures": found})
    if "field" in query:
        found = guide.of_field(query["department"], query["field"], TODAY)
        return msgspec.to_builtins({"procedures": found})
    if path == "/api/procedures":
        return msgspec.to_builtins({"departments": guide.tree()})
    page = guide.page(unquote(path.rpartition("/")[2]), TODAY)
    return msgspec.to_builtins(page)
