"""What happens in the back office of simulated days: fees, results brought home, complaints.

It has a chance of its own, so that the days themselves stay what their seed says.
"""

from collections import defaultdict
from datetime import date, timedelta
from random import Random
from uuid import UUID

from hallctl.command_ids import new_command_id
from hallctl.core import commands, events
from hallctl.core.commands.complaint_commands import About, Finding
from hallctl.core.dossier_life import DossierState
from hallctl.core.hall import Hall
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refused
from hallctl.simulate.dossier_flow import Act, Ask
from hallctl.simulate.said import ANSWERS, COMPLAINTS, KeepWords

AT_FOUR_S, AT_NINE_S = 16 * 3600, 9 * 3600
FEE_SHARE, DELIVERY_SHARE, CAME_BACK_SHARE = 0.8, 0.12, 0.05
COMPLAINTS_A_DAY = (0, 1, 1, 1, 2, 2)
"""How many come on a day, each of these as likely."""
REFUSED_SHARE, NEVER_SHARE, LATE_SHARE = 0.1, 0.05, 0.1
IN_TIME_DAYS, LATE_DAYS = (2, 2, 3, 3, 4, 5, 6, 8, 11), (16, 17, 19)
"""Working days until an answer: most take a few, some more than the fifteen that are promised."""
THE_HALL, THE_INSPECTOR = Actor("hall", Role.HALL), Actor("inspector", Role.INSPECTOR)


