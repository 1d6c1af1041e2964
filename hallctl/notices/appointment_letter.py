"""What a letter about an appointment says: text, the same beautifully, its code and calendar file."""

from datetime import datetime
from email.message import EmailMessage
from html import escape
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.appointments.calendar_file import Written, file_for_citizen
from hallctl.appointments.code_picture import picture_of
from hallctl.core.dates import day_said
from hallctl.core.hall.appointment_book import Appointment
from hallctl.core.plan import Plan, Words

PICTURE = "code@appointment"
FILE_NAME = "lich-hen.ics"
SUBJECT: dict[str, Words] = {
    "booked": Words("Lịch hẹn {when}", "Your appointment {when}"),
    "moved": Words("Lịch hẹn đã đổi sang {when}", "Your appointment is now {when}"),
    "cancelled": Words("Lịch hẹn {when} đã hủy", "Your appointment {when} is cancelled"),
    "reminder": Words("Nhắc lịch hẹn {when}", "A reminder: your appointment {when}"),
}
SAID: dict[str, Words] = {
    "booked": Words("Ông/bà đã đặt lịch hẹn.", "You have booked an appointment."),
    "moved": Words("Lịch hẹn của ông/bà đã đổi giờ.", "Your appointment has a new time."),
    "cancelled": Words(
        "Lịch hẹn này đã hủy. Ông/bà có thể đặt lịch khác bất cứ lúc nào.",
        "This appointment is cancelled. You may book another at any time.",
    ),
    "reminder": Words("Xin nhắc ông/bà lịch hẹn sắp tới.", "Your appointment is near."),
}
WHY = Words("Lý do: {reason}", "Why: {reason}")
AT_THE_KIOSK = Words(
    "Khi đến, ông/bà đưa mã vuông này vào máy lấy số, hoặc bấm mã {code}.",
    "When you come, hold this square code to the kiosk, or type the code {code}.",
)
IN_TIME = Words(
    "Máy nhận từ {early} phút trước giờ hẹn. Sau giờ hẹn {late} phút, chỗ được nhường cho người khác.",
    "The kiosk takes it from {early} minutes before. {late} minutes after your time the place is given to somebody else.",
)
CHANGE = Words("Xem, đổi giờ hoặc hủy: {link}", "Look, change or cancel: {link}")
CLOSING = Words(
    "Thư được gửi tự động vì ông/bà đã đặt lịch hẹn. Xin không trả lời thư này.",
    "This was sent by itself because you booked an appointment. Please do not reply.",
)


class AppointmentMatter(NamedTuple):
    """What a letter is about; ``link`` is the appointment's own page."""

    kind: str
    one: Appointment
    link: str
    plan: Plan

    @property
    def languages(self) -> tuple[str, ...]:
        """The citizen's language first, then the hall's others."""
        own = self.one.language
        return (own, *(each for each in self.plan.rules.languages if each != own))


def appointment_subject(matter: AppointmentMatter) -> str:
    """One line, in the citizen's language."""
    language = matter.languages[0]
    return SUBJECT[matter.kind].spoken_in(language).format(when=_when(matter, language))


def write_appointment(made: EmailMessage, matter: AppointmentMatter) -> None:
    """Put the text, the page with its square code, and the calendar file into a letter."""
    parts = {language: _told(matter, language) for language in matter.languages}
    made.set_content("\n\n—\n\n".join("\n\n".join(told) for told in parts.values()))
    made.add_alternative(_page(matter, parts), subtype="html")
    if _has_code(matter):
        page = made.get_payload()[1]  # type: ignore[index]  # the second alternative just made
        page.add_related(  # type: ignore[union-attr]
            picture_of(matter.link), maintype="image", subtype="png", cid=f"<{PICTURE}>"
        )
    made.add_attachment(
        file_for_citizen(matter.plan, Written(matter.one, matter.link)),
        maintype="text",
        subtype="calendar",
        filename=FILE_NAME,
        params={"method": "PUBLISH" if _has_code(matter) else "CANCEL", "charset": "utf-8"},
    )


def _has_code(matter: AppointmentMatter) -> bool:
    return matter.kind != "cancelled"


def _told(matter: AppointmentMatter, language: str) -> tuple[str, ...]:
    one, plan, rules = matter.one, matter.plan, matter.plan.appointments
    service = plan.service(one.service)
    name = service.name.spoken_in(language) if service else one.service
    early, late = round(rules.early_minutes), round(rules.late_minutes)
    told = [SAID[matter.kind].spoken_in(language), f"{_when(matter, language)}\n{name}"]
    if one.reason:
        told.append(WHY.spoken_in(language).format(reason=one.reason))
    if _has_code(matter):
        told.append(AT_THE_KIOSK.spoken_in(language).format(code=_code(one)))
        told.append(IN_TIME.spoken_in(language).format(early=early, late=late))
    told.append(CHANGE.spoken_in(language).format(link=matter.link))
    told.append(f"{plan.hall.spoken_in(language)}\n{CLOSING.spoken_in(language)}")
    return tuple(told)


def _page(matter: AppointmentMatter, parts: dict[str, tuple[str, ...]]) -> str:
    """Plain tables and inline styles: what mail programs show alike."""
    picture = (
        f'<p style="margin:24px 0"><img src="cid:{PICTURE}" width="240" height="240"'
        f' alt="{_code(matter.one)}"></p><p style="font-size:34px;font-weight:700;'
        f'letter-spacing:2px;margin:0 0 24px">{_code(matter.one)}</p>'
        if _has_code(matter)
        else ""
    )
    every = [
        f'<div lang="{language}" style="margin-top:28px">'
        + "".join(
            _paragraph(part, is_time=place == 1)
            + (picture if place == 1 and language == matter.languages[0] else "")
            for place, part in enumerate(told)
        )
        + "</div>"
        for language, told in parts.items()
    ]
    return (
        '<!doctype html><html><body style="margin:0;background:#F3F6FA;color:#0D1B2A;'
        'font:18px/1.5 sans-serif"><div style="max-width:600px;margin:0 auto;background:#FFFFFF;'
        'padding:8px 28px 28px;border-top:10px solid #0B4F8A">'
        + "".join(every)
        + "</div></body></html>"
    )


def _paragraph(part: str, *, is_time: bool) -> str:
    style = "font-size:26px;font-weight:700;color:#0B4F8A" if is_time else ""
    lines = [escape(line) for line in part.split("\n")]
    written = "<br>".join(_linked(line) for line in lines)
    return f'<p style="margin:0 0 14px;{style}">{written}</p>'


def _linked(line: str) -> str:
    before, colon, link = line.partition(": http")
    return f'{before}:<br><a href="http{link}">http{link}</a>' if colon else line


def _when(matter: AppointmentMatter, language: str) -> str:
    local = datetime.fromtimestamp(matter.one.starts_at / 1000, ZoneInfo(matter.plan.timezone))
    between = ", " if language == "en" else " "
    return f"{local:%H:%M}{between}{day_said(local, language)}"


def _code(one: Appointment) -> str:
    return f"{one.code[:3]} {one.code[3:]}"
