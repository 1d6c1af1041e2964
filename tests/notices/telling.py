"""A hall that owes notices, its applicants, and an outbox that looks when it is told to."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import msgspec

from hallctl.applicants.applicant import Applicant, Looker, NoticeBy
from hallctl.applicants.store import Applicants
from hallctl.core import commands as c
from hallctl.core.commands.notice_commands import NoticeChannel
from hallctl.core.plan import Plan
from hallctl.ledger.office.notice_reading import (
    NoticeRecord,
    NoticeTry,
    notices_of,
    tries_of,
    unreconciled_notice,
)
from hallctl.notices.gateway import Poster
from hallctl.notices.mailing import Mailer
from hallctl.notices.outbox import Means, Outbox, Sender
from hallctl.settings.tables.telling import Gateway, Mail
from tests.journal.back_office_day import receive, told
from tests.journal.one_hall import HandClock, OneHall
from tests.notices.servers import GatewayAtWork, Postbox

KEY = b"sesame"
PATIENCE_S = 0.5
SENDER = "motcua@example.vn"
RECEPTION = Looker("lan")


class Telling:
    """A hall on disk; made inside a running loop."""

    def __init__(self, path: Path, senders: dict[NoticeChannel, Sender]) -> None:
        self.clock = HandClock()
        self.hall = OneHall(path / "hall.db", self.clock)
        self.hall.tell_of("finished", "supplement", "reappointed", "refused", "stopped")
        self.plan: Plan = self.hall.controller.plan
        self.store = Applicants(path / "applicants.db", b"key", self.clock.now)
        means = Means(senders, self.store, lambda code: f"http://hall/d/{code}-secret")
        self.outbox = Outbox(self.hall.controller, self.plan, lambda: means)

    async def finished(self, by: NoticeBy = "email", **more: Any) -> str:
        """A dossier with its applicant, finished."""
        code = await self.received(by, **more)
        await told(self.hall, c.FinishDossier, dossier=code)
        return code

    async def received(self, by: NoticeBy = "email", **more: Any) -> str:
        code = await receive(self.hall)
        kept = {"name": "Nguyễn Thị Hoa", "phone": "0900 000 001", "email": "hoa@example.vn"}
        self.store.keep(code, Applicant(notice_by=by, **{**kept, **more}), RECEPTION)
        return code

    async def look(self, minutes: float = 0) -> None:
        self.clock.wait(minutes)
        await self.outbox.send_due()

    def of(self, dossier: str) -> NoticeRecord:
        """The dossier's newest notice."""
        return notices_of(self.hall.journal.kept.database, dossier)[-1]

    def tries(self, dossier: str) -> list[NoticeTry]:
        return tries_of(self.hall.journal.kept.database, dossier)

    def looks(self, dossier: str) -> int:
        """How often the outbox looked at the applicant."""
        return [one.act for one in self.store.looks(dossier)].count("contacted")

    async def close(self) -> None:
        assert unreconciled_notice(self.hall.journal.kept.database) == ""
        self.store.close()
        await self.hall.controller.close()


Story = Callable[[Telling, Postbox, GatewayAtWork], Awaitable[None]]


def mail_to(postbox: Postbox, **more: Any) -> Mailer:
    mail = Mail(host="127.0.0.1", port=postbox.port, security="none", sender=SENDER)
    return Mailer(msgspec.structs.replace(mail, timeout_s=PATIENCE_S, **more), "")


def tell(path: Path, story: Story) -> None:
    """Run the story with a postbox and a gateway at work."""

    async def run() -> None:
        async with Postbox().open() as postbox, GatewayAtWork(KEY).open() as gateway:
            poster = Poster(Gateway(url=gateway.url, timeout_s=PATIENCE_S), KEY)
            telling = Telling(path, {"email": mail_to(postbox), "sms": poster})
            try:
                await story(telling, postbox, gateway)
            finally:
                await telling.close()

    asyncio.run(run())