class OfficeFlow:
    """Plans what follows from dossiers, and does it when its day is played."""

    def __init__(
        self, plan: Plan, ask: Ask, official: Actor, seed: int, keep: KeepWords | None = None
    ) -> None:
        """``keep``: where complaints' words go; without it only their hashes are made up."""
        self._plan = plan
        self._ask = ask
        self._official = official
        self._keep = keep
        self._random = Random(seed)  # noqa: S311 - a game, not a secret
        self._planned: dict[date, list[tuple[float, Act]]] = defaultdict(list)
        self._wanted_home: set[str] = set()
        self._to_bring: list[str] = []

    def beside(self, actor: Actor, command: commands.Command) -> tuple[events.Event, ...]:
        """Ask as the dossiers' officials do; what follows from the answer is planned. Raises Refused."""
        told = self._ask(actor, command)
        for event in told:
            match event:
                case events.DossierReceived():
                    self._received(event)
                case events.DossierFinished() if event.dossier in self._wanted_home:
                    self._to_bring.append(event.dossier)
        return told

    def of(self, day: date, hall: Hall) -> list[tuple[float, Act]]:
        """What is to be done on that day, in order."""
        for _ in range(self._random.choice(COMPLAINTS_A_DAY)):
            at = AT_NINE_S + self._random.uniform(0, 6 * 3600)
            self._planned[day].append((at, lambda: self._complain(day)))
        self._planned[day].append((AT_FOUR_S, lambda: self._hand_over(day, hall)))
        return sorted(self._planned.pop(day), key=lambda one: one[0])

    def _received(self, event: events.DossierReceived) -> None:
        random, name = self._random, event.dossier
        if random.random() < FEE_SHARE and self._try(
            commands.ChargeFee(command_id=new_command_id(), dossier=name, counter=_at(event))
        ):
            is_online = event.channel == "online"
            method: commands.Method = (
                "online" if is_online else random.choices(("cash", "transfer"), (7, 3))[0]
            )
            self._try(
                commands.PayFees(
                    command_id=new_command_id(), dossier=name, method=method, counter=_at(event)
                )
            )
        if random.random() < DELIVERY_SHARE and self._try(
            commands.AskDelivery(command_id=new_command_id(), dossier=name)
        ):
            self._wanted_home.add(name)

    def _hand_over(self, day: date, hall: Hall) -> None:
        """Results that nobody has collected meanwhile leave together."""
        waiting = [name for name in self._to_bring if _is_ready(hall, name)]
        self._to_bring.clear()
        carriers = self._plan.deliveries.carriers
        if not (waiting and carriers):
            return
        self._try(
            commands.HandToCarrier(
                command_id=new_command_id(), carrier=carriers[0], dossiers=tuple(waiting[:200])
            )
        )
        for name in waiting:
            self._later(day, self._random.randint(1, 3), self._arrives(name))

    def _arrives(self, dossier: str) -> commands.Command:
        if self._random.random() < CAME_BACK_SHARE:
            reason = "Không có người nhận"
            return commands.NoteCameBack(
                command_id=new_command_id(), dossier=dossier, reason=reason
            )
        return commands.ConfirmDelivered(command_id=new_command_id(), dossier=dossier)

    def _complain(self, day: date) -> None:
        """Somebody complains; it is decided, answered and published, mostly in time."""
        random = self._random
        department = random.choice(self._plan.departments).department
        about: About = random.choices(("result", "conduct", "other"), (5, 2, 3))[0]
        wish = new_command_id()
        filed = self._try(
            commands.FileComplaint(
                command_id=wish,
                about=about,
                digest=self._digest(wish, random.choice(COMPLAINTS[about])),
                channel=random.choices(("phone", "kiosk", "desk"), (6, 3, 1))[0],
                department=department,
            ),
            THE_HALL,
        )
        for event in filed:
            if isinstance(event, events.ComplaintFiled):
                self._deal_with(day, event.complaint, department)

    def _deal_with(self, day: date, complaint: str, department: str) -> None:
        """Mostly in time; a few are decided late, and some are let lie."""
        random = self._random
        decided = random.choices((1, 2, 4), (6, 3, 1))[0]
        if random.random() < REFUSED_SHARE:
            refused = commands.RefuseComplaint(
                command_id=new_command_id(), complaint=complaint, reason="Đã được trả lời"
            )
            self._later(day, decided, refused)
            return
        forwarded = commands.ForwardComplaint(
            command_id=new_command_id(), complaint=complaint, department=department
        )
        self._later(day, decided, forwarded)
        if random.random() >= NEVER_SHARE:
            days = LATE_DAYS if random.random() < LATE_SHARE else IN_TIME_DAYS
            self._answer(day, decided + random.choice(days), complaint)

    def _answer(self, day: date, after: int, complaint: str) -> None:
        wish, random = new_command_id(), self._random
        finding: Finding = random.choices(("right", "partly", "wrong"), (3, 3, 4))[0]
        answer = commands.AnswerComplaint(
            command_id=wish,
            complaint=complaint,
            finding=finding,
            digest=self._digest(wish, ANSWERS[finding]),
        )
        self._later(day, after, answer)
        publish = commands.PublishAnswer(command_id=new_command_id(), complaint=complaint)
        self._later(day, after + random.choice((1, 1, 2, 3)), publish)

    def _later(self, day: date, working_days: int, wish: commands.Command) -> None:
        calendar = self._plan.dossiers.calendar
        for _ in range(working_days):
            day = calendar.next_working(day + timedelta(days=1))
        actor = THE_INSPECTOR if isinstance(wish, commands.ComplaintCommand) else None
        self._planned[day].append(
            (AT_NINE_S + self._random.uniform(0, 5000), lambda: self._do(wish, actor))
        )

    def _do(self, wish: commands.Command, actor: Actor | None) -> None:
        self._try(wish, actor)

    def _try(self, wish: commands.Command, actor: Actor | None = None) -> tuple[events.Event, ...]:
        try:
            return self._ask(actor or self._official, wish)
        except Refused:
            return ()  # no fee, or its state has moved on: what was planned no longer fits

    def _digest(self, wish: UUID, words: str) -> str:
        made_up = f"{self._random.getrandbits(256):064x}"
        return self._keep(wish, words) if self._keep else made_up


def _at(event: events.DossierReceived) -> str | None:
    return event.counter or None


def _is_ready(hall: Hall, dossier: str) -> bool:
    found = hall.dossiers.every.get(dossier)
    return found is not None and found.state is DossierState.FINISHED
