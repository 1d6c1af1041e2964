"""What each report's figures open to."""

from collections.abc import Callable
from typing import NamedTuple

from hallctl.reports.behind.behind_dossiers import dossiers_behind
from hallctl.reports.behind.behind_indicators import dossiers_of_indicator, procedures_behind
from hallctl.reports.behind.behind_records import (
    appointments_behind,
    complaints_behind,
    deliveries_behind,
    payments_behind,
)
from hallctl.reports.behind.behind_visits import visits_behind
from hallctl.reports.behind.listing import Listing, Part
from hallctl.reports.behind.opening import Opening
from hallctl.reports.orders import Sources


class Kind(NamedTuple):
    """One kind of record: how a figure's are found, and its name."""

    find: Callable[[Opening, Sources], Listing]
    name: str


def _procedures(opening: Opening, sources: Sources) -> Listing:
    """The catalogue is no table of the ledger: its few thousand are listed by their place."""
    found = procedures_behind(opening, sources)
    rows = (
        "select '0000' as on_day, -cast(key as integer) as seq, key as place"
        " from json_each(:places)"
        " where :since = :until"
    )
    places = "[" + ",".join("0" * len(found)) + "]"
    return Listing(
        ("place",),
        (Part(rows, {"0000": len(found)}),),
        {"places": places},
        lambda row: found[int(str(row[0]))],
    )


_VISITS = Kind(visits_behind, "visits")
_DOSSIERS = Kind(dossiers_behind, "dossiers")
_BEHIND = {
    "dossiers": _DOSSIERS,
    "complaints": Kind(complaints_behind, "complaints"),
    "fees": Kind(payments_behind, "payments"),
    "appointments": Kind(appointments_behind, "appointments"),
    "deliveries": Kind(deliveries_behind, "deliveries"),
}
_OF_INDICATORS = {
    "1": Kind(_procedures, "procedures"),
    **dict.fromkeys(("5.1", "5.2", "5.3"), _BEHIND["complaints"]),
}
_OF_AN_INDICATOR_S_DOSSIERS = Kind(dossiers_of_indicator, "dossiers")
_OF_AN_OFFICIAL_S_DOSSIERS = frozenset({"dossiers_received", "in_time_share", "finished_late"})


def kind_of(opening: Opening) -> Kind:
    """What that figure has counted."""
    if opening.order.name == "indicators":
        return _OF_INDICATORS.get(opening.narrowed.key or "", _OF_AN_INDICATOR_S_DOSSIERS)
    if opening.order.name == "officials" and opening.figure in _OF_AN_OFFICIAL_S_DOSSIERS:
        return _DOSSIERS
    return _BEHIND.get(opening.order.name, _VISITS)


def opened(opening: Opening, sources: Sources) -> Listing:
    """The records behind the figure."""
    return kind_of(opening).find(opening, sources)
