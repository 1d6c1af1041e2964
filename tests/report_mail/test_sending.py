"""Reports by e-mail: owed on disk, made from the ledger, taken by a real server, tried until they are."""

from collections.abc import Callable
from email.message import Message
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from sqlite_utils import Database

from hallctl.core.plan import Plan
from hallctl.notices.mailing import Mailer
from hallctl.report_mail.letters import WAITS_MIN, Letters
from hallctl.report_mail.sending import Desk, ReportMails
from hallctl.settings.tables.report_mail import ReportMail
from hallctl.settings.tables.telling import Mail
from tests.in_a_loop import in_a_loop
from tests.notices.servers import Postbox
from tests.simulated import StoppedClock

Read = TypeVar("Read")
OFFICE = ("ubnd@example.vn", "lanhdao@example.vn")
DAILY = ReportMail(name="daily", report="visits", to=OFFICE, period="yesterday", by="service")
MONTHLY = ReportMail(
    name="monthly", report="dossiers", to=OFFICE[:1], period="month", format="xlsx", language="en"
)


class Shelf:
    """The ledger, read where it stands."""

    def __init__(self, ledger: Database) -> None:
        self._ledger = ledger

    async def ask(self, read: Callable[[Database], Read]) -> Read:
        return read(self._ledger)


class House:
    """A hall's standing orders with a mail server that may be in any mood."""

    def __init__(self, ledger: Database, plan: Plan, store: Path) -> None:
        self.clock, self.post = StoppedClock(), Postbox()
        self._ledger, self._plan, self._store = Shelf(ledger), plan, store
        self.mails: ReportMails

    def begin(self, *orders: ReportMail) -> None:
        """As the hall does at its start."""
        mail = Mail(
            host="127.0.0.1", port=self.post.port, security="none", sender="motcua@example.vn"
        )
        server = Mailer(mail, "")
        desk = Desk(self._plan, orders, self._ledger, mail.sender, server, self.clock.now)
        self.mails = ReportMails(desk, Letters(self._store))

    def pass_minutes(self, minutes: int) -> None:
        self.clock.at += minutes * 60_000


@pytest.fixture
def house(ledger: Database, plan: Plan, tmp_path: Path) -> House:
    return House(ledger, plan, tmp_path / "letters.db")


def attached(letter: Message) -> tuple[str, bytes]:
    (part,) = letter.iter_attachments()  # type: ignore[attr-defined]
    return part.get_filename(), part.get_content() if part.get_content_maintype() != "text" else b""


@in_a_loop
async def test_a_report_goes_to_everybody_once(house: House) -> None:
    async with house.post.open():
        house.begin(DAILY)
        await house.mails.send_due()
        await house.mails.send_due()
        house.mails.letters.close()
        house.begin(DAILY)
        await house.mails.send_due()
    assert sorted(letter["To"] for letter in house.post.letters) == sorted(OFFICE)
    name, body = attached(house.post.letters[0])
    assert name == "visits-2026-11-26-2026-11-26.pdf"
    assert body.startswith(b"%PDF")
    assert {one.state for one in house.mails.letters.newest(9)} == {"sent"}
    house.mails.letters.close()


@in_a_loop
async def test_a_letter_names_nobody(house: House, ledger: Database) -> None:
    async with house.post.open():
        house.begin(DAILY, msgspec.structs.replace(DAILY, name="english", language="en"))
        await house.mails.send_due()
        for letter in house.post.letters:
            text = letter.get_body().get_content()  # type: ignore[attr-defined]
            assert "2026-11-26-" not in text, "no ticket"
            for (official,) in ledger.execute("select distinct official from tickets"):
                assert official is None or official not in text
    house.mails.letters.close()


@in_a_loop
async def test_a_report_that_can_t_be_made_keeps_no_other_from_its_readers(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    async with house.post.open():
        house.begin(DAILY)
        house.mails.letters.owe([("daily", "no day", "at all", OFFICE[0])], house.clock.at - 1)
        await house.mails.send_due()
    assert len(house.post.letters) == len(OFFICE)
    assert {one.fault for one in house.mails.letters.newest(9)} == {"not_made", None}
    assert "could not be made" in caplog.text
    house.mails.letters.close()


@in_a_loop
async def test_a_server_that_is_gone_is_tried_until_it_is_back(house: House) -> None:
    house.begin(DAILY)
    for wait in WAITS_MIN[:3]:
        await house.mails.send_due()
        (first, *_rest) = house.mails.letters.newest(9)[::-1]
        assert (first.state, first.fault) == ("owed", "unreachable")
        assert house.mails.unsent.many == (first.tries > 1), "once may be chance"
        house.pass_minutes(wait)
    assert house.mails.unsent.since_at == first.owed_at
    house.mails.letters.close()
    async with house.post.open():
        house.begin(DAILY)
        await house.mails.send_due()
        assert len(house.post.letters) == 2
        assert not house.mails.unsent.many
    house.mails.letters.close()


@in_a_loop
async def test_an_address_that_nobody_has_is_given_up_and_shown(house: House) -> None:
    async with house.post.open():
        house.post.mood = "refuses"
        house.begin(DAILY)
        await house.mails.send_due()
        found = house.mails.letters.newest(9)
        assert {one.state for one in found} == {"failed"}
        assert {one.fault for one in found} == {"refused 550"}
        assert house.mails.unsent.many == len(OFFICE), "whoever runs the hall is told"
        house.post.mood = "takes"
        house.mails.send_now("daily")
        await house.mails.send_due()
    assert {one.state for one in house.mails.letters.newest(9)} == {"sent"}
    assert not house.mails.unsent.many
    house.mails.letters.close()


@in_a_loop
async def test_the_same_report_is_the_same_letter_but_one_asked_for_again_is_not(
    house: House,
) -> None:
    async with house.post.open():
        house.begin(MONTHLY)
        house.mails.send_now("monthly")
        await house.mails.send_due()
        house.mails.send_now("monthly")
        await house.mails.send_due()
    once, again = house.post.letters
    assert once["Message-ID"] != again["Message-ID"]
    assert once["Subject"].startswith("Dossiers · October 2026")
    assert attached(once)[1].startswith(b"PK")
    house.mails.letters.close()


@in_a_loop
async def test_an_order_that_was_taken_away_owes_nothing(house: House) -> None:
    house.begin(DAILY)
    await house.mails.send_due()
    house.mails.letters.close()
    house.pass_minutes(5)
    async with house.post.open():
        house.begin()
        await house.mails.send_due()
        assert house.post.letters == []
    assert {one.fault for one in house.mails.letters.newest(9)} == {"no_such_order"}
    house.mails.letters.close()
