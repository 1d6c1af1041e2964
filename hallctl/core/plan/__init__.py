"""The hall as its technician laid it out: services, counters, rules of calling, hours.

The plan is read once from ``hall.toml``; decisions and views use it, facts never depend on it.
"""

import msgspec

from hallctl.core.calendar import Shift
from hallctl.core.call_words import can_call
from hallctl.core.equipment import Camera, CameraRules, Device
from hallctl.core.languages import Language, said
from hallctl.core.plan.alert_rules import AlertRule, AlertRules
from hallctl.core.plan.appointment_rules import AppointmentRules
from hallctl.core.plan.board_rules import Announcing, Zone
from hallctl.core.plan.dossier_rules import DossierRules
from hallctl.core.plan.fee_rules import DeliveryRules, FeeRules
from hallctl.core.plan.floor_rules import FloorRules
from hallctl.core.plan.notice_rules import NoticeRules
from hallctl.core.plan.paper_rules import PaperRules
from hallctl.core.plan.phone_rules import PhoneRules
from hallctl.core.plan.rating_rules import RatingTable, SignRules
from hallctl.core.plan.run_rules import RunRules
from hallctl.core.words import Words

__all__ = [
    "APPOINTED", "NORMAL", "Counter", "Department", "Plan", "PriorityGroup", "Rules", "Service", "Words",
    "Zone",
]  # fmt: skip

NORMAL = "normal"
"""The priority group of a ticket that asked for none."""
APPOINTED = "!appointed"
"""The line of those who come by appointment: their claim counts from the appointed time."""


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """What citizens come for; has a letter of its own and one queue."""

    service: str
    letter: str
    name: Words
    departments: tuple[str, ...] = ()
    icon: str = "file-text"
    typical_minutes: float = 8.0
    hours: tuple[str, ...] = ()
    """When it gives numbers, such as ``07:30-11:00``; empty: as long as the day is open."""
    last_ticket_minutes: float = 0.0
    """Before the end of its hours, or of the hall's shifts."""
    quota_a_day: int = 0
    quota_an_hour: int = 0
    """Numbers at most; 0 means no limit."""


class Counter(msgspec.Struct, frozen=True, kw_only=True):
    """A place where officials serve; ``services`` is what it offers unless told otherwise."""

    counter: str
    services: tuple[str, ...] = ()
    zone: str = ""
    profile: str = ""
    """How it chooses among its services; where ``services`` is empty, the profile's."""


class Department(msgspec.Struct, frozen=True, kw_only=True):
    """Who owns procedures and solves dossiers."""

    department: str
    name: Words
    short_name: Words | None = None
    """As it stands in tables that are read from afar."""


class PriorityGroup(msgspec.Struct, frozen=True, kw_only=True):
    """How fast a group's claim to be next grows.

    A waiting ticket's score is ``head_start + rate × minutes waited``; the highest is next.
    """

    group: str
    name: Words
    head_start: float = 0.0
    rate: float = 1.0
    from_age: int = 0
    """From that age on a citizen card alone shows that one belongs to it; 0: it doesn't."""


AT_THEIR_TIME = PriorityGroup(group=APPOINTED, name=Words(""), head_start=60.0, rate=6.0)
"""Nothing ten minutes before its time, as much as an hour of waiting at its time."""


class RatingReason(msgspec.Struct, frozen=True, kw_only=True):
    """What a visitor who gave low marks may name with one touch."""

    reason: str
    name: Words


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """The hall's settings for calling, rating and counting."""

    groups: tuple[PriorityGroup, ...] = ()
    target_minutes: float = 15.0
    rating_minutes: float = 30.0
    rating_reasons: tuple[RatingReason, ...] = ()
    languages: tuple[str, ...] = ("vi", "en")
    beside: tuple[str, ...] = ("en",)
    """Languages beside the Vietnamese on boards and signs; several take turns."""
    opens_by_itself: bool = False
    sign_in_at_counters: bool = False
    """A counter is opened by whoever has signed in there, in their own name."""
    appointed: PriorityGroup = AT_THEIR_TIME
    """How the claim of those with an appointment grows about its time."""


class OfflineRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a kiosk may give when it is alone: so many numbers a service, from ``first_number`` on.

    It asks for more when it holds fewer than ``renew_below``; a size of 0 leases nothing.
    """

    lease_size: int = 50
    renew_below: int = 25
    first_number: int = 501


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the technician decided about one hall."""

    hall: Words
    authority: Words
    services: tuple[Service, ...]
    counters: tuple[Counter, ...]
    departments: tuple[Department, ...] = ()
    rules: Rules = Rules()
    timezone: str = "Asia/Ho_Chi_Minh"
    weekdays: tuple[int, ...] = (1, 2, 3, 4, 5)
    shifts: tuple[Shift, ...] = ()
    notices: tuple[Words, ...] = ()
    emblem: str = ""
    place: str = ""
    """The province or commune that official papers name before their date."""
    dossiers: DossierRules = DossierRules()
    alerts: AlertRules = AlertRules()
    alert_rules: tuple[AlertRule, ...] = ()
    """The hall's own, beside those that every hall has."""
    printing_stations: tuple[str, ...] = ()
    """Where tickets can be printed."""
    slip_stations: tuple[str, ...] = ()
    """Where everything else can be printed."""
    papers: PaperRules = PaperRules()
    floor: FloorRules = FloorRules()
    service_hours: dict[str, tuple[Shift, ...]] = {}
    """The hours of services that have some of their own."""
    runs: RunRules = RunRules()
    fees: FeeRules = FeeRules()
    deliveries: DeliveryRules = DeliveryRules()
    telling: NoticeRules = NoticeRules()
    """Which notices applicants get."""
    devices: tuple[Device, ...] = ()
    pad_formats: tuple[str, ...] = ()
    """The hall's own declarations of pads' bytes, as they are written."""
    cameras: tuple[Camera, ...] = ()
    camera_rules: CameraRules = CameraRules()
    offline: OfflineRules = OfflineRules()
    languages: dict[str, Language] = {}
    """Those that the hall has added by files, by their codes."""
    phone: PhoneRules = PhoneRules()
    appointments: AppointmentRules = AppointmentRules()
    zones: tuple[Zone, ...] = ()
    announcing: Announcing = Announcing()
    rating: RatingTable = RatingTable()
    signs: SignRules = SignRules()

    def say(self, key: str, words: Words, language: str) -> str:
        """A sentence of the ticket, in a language that the hall has added too."""
        return said(self.languages, language, key, words.spoken_in(language))

    @property
    def called_in(self) -> tuple[str, ...]:
        """Languages added by a file in which a call may have to be made, as far as there are words for it."""
        asked = self.rules.languages if self.announcing.chosen_language != "no" else ()
        known = self.languages
        every = dict.fromkeys((*self.announcing.languages, *asked))
        return tuple(one for one in every if one in known and can_call(known[one]))

    def service(self, service: str) -> Service | None:
        """The service of that id, or None."""
        return next((one for one in self.services if one.service == service), None)

    def counter(self, counter: str) -> Counter | None:
        """The counter of that id, or None."""
        return next((one for one in self.counters if one.counter == counter), None)

    def group(self, group: str) -> PriorityGroup | None:
        """The priority group of that id, or None."""
        return next((one for one in self.rules.groups if one.group == group), None)

    def department_name(self, department: str) -> Words:
        """The department's name, or its id where the plan no longer has it."""
        known = (one.name for one in self.departments if one.department == department)
        return next(known, Words(department))
