"""Rules about notices: of what, how often, and by which servers."""

import re

from hallctl.core.plan.notice_rules import NoticeRules
from hallctl.settings.machine_rules.machines import is_host, is_web_address
from hallctl.settings.problems import Findings, quoted
from hallctl.settings.tables.document import Document
from hallctl.settings.tables.telling import Gateway, Mail

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]+")
MOST_TRIES = 20
LONGEST_WAIT_S = 120


def check_notices(document: Document, findings: Findings) -> NoticeRules:
    """Notes what is wrong; returns of what applicants are told."""
    table = document.notices
    if not 1 <= table.tries <= MOST_TRIES:
        findings.add("notices.tries", f"{table.tries} makes no sense", f"write 1 to {MOST_TRIES}")
    if len(set(table.when)) < len(table.when):
        findings.add("notices.when", "names something twice", "name each once")
    _check_mail(document.mail, findings)
    _check_gateway(document.gateway, findings)
    return table


def is_address(written: str) -> bool:
    """Whether letters can be sent there."""
    return _ADDRESS.fullmatch(written) is not None


def _check_mail(mail: Mail, findings: Findings) -> None:
    _check_wait("mail.timeout_s", mail.timeout_s, findings)
    if not mail.host:
        return
    if not is_host(mail.host):
        findings.add("mail.host", f"{quoted(mail.host)} is no server", 'write "mail.example.vn"')
    if not 1 <= mail.port <= 65535:
        findings.add("mail.port", f"{mail.port} is no port", "write 587, 465 or 25")
    if not _ADDRESS.fullmatch(mail.sender):
        findings.add(
            "mail.sender",
            f"{quoted(mail.sender)} is no e-mail address",
            'write whose letters these are, such as "motcua@example.vn"',
        )


def _check_gateway(gateway: Gateway, findings: Findings) -> None:
    _check_wait("gateway.timeout_s", gateway.timeout_s, findings)
    if gateway.url and not is_web_address(gateway.url):
        findings.add(
            "gateway.url",
            f"{quoted(gateway.url)} is not a web address",
            'write it such as "https://sms.example.vn/send"',
        )


def _check_wait(path: str, seconds: float, findings: Findings) -> None:
    if not 0 < seconds <= LONGEST_WAIT_S:
        findings.add(
            path,
            f"{seconds:g} seconds makes no sense",
            f"write more than 0 and at most {LONGEST_WAIT_S}",
        )
