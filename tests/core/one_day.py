"""A small hall on the core alone: its clock moves only when told, every fact is kept."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import msgspec

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.applying import apply
from hallctl.core.calendar import Calendar, Shift
from hallctl.core.catalogue import Catalogue, Elsewhere, Offer, Procedure
from hallctl.core.circumstances import Circumstances
from hallctl.core.commands import Command
from hallctl.core.deadlines import Term
from hallctl.core.deciding import decide
from hallctl.core.drawing import Artist
from hallctl.core.hall import Hall, Ticket
from hallctl.core.hall.packed_hall import packed
from hallctl.core.permissions import Actor, Role, may_send
from hallctl.core.plan import (
    Counter,
    Department,
    Plan,
    PriorityGroup,
    RatingReason,
    Rules,
    Service,
    Words,
    Zone,
)
from hallctl.core.plan.appointment_rules import AppointmentRules
from hallctl.core.plan.dossier_rules import OFFICE_HOURS, DossierRules
from hallctl.core.plan.floor_rules import FloorRules, Profile
from hallctl.core.plan.phone_rules import PhoneRules
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.views import View

MINUTE = 60_000
MONDAY = date(2026, 11, 23)
EIGHT_O_CLOCK = round(datetime(2026, 11, 23, 1, 0, tzinfo=UTC).timestamp() * 1000)
"""Monday 23 November 2026, 08:00 in Hà Nội."""

ADMIN = Actor("admin", Role.ADMIN)
INSPECTOR, HALL = Actor("inspector", Role.INSPECTOR), Actor("hall", Role.HALL)
KIOSK = Actor("kiosk-1", Role.KIOSK, prints=True)


def usual(command: Command) -> Actor:
    """Who sends that, where a test doesn't say: the admin, but for the inspector's inbox."""
    if may_send(Role.ADMIN, type(command)):
        return ADMIN
    return INSPECTOR if may_send(Role.INSPECTOR, type(command)) else HALL


PRINTING_PANEL = Actor("counter-1", Role.COUNTER, counter="1", prints=True)

RULES = Rules(
    groups=(
        PriorityGroup(group="elderly", name=Words("Người cao tuổi"), head_start=10, rate=2),
        PriorityGroup(group="merit", name=Words("Người có công"), head_start=10, rate=3),
    ),
    target_minutes=15,
    rating_minutes=30,
    rating_reasons=(
        RatingReason(reason="waiting", name=Words("Chờ lâu", "Long wait")),
        RatingReason(reason="manners", name=Words("Thái độ", "Manners")),
    ),
)
DOSSIERS = DossierRules(
    agency="H00.01",
    calendar=Calendar(
        week=dict.fromkeys(range(1, 6), OFFICE_HOURS),
        days_off={date(2026, 11, 24): "Ngày Văn hóa Việt Nam"},
    ),
    catalogues=(
        Catalogue(
            procedures={
                "1.000001": Procedure(
                    procedure="1.000001",
                    name="Đăng ký khai sinh",
                    field="Hộ tịch",
                    department="justice",
                    service="birth",
                    offers={"counter": Offer(Term(3))},
                    has_cut_off=True,
                ),
                "1.000002": Procedure(
                    procedure="1.000002",
                    name="Cấp đổi giấy chứng nhận",
                    field="Đất đai",
                    department="environment",
                    service="land",
                    offers={"counter": Offer(Term(5))},
                ),
                "1.000003": Procedure(
                    procedure="1.000003",
                    name="Cấp hộ chiếu",
                    elsewhere=Elsewhere("Công an tỉnh", "thu nhận sinh trắc"),
                ),
                "1.000004": Procedure(
                    procedure="1.000004", name="Việc chưa có thời hạn", service="tax"
                ),
            }
        ),
    ),
)
"""A same-day and a five-day procedure, one handled elsewhere, one without a term."""

PLAN = Plan(
    hall=Words("Một cửa", "Hall"),
    authority=Words("Ủy ban", "Committee"),
    services=(
        Service(service="birth", letter="A", name=Words("Khai sinh", "Births")),
        Service(service="land", letter="B", name=Words("Đất đai", "Land"), typical_minutes=12),
        Service(service="tax", letter="C", name=Words("Thuế")),
    ),
    counters=(
        Counter(counter="1", services=("birth", "land")),
        Counter(counter="2", services=("land",)),
        Counter(counter="3", services=("birth", "land", "tax")),
    ),
    rules=RULES,
    shifts=(Shift(time(7, 30), time(11, 30)),),
    notices=(Words("Chào", "Hello"),),
    departments=(
        Department(department="justice", name=Words("Sở Tư pháp")),
        Department(department="environment", name=Words("Sở Nông nghiệp và Môi trường")),
    ),
    dossiers=DOSSIERS,
    printing_stations=("kiosk-1", "kiosk-2"),
    slip_stations=("kiosk-1", "kiosk-2", "counter-1", "counter-2"),
    zones=(
        Zone(zone="A", name=Words("Khu A", "Area A"), counters=("1", "2"), boards=("board-a",)),
        Zone(
            zone="B",
            name=Words("Khu B", "Area B"),
            counters=("3",),
            direction=Words("lên tầng 2", "upstairs"),
        ),
    ),
    floor=FloorRules(
        undo_s=40,
        no_show_then="return",
        no_show_minutes=1,
        at_closing="tomorrow",
        profiles=(
            Profile(
                profile="land-first",
                name=Words("Đất đai trước", "Land first"),
                services=("land", "birth"),
                order="strict",
                counters=("1", "2"),
            ),
            Profile(profile="everything", services=("birth", "land", "tax")),
        ),
    ),
    phone=PhoneRules(numbers=True),
    appointments=AppointmentRules(offered=True),
)

ANY_ID = UUID(int=0)
"""The core never looks at a command's id."""


