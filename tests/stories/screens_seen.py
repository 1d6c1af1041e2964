"""What people see at real screens: read off the windows, the paper and the phone."""

import re
from abc import ABC
from typing import NamedTuple
from urllib.parse import urlsplit

from PIL import Image
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem

from hallctl.core import events
from hallctl.core.views import Counts
from hallctl.station.voice.wording import ticket_words
from hardware.scanners.codes import read_codes
from tests.screens.touching import settle
from tests.stories.day import Called, Day, Paper, PhonePage
from tests.stories.printed import words_on
from tests.stories.sights import numbers, of_kind, says
from tests.stories.stage import Stage


class Slip(NamedTuple):
    """A cut paper and where its QR code leads."""

    picture: Image.Image
    link: str


class SeenOnScreens(Day, ABC):
    """The half of a day that looks."""

    def __init__(self, stage: Stage) -> None:
        self.facts: list[events.Event] = []
        self._paused: list[str] = []
        self._stage = stage
        self._gold: list[Called] = []
        self._papers_before = len(stage.printer.papers)

    def board_gold(self) -> Called | None:
        gold = of_kind(self._stage.board.window, "GoldCall")
        return _called(gold[0]) if gold else None

    def board_withdrawn(self) -> list[str]:
        board = self._stage.board
        shown = {number for number, _ in self.board_calls()}
        gone = [one.number for one in board.link.view.calls if one.is_withdrawn]
        assert not gone or says(board.window, board.model.words["vi"]["withdrawn"])
        return [number for number in gone if number in shown]

    def board_calls(self) -> list[Called]:
        board = self._stage.board.window
        shown = [*of_kind(board, "GoldCall"), *of_kind(board, "EarlierCall")]
        return [_called(item) for item in shown]

    def calls_shown(self) -> list[Called]:
        return self._gold

    def calls_spoken(self, language: str = "vi") -> list[str]:
        issued = [fact.number for fact in self.facts if isinstance(fact, events.TicketIssued)]
        by_words = {ticket_words(number, language): number for number in issued}
        said = [words for words, spoken_in in self._stage.voice.said if spoken_in == language]
        return [by_words[words] for words in said if words in by_words]

    def waiting(self, service: str) -> int:
        letter = next(one.letter for one in self._stage.plan.services if one.service == service)
        self._turn_to_queues()
        rows = [numbers(row) for row in of_kind(self._stage.board.window, "QueueRow")]
        return next(int(row[1]) for row in rows if row[0] == letter)

    def _turn_to_queues(self) -> None:
        """Dossiers have the same place by turns: look when it is the queues' turn."""
        self._stage.board.window.findChild(QObject, "turning").setProperty("turn", 0)

    def counts(self) -> Counts:
        board = self._stage.board
        counts: Counts = board.link.view.counts
        if board.link.view.business_day:
            self._turn_to_queues()
            strip = [of for one in of_kind(board.window, "Figure") for of in numbers(one)]
            assert strip[0] == str(counts.finished)
        return counts

    def sign(self, counter: str) -> str:
        part = self._stage.signs[counter]
        called = of_kind(part.window, "SignNumber")
        if called:
            return numbers(called[0])[0]
        assert says(part.window, part.model.title)
        return str(part.model.scene)

    def panel_waiting(self, counter: str) -> list[str]:
        lines = of_kind(self._stage.panels[counter].window, "WaitingLine")
        return [numbers(line)[0] for line in lines]

    def panel_missed(self, counter: str) -> list[str]:
        chips = of_kind(self._stage.panels[counter].window, "MissedChip")
        return [numbers(chip)[0] for chip in chips]

    def panel_parked(self, counter: str) -> list[str]:
        chips = of_kind(self._stage.panels[counter].window, "ParkedChip")
        return [numbers(chip)[0] for chip in chips]

    def panel_official(self, counter: str) -> str:
        panel = self._stage.panels[counter]
        official = str(panel.model.official)
        assert not official or says(panel.window, official)
        return official

    def panel_is_offline(self, counter: str) -> bool:
        return bool(of_kind(self._stage.panels[counter].window, "OfflineBar"))

    def panel_heard(self, counter: str) -> int:
        panel = self._stage.panels[counter]
        truth = self._stage.look(panel)
        return next(
            n for n, view in enumerate(panel.link.views, 1) if view.current == truth.current
        )

    def pad_asks(self, counter: str) -> str:
        pad = self._stage.pads[counter]
        if not of_kind(pad.window, "QuestionPage"):
            return ""
        assert says(pad.window, pad.model.number_words)
        found = re.search(r"[A-Z]\d{3}", pad.model.number_words)
        return found[0] if found else ""

    def paper(self, number: str) -> Paper:
        ticket = self._ticket(number)
        self._stage.wait(lambda: self._slips(ticket), f"the paper of {number}")
        slips = self._slips(ticket)
        words = words_on(slips[0].picture, self._stage.documents[ticket])
        return Paper(number, words, slips[0].link, len(slips))

    def kiosk_lacks_paper(self) -> bool:
        kiosk = self._stage.kiosk
        self._stage.wait(self._printer_has_tried, "the printer's try")
        settle()
        say = kiosk.model.preferences.say
        return any(
            says(kiosk.window, say(key)) for key in ("no_paper_title", "paper_trouble_title")
        )

    def phone_page(self, number: str) -> PhonePage:
        page = self._stage.get(urlsplit(self.paper(number).link).path).decode()
        face = re.search(r'data-face="(\w+)"', page)
        ahead = re.search(r"\d+", _slot(page, "ahead"))
        assert face
        assert number in _slot(page, "number")
        return PhonePage(face[1], int(ahead[0]) if ahead else 0, _slot(page, "counter"))

    def _ticket(self, number: str) -> str:
        return f"{self._stage.clock.today().isoformat()}-{number}"

    def _printer_has_tried(self) -> bool:
        jobs = self._stage.kiosk.link.view.print_jobs
        return not jobs or any(job.fault for job in jobs)

    def _slips(self, ticket: str) -> list[Slip]:
        """The papers of today whose code leads to that ticket."""
        papers = self._stage.printer.papers[self._papers_before :]
        slips = [Slip(one.picture, _link_on(one.picture)) for one in papers]
        return [slip for slip in slips if f"/{ticket}-" in slip.link]

    def _on_gold(self) -> None:
        gold = self._stage.board.model.gold
        if gold["number"] and (gold["number"], gold["counter"]) not in self._gold[-1:]:
            self._gold.append((gold["number"], gold["counter"]))


def _called(item: QQuickItem) -> Called:
    number, *at = numbers(item)
    counter = at[0] if at else ""  # a call that was taken back sends nobody anywhere
    return number, counter


def _link_on(picture: Image.Image) -> str:
    (code,) = read_codes(picture, ("QRCode",))
    return code.text


def _slot(page: str, name: str) -> str:
    """What the page says in that slot, nothing while it is hidden."""
    found = re.search(rf'data-slot="{name}"([^>]*)>([^<]*)<', page)
    return found[2] if found and "hidden" not in found[1] else ""
