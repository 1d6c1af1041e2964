"""Results brought home: asked for, handed to a carrier, delivered or brought back."""

import msgspec
import pytest

from hallctl.applicants.applicant import Contact
from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.dossier_life import DossierState
from hallctl.core.hall.delivery_book import DeliveryState
from hallctl.core.hall.dossier import Dossier
from hallctl.core.hall.fee_book import FeeState
from hallctl.core.plan.fee_rules import DeliveryRules
from hallctl.core.refusals import Refusal
from hallctl.forms.hall_lists import draw_lists
from hallctl.ledger.office.delivery_ledger import (
    deliveries_of,
    deliveries_under_way,
    results_to_hand_over,
    unreconciled_delivery,
)
from hallctl.papers.hand_over_sheets import hand_over_sheet
from tests.core.one_day import replayed, wish
from tests.dossiers.desk import REASON
from tests.dossiers.many import ledger_of
from tests.forms.pdf import needs_poppler, words_on
from tests.papers.money import EXACT, WITH_MONEY, Cashier

CARRIER = "VNPost"


@pytest.fixture
def desk() -> Cashier:
    return Cashier()


def state(desk: Cashier, dossier: Dossier) -> DeliveryState | None:
    found: DeliveryState | None = desk.day.hall.office.deliveries.state_of(dossier)
    return found


def ready(desk: Cashier) -> Dossier:
    dossier = desk.receive(EXACT, return_by="post")
    desk.do(c.FinishDossier, dossier)
    return dossier


def hand(desk: Cashier, *dossiers: Dossier, carrier: str = CARRIER) -> str:

    codes = tuple(one.dossier for one in dossiers)
    *_, handed = desk.day.do(wish(c.HandToCarrier, carrier=carrier, dossiers=codes))
    assert isinstance(handed, events.HandedToCarrier)
    return handed.batch


