"""A result is brought home: asked for, handed to a carrier with others, delivered or brought back."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.dossier_life import DOSSIER_LIFE, DossierStep
from hallctl.core.guards.dossier_guards import act_of, dossier_day, dossier_may, known_dossier
from hallctl.core.hall import Hall
from hallctl.core.hall.delivery_book import POST, DeliveryState
from hallctl.core.hall.dossier import Dossier
from hallctl.core.hall.fee_book import FeeState
from hallctl.core.refusals import Refusal, Refused

DELIVERY = "delivery"
FEE_NAME = "Cước chuyển phát kết quả"
ON_ITS_WAY = frozenset({DeliveryState.HANDED_OVER})
TO_HAND_OVER = frozenset({DeliveryState.READY, DeliveryState.CAME_BACK})
MAY_CALL_OFF = frozenset({DeliveryState.ASKED, *TO_HAND_OVER})


def ask_delivery(hall: Hall, wish: commands.AskDelivery, by: Circumstances) -> Facts:
    dossier = known_dossier(hall, wish.dossier)
    if not DOSSIER_LIFE[dossier.state]:
        raise Refused(
            Refusal.DOSSIER_NOT_ALLOWED,
            dossier=dossier.dossier,
            state=dossier.state,
            step="ask_delivery",
        )
    fee, charged = by.plan.deliveries.fee, _delivery_fee(hall, dossier.dossier)
    if dossier.return_by == POST and (charged or not fee):
        raise Refused(Refusal.DELIVERY_ASKED_BEFORE, dossier=dossier.dossier)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    yield events.DeliveryAsked(**act)
    if fee and not charged:
        number = len(hall.office.fees.of(dossier.dossier)) + 1
        yield events.FeeCharged(**act, fee=number, name=FEE_NAME, amount=fee, source=DELIVERY)


def call_off_delivery(hall: Hall, wish: commands.CallOffDelivery, by: Circumstances) -> Facts:
    dossier = _delivery(hall, wish.dossier, MAY_CALL_OFF)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    yield events.DeliveryCalledOff(**act, reason=wish.reason)
    for fee in hall.office.fees.due(dossier.dossier):
        if fee.source == DELIVERY:
            yield events.FeeCancelled(
                **act,
                fee=fee.fee,
                amount=fee.amount,
                paid_back=0,
                method="",
                reason=wish.reason,
            )


def hand_to_carrier(hall: Hall, wish: commands.HandToCarrier, by: Circumstances) -> Facts:
    carriers = by.plan.deliveries.carriers
    if carriers and wish.carrier not in carriers:
        raise Refused(Refusal.UNKNOWN_CARRIER, carrier=wish.carrier)
    dossiers = [_delivery(hall, text, TO_HAND_OVER) for text in wish.dossiers]
    codes = dict.fromkeys(one.dossier for one in dossiers)
    book, day = hall.office.deliveries, dossier_day(hall, by)
    batch = f"{day.isoformat()}-P{book.batches + 1 if book.day == day else 1}"
    for row, dossier in enumerate(codes, start=1):
        act = act_of(hall, dossier, wish.counter, by)
        yield events.HandedToCarrier(**act, batch=batch, row=row, carrier=wish.carrier)


def confirm_delivered(hall: Hall, wish: commands.ConfirmDelivered, by: Circumstances) -> Facts:
    dossier = _delivery(hall, wish.dossier, ON_ITS_WAY)
    dossier_may(dossier, DossierStep.RETURN)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    batch = hall.office.deliveries.carried[dossier.dossier].batch
    yield events.ResultDelivered(**act, batch=batch)
    yield events.DossierReturned(**act)


def note_came_back(hall: Hall, wish: commands.NoteCameBack, by: Circumstances) -> Facts:
    dossier = _delivery(hall, wish.dossier, ON_ITS_WAY)
    act = act_of(hall, dossier.dossier, wish.counter, by)
    batch = hall.office.deliveries.carried[dossier.dossier].batch
    yield events.ResultCameBack(**act, batch=batch, reason=wish.reason)


def in_the_hall(hall: Hall, dossier: Dossier) -> None:
    """Refuse to hand out what is with a carrier."""
    carried = hall.office.deliveries.carried.get(dossier.dossier)
    if carried is not None and not carried.is_back:
        raise Refused(
            Refusal.WITH_A_CARRIER,
            dossier=dossier.dossier,
            batch=carried.batch,
            carrier=carried.carrier,
        )


def _delivery(hall: Hall, text: str, states: frozenset[DeliveryState]) -> Dossier:
    """The dossier, if its delivery stands so."""
    dossier = known_dossier(hall, text)
    state = hall.office.deliveries.state_of(dossier)
    if state is None:
        raise Refused(Refusal.NO_DELIVERY_ASKED, dossier=dossier.dossier)
    if state not in states:
        raise Refused(Refusal.DELIVERY_NOT_ALLOWED, dossier=dossier.dossier, state=state)
    return dossier


def _delivery_fee(hall: Hall, dossier: str) -> bool:
    fees = hall.office.fees.of(dossier)
    return any(fee.source == DELIVERY and fee.state is not FeeState.CANCELLED for fee in fees)
