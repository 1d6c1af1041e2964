"""Everything the board shows of one moment, as plain values section by section. Pure."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from hall_board.dossier_figures import department_row, dossier_figures
from hall_board.figures import counted, minutes
from hall_board.gold import GoldRow
from hall_board.rows import call_row, service_row
from hallctl.core.plan import Words
from hallctl.core.views import BoardView, Call, Counts, DossierCounts
from hallctl.station.words import bind_compounds

Picture = dict[str, Any]
"""Sections ``hall``, ``code``, ``gold``, ``earlier``, ``services``, ``queues``, ``counts``,
``dossiers``, ``departments`` and ``state``."""

MANY_COUNTERS = 9
"""From here on a call is soon pushed away by others: twice as many are shown, without names."""

SCENES = ("calls", "queues", "departments", "playlist")
"""What a zone may leave out."""
_NOBODY = Words("")


class Sound(msgspec.Struct, frozen=True):
    """What the board knows of its voice: the call being spoken, and a fault's code."""

    speaking: int = 0
    fault: str = ""


class Languages(msgspec.Struct, frozen=True):
    """Which language stands beside the Vietnamese now, and all that take turns."""

    now: str
    every: tuple[str, ...]

    def of(self, call: Call | None) -> str:
        """Beside the newest call: the language in which its number was taken, if it is among them."""
        return call.language if call and call.language in self.every else self.now


IN_ENGLISH = Languages("en", ("en",))


def picture(
    view: BoardView | None,
    row: GoldRow,
    link_state: str,
    sound: Sound,
    beside: Languages = IN_ENGLISH,
) -> Picture:
    """The board as it is to look now; ``link_state`` as the link says it."""
    now = beside.now
    services, departments = (view.services, view.departments) if view else ((), ())
    return {
        "hall": _hall(view, beside),
        "code": _code(view),
        "gold": call_row(row.call, sound.speaking, beside.of(row.call)),
        "earlier": [call_row(one, sound.speaking, now) for one in row.earlier],
        "services": [service_row(one, view.target_s, now) for one in services] if view else [],
        "departments": [department_row(one, now) for one in departments],
        "dossiers": dossier_figures(view.dossiers if view else DossierCounts()),
        "counts": counted(view.counts if view else Counts()),
        "queues": {"waiting": _waiting(view)},
        "state": _state(view, link_state) | {"sound_fault": sound.fault},
    }


def of_counters(view: BoardView, counters: frozenset[str]) -> BoardView:
    """The view with the calls of these counters only; of all where none is named."""
    if not counters:
        return view
    calls = tuple(one for one in view.calls if one.counter in counters)
    return msgspec.structs.replace(view, calls=calls)


def _hall(view: BoardView | None, beside: Languages) -> dict[str, object]:
    hall, authority = (view.hall, view.authority) if view else (_NOBODY, _NOBODY)
    zone = (view.zone_name if view else None) or _NOBODY
    return {
        "name": bind_compounds(hall.vi),
        "name_beside": hall.beside(beside.now),
        "authority": bind_compounds(authority.vi),
        "notices": [said for one in (view.notices if view else ()) for said in _said(one, beside)],
        "target": str(minutes(view.target_s) if view else 15),
        "has_counts": view is not None and (view.counts.issued > 0 or bool(view.departments)),
        "has_dossiers": view is not None and bool(view.departments),
        "sealed_link": view.sealed_link if view else "",
        "sealed_day": f"{view.sealed_day:%d/%m/%Y}" if view and view.sealed_day else "",
        "zone": bind_compounds(zone.vi),
        "zone_beside": zone.beside(beside.now),
        "in_columns": view is not None and _has_many_counters(view),
        "is_table": view is not None and view.shows == ("departments",),
        **{f"shows_{one}": view is None or one in view.shows for one in SCENES},
    }


def _said(words: Words, beside: Languages) -> list[str]:
    """A line in Vietnamese and in every language beside it, each once."""
    every = (words.vi, *(words.beside(one) for one in beside.every))
    return [said for said in dict.fromkeys(every) if said]


def _has_many_counters(view: BoardView) -> bool:
    """Whether calls are to stand in two columns; the way to another part of the hall needs one."""
    is_elsewhere = any(one.zone_name or one.direction for one in view.calls)
    return not is_elsewhere and len({one.counter for one in view.calls}) >= MANY_COUNTERS


def _code(view: BoardView | None) -> dict[str, object]:
    shown = view.hall_code if view else None
    return {"address": shown.address, "wifi": shown.wifi} if shown else {"address": "", "wifi": ""}


def _waiting(view: BoardView | None) -> str:
    """How many wait in the queues that are shown."""
    return str(sum(one.waiting for one in view.services) if view else 0)


def _state(view: BoardView | None, link_state: str) -> dict[str, object]:
    if view is None:
        return {"scene": "connecting", "is_offline": link_state == "offline", "as_of": ""}
    return {
        "scene": "closed" if view.business_day is None else "open",
        "is_offline": link_state != "online",
        "as_of": f"{datetime.fromtimestamp(view.shown_at / 1000, ZoneInfo(view.timezone)):%H:%M}",
    }
