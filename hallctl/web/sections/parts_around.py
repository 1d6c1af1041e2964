"""The forms for what stands around the hall: letters, messages, backups, runs, appointments, machines. Pure."""

from typing import get_args

from hallctl.core.plan.notice_rules import NoticeKind
from hallctl.web.sections.section_fields import Field, Part

NOTICES: tuple[str, ...] = get_args(NoticeKind)
AROUND: dict[str, tuple[Part, ...]] = {
    "appointments": (
        Part(
            "appointments",
            (
                Field("offered", "flag"),
                Field("services", "choices", "services"),
                Field("days_ahead", "number"),
                Field("slot_minutes", "number"),
                Field("share", "number"),
                Field("a_day", "number"),
                Field("each_service_once", "flag"),
                Field("notice_minutes", "number"),
                Field("early_minutes", "number"),
                Field("late_minutes", "number"),
                Field("head_start", "number"),
                Field("rate", "number"),
                Field("contact", "choice", ("either", "email", "phone", "both")),
                Field("remind_hours", "number"),
                Field("keep_days", "number"),
            ),
        ),
    ),
    "runs": (
        Part("runs", (Field("departures", "times"), Field("due_minutes", "number"))),
        Part("deliveries", (Field("carriers", "lines"), Field("fee", "number"))),
        Part(
            "fees",
            (
                Field("bank", "text"),
                Field("bank_name", "text"),
                Field("account", "text"),
                Field("holder", "text"),
            ),
        ),
    ),
    "telling": (
        Part(
            "mail",
            (
                Field("host", "text"),
                Field("port", "number"),
                Field("security", "choice", ("starttls", "tls", "none")),
                Field("user", "text"),
                Field("password", "secret", "secrets/mail.password"),
                Field("sender", "text"),
                Field("timeout_s", "number"),
            ),
            beside="letter",
        ),
        Part(
            "gateway",
            (
                Field("url", "text"),
                Field("key", "secret", "secrets/gateway.key"),
                Field("timeout_s", "number"),
            ),
            beside="message",
        ),
        Part("notices", (Field("when", "choices", NOTICES), Field("tries", "number"))),
    ),
    "machines": (
        Part(
            "device",
            (
                Field("device", "text", is_needed=True),
                Field("kind", "choice", ("pad", "keypad", "led_sign", "lamp")),
                Field("station", "choice", "machines"),
                Field("counter", "choice", "counters"),
                Field("port", "text", is_needed=True),
                Field("format", "choice", "formats"),
                Field("unit", "number"),
                Field("coil", "number"),
            ),
            "device",
            beside="stations",
        ),
        Part(
            "camera",
            (
                Field("camera", "text", is_needed=True),
                Field("source", "text", is_needed=True),
                Field("login", "secret", "secrets/cameras/{name}.login"),
                Field("counter", "choice", "counters"),
                Field("zone", "choice", "camera_zones"),
            ),
            "camera",
        ),
        Part("cameras", (Field("keep_stills", "flag"), Field("keep_days", "number"))),
    ),
    "backup": (
        Part(
            "backup",
            (
                Field("to", "text"),
                Field("at", "time"),
                Field("recipient", "text"),
                Field("keep_days", "number"),
                Field("keep_weeks", "number"),
                Field("keep_months", "number"),
            ),
            beside="backup",
        ),
        Part("applicants", (Field("keep_days", "number"),)),
        Part("retention", (Field("looks_days", "number"), Field("record_days", "number"))),
    ),
    "server": (
        Part(
            "server",
            (
                Field("host", "choice", "addresses", is_needed=True),
                Field("port", "number", is_needed=True),
                Field("tls", "maybe", ("", "yes", "no")),
                Field("public_http_port", "number"),
                Field("public_url", "text"),
                Field("behind_proxy", "flag"),
            ),
            beside="server",
        ),
    ),
}
"""By page, in its order."""
