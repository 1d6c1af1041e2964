"""Rules about what goes out by itself: reports by e-mail, facts to other systems, alerts of the hall's own."""

from typing import get_args

from hallctl.core.events import AnyEvent
from hallctl.core.plan.alert_rules import AlertRule
from hallctl.settings.hall_rules.hours import read_time
from hallctl.settings.hall_rules.ids import check_words_of_ids
from hallctl.settings.machine_rules.machines import is_web_address
from hallctl.settings.office_rules.notices import is_address
from hallctl.settings.problems import Findings, choose_from, quoted
from hallctl.settings.tables.document import Document
from hallctl.settings.tables.report_mail import MAY_BE_MAILED, ReportMail
from hallctl.settings.tables.webhooks import Webhook

MOST_ADDRESSES = 20
LONGEST_WAIT_S = 60
LONGEST_MINUTES = 1440
EVENT_KINDS = frozenset(one.__name__ for one in get_args(AnyEvent))


def check_telling_others(document: Document, findings: Findings) -> None:
    """Notes what is wrong with standing orders, webhooks and rules for alerts."""
    check_words_of_ids("report_mail", [one.name for one in document.report_mail], findings)
    check_words_of_ids("webhook", [one.name for one in document.webhook], findings)
    check_words_of_ids("alert_rule", [one.rule for one in document.alert_rule], findings)
    for order in document.report_mail:
        _check_order(order, document, findings)
    for hook in document.webhook:
        _check_webhook(hook, findings)
    for rule in document.alert_rule:
        _check_rule(rule, document, findings)


def _check_order(order: ReportMail, document: Document, findings: Findings) -> None:
    path = f"report_mail.{order.name}"
    breakdowns = MAY_BE_MAILED.get(order.report)
    if breakdowns is None:
        advice = choose_from(order.report, MAY_BE_MAILED)
        findings.add(f"{path}.report", f"there is no report {quoted(order.report)}", advice)
    elif order.by and order.by not in breakdowns:
        advice = choose_from(order.by, breakdowns)
        findings.add(f"{path}.by", f"{order.report} has no {quoted(order.by)}", advice)
    if read_time(order.at) is None:
        wrong = f"{quoted(order.at)} is not a time of the day"
        findings.add(f"{path}.at", wrong, 'write it such as "07:30"')
    _check_addresses(order.to, f"{path}.to", findings)
    if not order.to:
        findings.add(f"{path}.to", "names nobody", 'write such as ["ubnd@example.vn"]')
    if not document.mail.host:
        findings.add(path, "there is no mail server to send it by", "fill in [mail]")


def _check_webhook(hook: Webhook, findings: Findings) -> None:
    path = f"webhook.{hook.name}"
    if not is_web_address(hook.url):
        wrong = f"{quoted(hook.url)} is not a web address"
        findings.add(f"{path}.url", wrong, 'write it such as "https://dvc.example.vn/hall"')
    if not hook.events:
        findings.add(f"{path}.events", "names no facts", 'write such as ["DossierFinished"]')
    for kind in hook.events:
        if kind not in EVENT_KINDS:
            advice = choose_from(kind, sorted(EVENT_KINDS))
            findings.add(f"{path}.events", f"there is no fact {quoted(kind)}", advice)
    if not 0 < hook.timeout_s <= LONGEST_WAIT_S:
        wrong = f"{hook.timeout_s:g} seconds makes no sense"
        findings.add(f"{path}.timeout_s", wrong, f"write more than 0 and at most {LONGEST_WAIT_S}")


def _check_rule(rule: AlertRule, document: Document, findings: Findings) -> None:
    path = f"alert_rule.{rule.rule}"
    services = [one.service for one in document.service]
    if rule.service and rule.service not in services:
        advice = choose_from(rule.service, services)
        findings.add(f"{path}.service", f"there is no service {quoted(rule.service)}", advice)
    if rule.threshold < 0:
        findings.add(f"{path}.threshold", "is below 0", "write 0 or more")
    if not 0 <= rule.minutes <= LONGEST_MINUTES:
        findings.add(f"{path}.minutes", "is no such span", f"write 0–{LONGEST_MINUTES}")
    if not rule.advice.vi.strip():
        findings.add(f"{path}.advice", "does not say what to do", "say it in one sentence")
    _check_addresses(rule.mail, f"{path}.mail", findings)
    if rule.mail and not document.mail.host:
        findings.add(f"{path}.mail", "there is no mail server to tell by", "fill in [mail]")


def _check_addresses(addresses: tuple[str, ...], path: str, findings: Findings) -> None:
    if len(addresses) > MOST_ADDRESSES:
        findings.add(path, f"names {len(addresses)}", f"name {MOST_ADDRESSES} at most")
    for one in addresses:
        if not is_address(one):
            findings.add(path, f"{quoted(one)} is no e-mail address", 'write "ten@example.vn"')
