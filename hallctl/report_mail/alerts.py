"""Tells by e-mail when a rule of the hall's own begins to hold; one letter to each, no more until it is over."""

import logging
from email.message import EmailMessage
from typing import Protocol

from hallctl.controller import HallStoppedError
from hallctl.core.plan import Plan
from hallctl.core.plan.alert_rules import AlertRule
from hallctl.core.views import HallView
from hallctl.habits import again_and_again
from hallctl.notices.errors import NotSentError
from hallctl.report_mail.alert_letter import Begun, letter_of
from hallctl.report_mail.sending import Post

log = logging.getLogger(__name__)

LOOK_EVERY_S = 10.0


class LookAround(Protocol):
    """Draws the hall as the supervisor sees it."""

    async def __call__(self) -> HallView | None:
        """The view, or None while there is none."""


class AlertMails:
    """Looks at the hall, so that rules are watched even when nobody else looks."""

    def __init__(self, plan: Plan, look: LookAround, sender: str, server: Post | None) -> None:
        self._plan = plan
        self._look = look
        self._sender, self._server = sender, server
        self._told: set[tuple[str, str]] = set()
        """Rule and address of everybody who knows of what holds now."""

    def send_by(self, sender: str, server: Post | None) -> None:
        """Tell in that name, by that server, from now on."""
        self._sender, self._server = sender, server

    async def keep_telling(self) -> None:
        """Look and tell again and again; ends when the hall stops."""
        trouble, until = "alerts could not be told", (HallStoppedError,)
        await again_and_again(LOOK_EVERY_S, self.tell, trouble, until=until)

    async def tell(self) -> None:
        """Look once; tell whoever does not know yet. What is not taken is tried at the next look."""
        view = await self._look() if self._plan.alert_rules else None
        holding = {one.rule: one for one in view.alerts if one.kind == "rule"} if view else {}
        self._told = {one for one in self._told if one[0] in holding}
        for rule in self._plan.alert_rules:
            alert = holding.get(rule.rule)
            for to in rule.mail if alert and view else ():
                if view and alert and (rule.rule, to) not in self._told and self._server:
                    begun = Begun(rule, alert, view.shown_at)
                    await self._send(rule, letter_of(begun, self._plan, self._sender, to))

    async def _send(self, rule: AlertRule, letter: EmailMessage) -> None:
        assert self._server is not None  # noqa: S101 - asked before
        try:
            await self._server.post(letter)
        except NotSentError as error:
            log.warning("alert %s: %s", rule.rule, error.fault)
            if not error.hopeless:
                return
        self._told.add((rule.rule, str(letter["To"])))