def test_from_asking_to_the_citizen_s_door(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    assert state(desk, dossier) is None
    asked, charged = desk.all(c.AskDelivery, dossier)
    assert isinstance(asked, events.DeliveryAsked)
    assert (charged.amount, charged.source) == (10_000, "delivery")
    assert (dossier.return_by, state(desk, dossier)) == ("post", DeliveryState.ASKED)
    desk.do(c.FinishDossier, dossier)
    assert state(desk, dossier) is DeliveryState.READY
    batch = hand(desk, dossier)
    assert (batch, state(desk, dossier)) == ("2026-11-23-P1", DeliveryState.HANDED_OVER)
    _, returned = desk.all(c.ConfirmDelivered, dossier)
    assert isinstance(returned, events.DossierReturned)
    assert (dossier.state, state(desk, dossier)) == (DossierState.RETURNED, DeliveryState.DELIVERED)


def test_what_came_back_goes_again_or_is_collected(desk: Cashier) -> None:
    first, second = ready(desk), ready(desk)
    hand(desk, first, second)
    for dossier in (first, second):
        desk.do(c.NoteCameBack, dossier, reason="không có người nhận")
        assert state(desk, dossier) is DeliveryState.CAME_BACK
    assert hand(desk, first) == "2026-11-23-P2"
    desk.do(c.ReturnDossier, second)
    assert (second.state, state(desk, second)) == (DossierState.RETURNED, None)


def test_what_is_with_a_carrier_is_not_handed_out(desk: Cashier) -> None:
    dossier = ready(desk)
    batch = hand(desk, dossier)
    assert desk.refused(c.ReturnDossier, dossier) == (
        Refusal.WITH_A_CARRIER,
        {"dossier": dossier.dossier, "batch": batch, "carrier": CARRIER},
    )


def test_whoever_will_come_after_all_owes_nothing_for_the_way(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    desk.all(c.AskDelivery, dossier)
    desk.all(c.CallOffDelivery, dossier, reason=REASON)
    assert (dossier.return_by, state(desk, dossier)) == ("counter", None)
    assert [one.state for one in desk.fees(dossier)] == [FeeState.CANCELLED]


def test_a_batch_numbers_its_rows_and_names_each_once(desk: Cashier) -> None:
    dossiers = [ready(desk) for _ in range(3)]
    batch = hand(desk, *dossiers, dossiers[0])
    database = ledger_of(desk.facts())
    assert [(one.row, one.dossier) for one in deliveries_of(database, batch)] == [
        (row, one.dossier) for row, one in enumerate(dossiers, start=1)
    ]
    assert len(deliveries_under_way(database)) == 3
    desk.move_to(2)
    assert hand(desk, ready(desk)) == "2026-11-25-P1"


@pytest.mark.parametrize(
    ("kind", "more", "refusal"),
    [
        (c.AskDelivery, {}, Refusal.DELIVERY_ASKED_BEFORE),
        (c.ConfirmDelivered, {}, Refusal.DELIVERY_NOT_ALLOWED),
        (c.NoteCameBack, {"reason": REASON}, Refusal.DELIVERY_NOT_ALLOWED),
    ],
)
def test_a_delivery_goes_step_by_step(
    desk: Cashier, kind: type[c.Command], more: dict[str, object], refusal: Refusal
) -> None:
    dossier = desk.receive(EXACT)
    desk.all(c.AskDelivery, dossier)
    assert desk.refused(kind, dossier, **more)[0] is refusal


def test_nobody_is_sent_what_nobody_asked_for(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    asked = {"carrier": CARRIER, "dossiers": (dossier.dossier,)}
    assert desk.refusal(c.HandToCarrier, **asked)[0] is Refusal.NO_DELIVERY_ASKED
    desk.all(c.AskDelivery, dossier)
    assert desk.refusal(c.HandToCarrier, **asked)[0] is Refusal.DELIVERY_NOT_ALLOWED
    stranger = {**asked, "carrier": "Somebody"}
    assert desk.refusal(c.HandToCarrier, **stranger) == (
        Refusal.UNKNOWN_CARRIER,
        {"carrier": "Somebody"},
    )
    desk.do(c.StopDossier, dossier, reason=REASON)
    assert desk.refused(c.AskDelivery, dossier)[0] is Refusal.DOSSIER_NOT_ALLOWED


def test_without_a_price_asking_costs_nothing(desk: Cashier) -> None:
    desk.day.plan = msgspec.structs.replace(WITH_MONEY, deliveries=DeliveryRules())
    dossier = desk.receive(EXACT)
    assert len(desk.all(c.AskDelivery, dossier)) == 1
    assert desk.refused(c.AskDelivery, dossier)[0] is Refusal.DELIVERY_ASKED_BEFORE


def test_the_ledger_tells_where_results_are(desk: Cashier) -> None:
    waiting, gone, back = ready(desk), ready(desk), ready(desk)
    hand(desk, gone, back)
    desk.do(c.NoteCameBack, back, reason=REASON)
    database = ledger_of(desk.facts())
    assert results_to_hand_over(database) == [waiting.dossier, back.dossier]
    assert [one.dossier for one in deliveries_under_way(database)] == [gone.dossier]
    assert unreconciled_delivery(database) == ""
    database.execute("update dossiers set state = 'returned'")
    assert unreconciled_delivery(database) == gone.dossier
    assert replayed(desk.day.facts).office == desk.day.hall.office


@needs_poppler
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_carrier_signs_for_names_and_addresses(desk: Cashier, language: str) -> None:
    known, forgotten = ready(desk), ready(desk)
    batch = hand(desk, known, forgotten)
    contact = Contact(
        name="Lê Văn Phước",
        phone="0900 000 002",
        email="",
        notice_by="",
        address="12 Lê Lợi, phường Bình Minh",
    )
    rows = deliveries_of(ledger_of(desk.facts()), batch)
    contacts = {known.dossier: contact, forgotten.dossier: None}
    sheet = hand_over_sheet(WITH_MONEY, rows, contacts, language)
    said = words_on(draw_lists([sheet], landscape=True))
    for words in ("Lê Văn Phước", "12 Lê Lợi", CARRIER, batch, known.dossier):
        assert words in said
    kept = {"vi": "(không còn lưu)", "en": "(not kept any more)"}[language]
    assert kept in said
