"""The ticket as it comes out of the printer: a layout in the citizen's language."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.core.hall import Ticket
from hallctl.core.paper import Document, Pair, QrCode, Rule, Space, Text
from hallctl.core.plan import Plan, Words

NUMBER = Words("Số thứ tự", "Your number")
TAKEN_AT = Words("Giờ lấy số", "Taken at")
AHEAD = Words("Đang chờ trước", "Waiting before you")
PEOPLE = Words("người", "")
FOLLOW = Words("Quét mã để theo dõi số của quý khách", "Scan to follow your number")
LISTEN = Words(
    "Vui lòng chờ đến khi số được gọi. Giữ phiếu đến khi xong việc.",
    "Please wait until your number is called. Keep this slip until you are served.",
)


def ticket_paper(ticket: Ticket, plan: Plan, link: str) -> Document:
    """The slip of one ticket; ``link`` is its own status page.

    Neither priority nor its reason is on it: paper is read over shoulders.
    """
    language = ticket.language

    def say(words: Words) -> str:
        return words.spoken_in(language)

    service = plan.service(ticket.service)
    issued = datetime.fromtimestamp(ticket.issued_at / 1000, ZoneInfo(plan.timezone))
    ahead = f"{ticket.ahead} {say(PEOPLE)}" if language == "vi" else str(ticket.ahead)
    return Document(
        (
            Text(say(plan.authority), "small"),
            Text(say(plan.hall), "normal", "bold"),
            Rule(),
            Text(say(NUMBER), "normal"),
            Text(ticket.number, "number", "bold"),
            Text(say(service.name) if service else ticket.service, "large", "bold"),
            Rule(),
            Pair(say(TAKEN_AT), f"{issued:%H:%M}  {issued:%d/%m/%Y}"),
            Pair(say(AHEAD), ahead),
            Space(16),
            QrCode(link, say(FOLLOW)),
            Space(8),
            Text(say(LISTEN), "small"),
        )
    )
