"""The ticket of a kiosk that is alone: as always, but for the people ahead, which nobody can know.

The kiosk fills in :data:`NUMBER`, :data:`TIME` and :data:`LINK`.
"""

from datetime import date

from hallctl.core.dates import day_said, in_one_piece
from hallctl.core.paper import Document, QrCode, Rule, Space, Text
from hallctl.core.plan import Plan, Words
from hallctl.core.slips.ticket_paper import FOLLOW, WEEKDAYS, YOUR_NUMBER

NUMBER, TIME, LINK = "{number}", "{time}", "{link}"

LISTEN = Words("Xin chờ gọi số", "Please wait for your number to be called")
ORDER = Words(
    "Được gọi theo giờ lấy số in trên phiếu", "You will be called by the time printed above"
)


def leased_paper(plan: Plan, service: str, business_day: date, language: str) -> Document:
    """The slip of one service on that day, to be filled in."""
    known = plan.service(service)
    day = business_day.weekday()
    weekday = plan.say(f"weekday_{day + 1}", WEEKDAYS[day], language)
    return Document(
        (
            Text(plan.hall.spoken_in(language), "normal", "bold"),
            Rule(),
            Text(plan.say("your_number", YOUR_NUMBER, language)),
            Text(NUMBER, "number", "bold"),
            Space(4),
            Text(known.name.spoken_in(language) if known else service, "large", "bold"),
            Space(10),
            Text(f"{TIME} · {weekday}, {in_one_piece(day_said(business_day, language))}"),
            Rule(),
            Text(plan.say("listen", LISTEN, language), "large", "bold"),
            Text(plan.say("order", ORDER, language)),
            Rule(),
            QrCode(LINK, plan.say("follow", FOLLOW, language)),
        )
    )
