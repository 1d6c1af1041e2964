"""The plan that ``hall.toml`` lays down: its tables, and what the rules have made of them."""

from pathlib import Path
from typing import TypedDict

from hallctl.core.calendar import Shift
from hallctl.core.plan import Plan, Rules
from hallctl.core.plan.dossier_rules import DossierRules
from hallctl.core.plan.fee_rules import DeliveryRules, FeeRules
from hallctl.core.plan.floor_rules import FloorRules
from hallctl.core.plan.notice_rules import NoticeRules
from hallctl.core.plan.paper_rules import PaperRules
from hallctl.core.plan.run_rules import RunRules
from hallctl.settings.hall_rules.appointments import appointed_of
from hallctl.settings.hall_rules.boards import announcing_of, zones_of
from hallctl.settings.hall_rules.floor import counters_with_services
from hallctl.settings.hall_rules.languages import own_languages
from hallctl.settings.machine_rules.devices import own_pad_formats
from hallctl.settings.problems import Findings
from hallctl.settings.tables.document import Document


class Ruled(TypedDict):
    """What the rules read while they checked, by its name in the plan."""

    shifts: tuple[Shift, ...]
    dossiers: DossierRules
    floor: FloorRules
    papers: PaperRules
    service_hours: dict[str, tuple[Shift, ...]]
    runs: RunRules
    telling: NoticeRules
    fees: FeeRules
    deliveries: DeliveryRules


def plan_of(document: Document, directory: Path, ruled: Ruled) -> Plan:
    """The plan, of a document in which nothing is wrong."""
    hall = document.hall
    return Plan(
        hall=hall.name,
        authority=hall.authority,
        services=document.service,
        counters=counters_with_services(document),
        departments=document.department,
        rules=_rules(document),
        timezone=hall.timezone,
        weekdays=document.hours.weekdays,
        notices=hall.notices,
        place=hall.place,
        emblem=str(directory / hall.emblem) if hall.emblem else "",
        alerts=document.alerts,
        alert_rules=document.alert_rule,
        printing_stations=tuple(
            one.name for one in document.station if one.printer and one.role in {"kiosk", "devices"}
        ),
        slip_stations=tuple(one.name for one in document.station if one.printer),
        devices=document.device,
        pad_formats=own_pad_formats(directory, Findings("")) if document.device else (),
        cameras=document.camera,
        camera_rules=document.cameras,
        offline=document.offline,
        languages=own_languages(directory, Findings("")),
        phone=document.phone,
        appointments=document.appointments,
        zones=zones_of(document),
        announcing=announcing_of(document),
        rating=document.rating,
        signs=document.signs,
        **ruled,
    )


def _rules(document: Document) -> Rules:
    hall = document.hall
    return Rules(
        groups=document.priority,
        target_minutes=document.rules.target_minutes,
        rating_minutes=document.rules.rating_minutes,
        rating_reasons=document.rating_reason,
        languages=hall.languages,
        beside=hall.beside,
        opens_by_itself=document.hours.opens_by_itself,
        sign_in_at_counters=document.people.sign_in_at_counters,
        appointed=appointed_of(document.appointments),
    )
