"""Weeks of chance at the desk, and the ledger made from them."""

from datetime import date
from random import Random

import msgspec
from sqlite_utils import Database

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.commands import Command
from hallctl.core.dossier_life import DossierState
from hallctl.core.refusals import Refused
from hallctl.journal.entry import Fact
from hallctl.ledger.projecting import project
from hallctl.ledger.schema import create_ledger
from tests.core.one_day import wish
from tests.dossiers.desk import FIVE_DAYS, NO_TERM, REASON, SAME_DAY, Desk

AFTER = [
    c.ForwardDossier,
    c.ProcessDossier,
    c.RequestSupplement,
    c.RequestSupplement,
    c.RequestSupplement,
    c.ResumeDossier,
    c.ResumeDossier,
    c.ResumeDossier,
    c.ResumeDossier,
    c.FinishDossier,
    c.FinishDossier,
    c.FinishDossier,
    c.ReturnDossier,
    c.ReturnDossier,
    c.RefuseDossier,
    c.WithdrawDossier,
    c.StopDossier,
    c.ReappointDossier,
]


def weeks_of_chance(seed: int, days: int = 40, acts: int = 15) -> list[events.Event]:
    """Dossiers of all kinds on all their ways; early, late, overdue and forgotten ones."""
    facts = weeks_of_facts(seed, days, acts)
    return [one for one in facts if isinstance(one, events.DossierEvent)]


def weeks_of_facts(
    seed: int, days: int = 40, acts: int = 15, *, corrected: bool = False
) -> list[events.Event]:
    """The same with every other fact; ``corrected``: now and then something was wrong."""
    random, desk = Random(seed), Desk()
    for day in range(days):
        desk.move_to(day, random.random() * 9)
        for _ in range(random.randrange(acts)):
            desk.day.wait(random.random() * 20)
            _somebody_acts(desk, random)
            if corrected and random.random() < 0.2:
                _somebody_corrects(desk, random)
    return desk.day.facts


def _somebody_corrects(desk: Desk, random: Random) -> None:
    dossiers = list(desk.shelf.every.values())
    if not dossiers:
        return
    dossier = random.choice(dossiers)
    last = dossier.last_step
    if last is not None and random.random() < 0.7:
        asked = wish(c.UndoDossierStep, dossier=dossier.dossier, step=last.step, reason=REASON)
    else:
        asked = wish(c.StrikeDossier, dossier=dossier.dossier, reason=REASON)
    _ = desk.day.refusal(asked)


def _somebody_acts(desk: Desk, random: Random) -> None:
    dossiers = list(desk.shelf.every.values())
    open_ones = [one for one in dossiers if one.state is not DossierState.RETURNED]
    if not open_ones or random.random() < 0.3:
        _receive(desk, random)
        return
    kind: type[Command] = random.choice(AFTER)
    more: dict[str, object] = {}
    if "reason" in kind.__struct_fields__:
        more["reason"] = REASON
    if kind is c.ReappointDossier:
        more["due_at"] = desk.day.at + random.randrange(12) * 86_400_000
    asked = {"dossier": random.choice(open_ones).dossier, **more}
    _ = desk.day.refusal(wish(kind, **asked))


def _receive(desk: Desk, random: Random) -> None:
    procedure = random.choice([SAME_DAY, FIVE_DAYS, FIVE_DAYS, NO_TERM])
    due_at = desk.day.at + random.randrange(8) * 86_400_000 if procedure == NO_TERM else None
    channel = random.choice(["counter", "online", "post"])
    counter = random.choice(["1", None])
    asked = {"procedure": procedure, "channel": channel, "counter": counter, "due_at": due_at}
    try:
        desk.day.do(wish(c.ReceiveDossier, **asked))
    except Refused:
        return


def ledger_of(facts: list[events.Event]) -> Database:
    """A ledger in memory of these facts."""
    database = Database(memory=True)
    create_ledger(database)
    kept = [
        Fact(number, date(2026, 11, 23), msgspec.json.encode(fact).decode())
        for number, fact in enumerate(facts, start=1)
    ]
    with database.atomic():
        project(database, kept)
    return database
