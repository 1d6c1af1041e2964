"""The tables of ``hall.toml`` as a technician writes them, before any rule is checked."""

from datetime import date
from typing import Literal

import msgspec

from hallctl.core.equipment import Camera, CameraRules, Device
from hallctl.core.plan import (
    Counter,
    Department,
    OfflineRules,
    PriorityGroup,
    RatingReason,
    Service,
    Words,
)
from hallctl.core.plan.alert_rules import AlertRule, AlertRules
from hallctl.core.plan.appointment_rules import AppointmentRules
from hallctl.core.plan.board_rules import AnnouncementRules, SoundMode, Zone
from hallctl.core.plan.fee_rules import DeliveryRules, FeeRules
from hallctl.core.plan.floor_rules import FloorLimits, Official, Profile, Reason
from hallctl.core.plan.notice_rules import NoticeRules
from hallctl.core.plan.phone_rules import PhoneRules
from hallctl.core.plan.rating_rules import RatingTable, SignRules
from hallctl.settings.papers import ReceiptTable, TicketTable
from hallctl.settings.tables.hall import ApplicantRules, Backup, Retention, Server, Station
from hallctl.settings.tables.report_mail import ReportMail
from hallctl.settings.tables.telling import Gateway, Mail
from hallctl.settings.tables.webhooks import Webhook


class HallTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[hall]``: what the hall is called and how it speaks."""

    name: Words
    authority: Words
    timezone: str = "Asia/Ho_Chi_Minh"
    languages: tuple[str, ...] = ("vi", "en")
    beside: tuple[str, ...] = ("en",)
    emblem: str = ""
    place: str = ""
    notices: tuple[Words, ...] = ()


class HoursTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[hours]``: when the hall is open; a shift is written ``"07:30-11:30"``."""

    weekdays: tuple[int, ...] = (1, 2, 3, 4, 5)
    shifts: tuple[str, ...] = ()
    opens_by_itself: bool = False


class RulesTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[rules]``: the spans the hall promises, in minutes."""

    target_minutes: float = 15.0
    rating_minutes: float = 30.0


class PeopleTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[people]``: how those who work here sign in, and for how long."""

    sign_in_at_counters: bool = False
    session_idle_minutes: float = 30.0
    session_hours: float = 10.0


class DossiersTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[dossiers]``: whose codes the hall gives, and how it reckons deadlines."""

    agency: str = ""
    deadline_mode: Literal["end_of_day", "same_minute", "working_hours"] = "end_of_day"
    cut_off: str = "15:00"
    return_service: str = ""


class RunsTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[runs]``: when couriers leave, and how long after that everything must have arrived."""

    departures: tuple[str, ...] = ()
    due_minutes: float = 90.0


class NamedDay(msgspec.Struct, frozen=True, kw_only=True):
    """One day of the calendar and why it is special."""

    day: date
    name: str = ""


class CalendarTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[calendar]``: days off, days worked instead of others, and half Saturdays."""

    days_off: tuple[NamedDay, ...] = ()
    days_worked: tuple[NamedDay, ...] = ()
    saturday: tuple[str, ...] = ()


class SoundTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[[sound]]``: how it sounds at some hours."""

    hours: tuple[str, ...]
    weekdays: tuple[int, ...] = ()
    mode: SoundMode = "speak"
    volume: int = 100
    zone: str = ""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A whole ``hall.toml``."""

    hall: HallTable
    hours: HoursTable = HoursTable()
    rules: RulesTable = RulesTable()
    ticket: TicketTable = TicketTable()
    receipt: ReceiptTable = ReceiptTable()
    people: PeopleTable = PeopleTable()
    floor: FloorLimits = FloorLimits()
    dossiers: DossiersTable = DossiersTable()
    calendar: CalendarTable = CalendarTable()
    applicants: ApplicantRules = ApplicantRules()
    retention: Retention = Retention()
    runs: RunsTable = RunsTable()
    notices: NoticeRules = NoticeRules()
    fees: FeeRules = FeeRules()
    deliveries: DeliveryRules = DeliveryRules()
    mail: Mail = Mail()
    gateway: Gateway = Gateway()
    offline: OfflineRules = OfflineRules()
    phone: PhoneRules = PhoneRules()
    appointments: AppointmentRules = AppointmentRules()
    rating: RatingTable = RatingTable()
    signs: SignRules = SignRules()
    alerts: AlertRules = AlertRules()
    cameras: CameraRules = CameraRules()
    announcements: AnnouncementRules = AnnouncementRules()
    server: Server = Server()
    backup: Backup = Backup()
    service: tuple[Service, ...]
    counter: tuple[Counter, ...]
    priority: tuple[PriorityGroup, ...] = ()
    rating_reason: tuple[RatingReason, ...] = ()
    profile: tuple[Profile, ...] = ()
    official: tuple[Official, ...] = ()
    reason: tuple[Reason, ...] = ()
    department: tuple[Department, ...] = ()
    station: tuple[Station, ...] = ()
    zone: tuple[Zone, ...] = ()
    sound: tuple[SoundTable, ...] = ()
    device: tuple[Device, ...] = ()
    camera: tuple[Camera, ...] = ()
    report_mail: tuple[ReportMail, ...] = ()
    webhook: tuple[Webhook, ...] = ()
    alert_rule: tuple[AlertRule, ...] = ()
