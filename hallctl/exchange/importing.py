"""Takes a planned import step by step: every wish has an id made of what it is, so that none happens twice."""

import json
from collections.abc import Callable
from hashlib import blake2b
from typing import Any, NamedTuple
from uuid import UUID

from sqlite_utils import Database

from hallctl.core.dossier_life import DossierState
from hallctl.exchange.history import NEED_A_REASON, Step
from hallctl.exchange.links import Links
from hallctl.exchange.mapping import RECEIVE, Mapping
from hallctl.exchange.planning import Planned, Standing

COMMANDS = {
    "receive": "ReceiveDossier",
    "forward": "ForwardDossier",
    "take_up": "ProcessDossier",
    "request_supplement": "RequestSupplement",
    "resume": "ResumeDossier",
    "finish": "FinishDossier",
    "return": "ReturnDossier",
    "refuse": "RefuseDossier",
    "withdraw": "WithdrawDossier",
    "stop": "StopDossier",
}
VERSION_8 = 0x8000
_KNOWN = """
select dossier, state, (select count(*) from dossier_steps s where s.dossier = d.dossier),
    (select json_group_array(step) from (select s.step from dossier_steps s
        where s.dossier = d.dossier and s.undone_at is null
        and s.step not in ('receive', 'undo', 'strike', 'reappoint') order by s.rowid))
from dossiers d where dossier in (select value from json_each(?))
"""


class Sent(NamedTuple):
    """What the hall answered, as JSON."""

    answer: dict[str, Any]
    is_granted: bool


Send = Callable[[dict[str, Any]], Sent]


class RefusedError(Exception):
    """The hall said no; the rest of that dossier is left for the next time."""


def known_dossiers(ledger: Database, links: dict[str, str]) -> dict[str, Standing]:
    """How the linked dossiers stand in the hall, by the other system's codes."""
    rows = ledger.execute(_KNOWN, (json.dumps(list(links.values())),))
    standing = {
        row[0]: Standing(row[0], DossierState(row[1]), row[2], tuple(json.loads(row[3])))
        for row in rows
    }
    return {code: standing[ours] for code, ours in links.items() if ours in standing}


def take(one: Planned, mapping: Mapping, links: Links, send: Send) -> str:
    """Take the row's steps; gives the hall's code. Raises RefusedError."""
    dossier = one.standing.dossier if one.standing else ""
    before = one.standing.steps if one.standing else 0
    for place, step in enumerate(one.steps):
        command = _command(one, step, dossier)
        command["id"] = str(id_of(mapping.system, one.code, step.step, before + place))
        sent = send(command)
        if not sent.is_granted:
            raise RefusedError(f"{step.step}: {json.dumps(sent.answer, ensure_ascii=False)}")
        if step.step == RECEIVE:
            dossier = str(
                next(e for e in sent.answer["events"] if e["type"] == "DossierReceived")["dossier"]
            )
            links.keep(mapping.system, one.code, dossier)
    return dossier


def id_of(system: str, code: str, step: str, place: int) -> UUID:
    """The same for the same step of the same dossier. It sorts before every id made in time order."""
    about = "\x1f".join((system, code, step, str(place)))
    digest = blake2b(about.encode(), digest_size=10).digest()
    number = int.from_bytes(b"\0" * 6 + digest, "big")
    number = (number & ~(0xF000 << 64)) | (VERSION_8 << 64)
    return UUID(int=(number & ~(0xC000 << 48)) | (0x8000 << 48))


def _command(one: Planned, step: Step, dossier: str) -> dict[str, Any]:
    if step.step == RECEIVE:
        told: dict[str, Any] = {"procedure": one.procedure, "channel": one.channel}
        if one.complete_at is not None:
            told["complete_at"] = told["presented_at"] = one.complete_at
    else:
        told = {"dossier": dossier}
    if step.at is not None:
        told["taken_at"] = step.at
    if step.department:
        told["department"] = step.department
    if step.step in NEED_A_REASON:
        told["reason"] = step.reason
    return {"type": COMMANDS[step.step], **told}