def link_to(ticket: str) -> str:
    return f"http://hall/t/{ticket}"


def wish(kind: type[Command], **fields: object) -> Command:
    """A command of that kind."""
    return kind(command_id=ANY_ID, **fields)


def replayed(facts: list[events.Event], begun: Hall | None = None) -> Hall:
    """The hall those facts add up to, after a journey through JSON; from ``begun`` on."""
    hall = begun or Hall()
    decoder: msgspec.json.Decoder[events.Event] = msgspec.json.Decoder(events.AnyEvent)
    for fact in facts:
        apply(hall, decoder.decode(msgspec.json.encode(fact)))
    return hall


def dump(hall: Hall) -> bytes:
    """Everything the hall remembers, to be compared."""
    return packed(hall)


class OneDay:
    """Wishes in; facts or the refusal out."""

    def __init__(self, plan: Plan = PLAN) -> None:
        self.hall = Hall()
        self.plan = plan
        self.at = EIGHT_O_CLOCK
        self.today = MONDAY
        self.facts: list[events.Event] = []
        self.artist = Artist(self.hall, plan, link_to)

    def do(self, command: Command, actor: Actor | None = None) -> tuple[events.Event, ...]:
        """Grant the wish; raises Refused when the hall says no."""
        by = Circumstances(self.plan, actor or usual(command), self.at, self.today)
        facts = decide(self.hall, command, by)
        for fact in facts:
            apply(self.hall, fact)
        self.facts += facts
        return facts

    def refusal(self, command: Command, actor: Actor | None = None) -> Refused | None:
        """Why the hall says no to the wish, or None when it was granted."""
        try:
            self.do(command, actor)
        except Refused as refused:
            return refused
        return None

    def code(self, command: Command, actor: Actor | None = None) -> Refusal | None:
        """The code alone of why the hall says no."""
        refused = self.refusal(command, actor)
        return refused.refusal if refused else None

    def wait(self, minutes: float) -> None:
        self.at += round(minutes * MINUTE)

    def sleep(self, days: int = 1) -> None:
        """The next morning, or a later one."""
        self.today += timedelta(days)
        self.at = EIGHT_O_CLOCK + (self.today - MONDAY).days * 1440 * MINUTE

    def open(self, *counters: str) -> "OneDay":
        """Open the day, and these counters with their own services, as far as they are not."""
        self.do(wish(c.OpenDay))
        for counter in (one for one in counters if one not in self.hall.counters):
            self.do(wish(c.OpenCounter, counter=counter, official=f"official-{counter}"))
        return self

    def issue(
        self, service: str = "birth", priority: str | None = None, actor: Actor | None = None
    ) -> Ticket:
        """Somebody takes a number."""
        (issued,) = self.do(wish(c.IssueTicket, service=service, priority=priority), actor)
        assert isinstance(issued, events.TicketIssued)
        return self.hall.tickets[issued.ticket]

    def call(self, counter: str = "1") -> Ticket:
        """The counter calls whoever is next."""
        self.do(wish(c.CallNext, counter=counter))
        ticket = self.hall.current(counter)
        assert ticket is not None
        return ticket

    def miss(self, counter: str = "1") -> None:
        self.do(wish(c.MarkNoShow, counter=counter))

    def finish(self, counter: str = "1") -> None:
        self.do(wish(c.FinishVisit, counter=counter))

    def serve(self, counter: str = "1") -> Ticket:
        """Call the next one and finish the visit."""
        ticket = self.call(counter)
        self.finish(counter)
        return ticket

    def views(self, artist: Artist | None = None) -> list[View | None]:
        """Every view of the hall as it stands."""
        draw, at = artist or self.artist, self.at
        counters = [one.counter for one in self.plan.counters]
        return [
            draw.kiosk(at, "kiosk-1"),
            draw.board(at),
            *(draw.counter(at, one) for one in counters),
            *(draw.sign(at, one) for one in counters),
            *(draw.pad(at, one) for one in counters),
            *(draw.ticket(at, one) for one in self.hall.tickets),
        ]
