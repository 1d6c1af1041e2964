"""The ticket as it comes out of the printer: a layout in the citizen's language."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.core.dates import day_said, in_one_piece
from hallctl.core.hall import Ticket
from hallctl.core.paper import Document, QrCode, Space, Text
from hallctl.core.plan import Plan, Words
from hallctl.core.plan.paper_rules import USUAL_TICKET, Parts, laid_out

YOUR_NUMBER = Words("Số thứ tự của ông/bà", "Your number")
AHEAD = Words("Trước ông/bà còn {} người", "{} people are before you")
ONE_AHEAD = Words("Trước ông/bà còn 1 người", "1 person is before you")
NOBODY_AHEAD = Words("Ông/bà là người tiếp theo", "You are next")
YOUR_TIME = Words("Lịch hẹn lúc {}", "Your appointment: {}")
THEN = Words("Sau đó, cùng số này: {}", "Then, with the same number: {}")
FOLLOW = Words("Quét mã để theo dõi số của ông/bà", "Scan to follow your number")
WEEKDAYS = (
    Words("Thứ Hai", "Monday"),
    Words("Thứ Ba", "Tuesday"),
    Words("Thứ Tư", "Wednesday"),
    Words("Thứ Năm", "Thursday"),
    Words("Thứ Sáu", "Friday"),
    Words("Thứ Bảy", "Saturday"),
    Words("Chủ nhật", "Sunday"),
)


def ticket_paper(ticket: Ticket, plan: Plan, link: str) -> Document:
    """The slip of one ticket; ``link`` is its own status page.

    Neither priority nor its reason is on it: paper is read over shoulders.
    """
    language = ticket.language
    service = plan.service(ticket.service)
    issued = datetime.fromtimestamp(ticket.issued_at / 1000, ZoneInfo(plan.timezone))
    day = issued.weekday()
    weekday = plan.say(f"weekday_{day + 1}", WEEKDAYS[day], language)
    name = service.name.spoken_in(language) if service else ticket.service
    parts: Parts = {
        "authority": (Text(plan.authority.spoken_in(language)),),
        "hall": (Text(plan.hall.spoken_in(language), "normal", "bold"),),
        "label": (Text(plan.say("your_number", YOUR_NUMBER, language)),),
        "number": (Text(ticket.number, "number", "bold"), Space(4)),
        "service": (Text(name, "large", "bold"),),
        "then": (*_appointment(ticket, plan), *_then(ticket, plan)),
        "time": (
            Space(10),
            Text(f"{issued:%H:%M} · {weekday}, {in_one_piece(day_said(issued, language))}"),
        ),
        "ahead": (Text(_ahead(ticket.ahead, plan, language), "large", "bold"),),
        "qr": (QrCode(link, plan.say("follow", FOLLOW, language)),),
    }
    return Document(laid_out(plan.papers.ticket, USUAL_TICKET, parts, language))


def _appointment(ticket: Ticket, plan: Plan) -> tuple[Space | Text, ...]:
    """When its holder was asked to come."""
    if not ticket.appointment_at:
        return ()
    local = datetime.fromtimestamp(ticket.appointment_at / 1000, ZoneInfo(plan.timezone))
    said = YOUR_TIME.spoken_in(ticket.language).format(f"{local:%H:%M}")
    return (Space(4), Text(said, "large", "bold"))


def _then(ticket: Ticket, plan: Plan) -> tuple[Text, ...]:
    """The visit's other services, which need no other number."""
    if not ticket.then:
        return ()
    language = ticket.language
    known = (plan.service(one) for one in ticket.then)
    names = " · ".join(one.name.spoken_in(language) for one in known if one)
    return (Text(plan.say("then", THEN, language).format(names)),)


def _ahead(people: int, plan: Plan, language: str) -> str:
    match people:
        case 0:
            return plan.say("nobody_ahead", NOBODY_AHEAD, language)
        case 1:
            return plan.say("one_ahead", ONE_AHEAD, language)
    return plan.say("ahead", AHEAD, language).format(people)
