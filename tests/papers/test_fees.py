"""Fees: charged exactly or by hand, paid once, corrected and cancelled in the open, summed by the day."""

from collections import Counter
from random import Random

import msgspec
import pytest
from sqlite_utils import Database

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.drawing.slip_drawing import PrintingStation, SlipArtist
from hallctl.core.hall.dossier import Dossier
from hallctl.core.hall.fee_book import FeeState
from hallctl.core.paper import QrCode
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal
from hallctl.core.slips.fee_paper import fee_paper
from hallctl.core.slips.fee_slips import purpose_of
from hallctl.forms.errors import FormError
from hallctl.forms.hall_lists import draw_lists
from hallctl.ledger.office.fee_reading import (
    FEES_BY,
    day_by,
    day_total,
    fees_of,
    payments_of,
    unreconciled_fee,
)
from hallctl.papers.fee_papers import day_lists, fee_slip
from tests.core.one_day import ANY_ID, replayed, wish
from tests.dossiers.desk import REASON
from tests.dossiers.many import ledger_of
from tests.forms.pdf import needs_poppler, words_on
from tests.papers.money import (
    A_PAGE,
    ABROAD,
    EXACT,
    FREE,
    NOTED,
    UNSAID,
    WITH_MONEY,
    Cashier,
)


@pytest.fixture
def desk() -> Cashier:
    return Cashier()


def test_the_catalogue_s_own_fee_is_charged_once(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    charged = desk.do(c.ChargeFee, dossier)
    assert (charged.fee, charged.amount, charged.source) == (1, 75_000, "catalogue")
    assert desk.refused(c.ChargeFee, dossier) == (
        Refusal.FEE_CHARGED_BEFORE,
        {"dossier": dossier.dossier},
    )


@pytest.mark.parametrize(
    ("procedure", "refusal"),
    [
        (A_PAGE, Refusal.FEE_NOT_EXACT),
        (NOTED, Refusal.FEE_NOT_EXACT),
        (ABROAD, Refusal.FEE_NOT_EXACT),
        (UNSAID, Refusal.FEE_NOT_EXACT),
        (FREE, Refusal.NO_FEE),
    ],
)
def test_what_the_catalogue_does_not_say_exactly_is_typed(
    desk: Cashier, procedure: str, refusal: Refusal
) -> None:
    dossier = desk.receive(procedure)
    assert desk.refused(c.ChargeFee, dossier)[0] is refusal
    typed = desk.do(c.ChargeFee, dossier, name="Bản sao", amount=12_000)
    assert (typed.name, typed.amount, typed.source) == ("Bản sao", 12_000, "typed")


def test_everything_due_is_paid_together_and_once(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    desk.do(c.ChargeFee, dossier)
    desk.do(c.ChargeFee, dossier, name="Bản sao", amount=8_000)
    paid = desk.all(c.PayFees, dossier, method="cash", counter="1")
    assert [(one.fee, one.amount, one.official) for one in paid] == [
        (1, 75_000, "official-1"),
        (2, 8_000, "official-1"),
    ]
    code = {"dossier": dossier.dossier}
    assert desk.refused(c.PayFees, dossier, method="cash") == (Refusal.NOTHING_DUE, code)
    again = desk.refused(c.PayFees, dossier, method="cash", fees=(2,))
    assert again == (Refusal.FEE_PAID_BEFORE, {**code, "fee": 2})


def test_a_correction_settles_what_was_paid(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    desk.do(c.ChargeFee, dossier)
    before = desk.do(c.CorrectFee, dossier, fee=1, amount=70_000, reason=REASON)
    assert (before.settled, before.method) == (0, "")
    desk.do(c.PayFees, dossier, method="transfer")
    after = desk.do(c.CorrectFee, dossier, fee=1, amount=60_000, reason=REASON)
    assert (after.was, after.settled, after.method) == (70_000, -10_000, "transfer")
    back = desk.do(c.CancelFee, dossier, fee=1, reason=REASON, method="cash")
    assert (back.paid_back, back.method) == (60_000, "cash")
    assert desk.fees(dossier)[0].state is FeeState.CANCELLED


@pytest.mark.parametrize(
    ("kind", "more", "refusal"),
    [
        (c.PayFees, {"method": "cash", "fees": (9,)}, Refusal.UNKNOWN_FEE),
        (c.CorrectFee, {"fee": 9, "amount": 1, "reason": REASON}, Refusal.UNKNOWN_FEE),
        (c.CorrectFee, {"fee": 1, "amount": 75_000, "reason": REASON}, Refusal.FEE_IS_SO),
        (c.CancelFee, {"fee": 2, "reason": REASON}, Refusal.FEE_CANCELLED),
        (c.PayFees, {"method": "cash", "fees": (2,)}, Refusal.FEE_CANCELLED),
    ],
)
def test_a_fee_that_is_not_there_is_told(
    desk: Cashier, kind: type[c.Command], more: dict[str, object], refusal: Refusal
) -> None:
    dossier = desk.receive(EXACT)
    desk.do(c.ChargeFee, dossier)
    desk.do(c.ChargeFee, dossier, amount=5)
    desk.do(c.CancelFee, dossier, fee=2, reason=REASON)
    assert desk.refused(kind, dossier, **more)[0] is refusal


def test_the_slip_asks_for_what_is_due(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    desk.do(c.ChargeFee, dossier)
    desk.do(c.PayFees, dossier, method="cash")
    desk.do(c.ChargeFee, dossier, name="Bản sao", amount=8_000)
    database = ledger_of(desk.facts())
    slip = fee_slip(WITH_MONEY, dossier.dossier, fees_of(database, dossier.dossier))
    assert (slip.total, slip.purpose) == (8_000, dossier.dossier)
    (code,) = (one for one in fee_paper(slip, "vi").blocks if isinstance(one, QrCode))
    assert "54048000" in code.text
    desk.do(c.PayFees, dossier, method="online")
    paid = fees_of(ledger_of(desk.facts()), dossier.dossier)
    with pytest.raises(FormError, match="nothing is due"):
        fee_slip(WITH_MONEY, dossier.dossier, paid)
    without = msgspec.structs.replace(WITH_MONEY, fees=type(WITH_MONEY.fees)())
    with pytest.raises(FormError, match="no account"):
        fee_slip(without, dossier.dossier, fees_of(database, dossier.dossier))


def test_a_long_code_leaves_its_end_on_the_bank_statement() -> None:
    assert purpose_of("H15.50.05.13.AB.CD-261008-0975") == "50.05.13.AB.CD-261008-0975"[-25:]


def weeks_of_money(seed: int) -> Cashier:
    """Fees charged, paid, corrected and cancelled at random, over some days."""
    random, desk = Random(seed), Cashier()
    for day in range(5):
        desk.move_to(day, random.random())
        for _ in range(40):
            desk.day.wait(random.random() * 9)
            _ = desk.day.refusal(_anything(desk, random))
    return desk


def _anything(desk: Cashier, random: Random) -> c.Command:
    every = list(desk.shelf.every)
    if not every or random.random() < 0.1:
        return wish(c.ReceiveDossier, procedure=random.choice([EXACT, NOTED]))
    asked = {"dossier": random.choice(every), "counter": random.choice([None, "1"])}
    method = random.choice(["cash", "transfer", "online"])
    match random.randrange(5):
        case 0:
            return wish(c.ChargeFee, **asked)
        case 1:
            return wish(c.ChargeFee, **asked, amount=random.randrange(1, 90_000))
        case 2:
            return wish(c.PayFees, **asked, method=method)
        case 3:
            more = {"fee": random.randrange(1, 5), "reason": REASON, "method": method}
            return wish(c.CancelFee, **asked, **more)
    amount = random.randrange(1, 90_000)
    return wish(c.CorrectFee, **asked, fee=random.randrange(1, 5), amount=amount, reason=REASON)


@pytest.mark.parametrize("seed", range(5))
def test_the_day_s_lists_agree_with_each_other_and_with_what_changed_hands(seed: int) -> None:
    desk = weeks_of_money(seed)
    database = ledger_of(desk.facts())
    assert unreconciled_fee(database) == ""
    recounted: Counter[tuple[object, str]] = Counter()
    for fact in desk.day.facts:
        match fact:
            case events.FeePaid():
                recounted[fact.day, fact.method] += fact.amount
            case events.FeeCorrected():
                recounted[fact.day, fact.method] += fact.settled
            case events.FeeCancelled():
                recounted[fact.day, fact.method] -= fact.paid_back
    for day in {day for day, _ in recounted}:
        total = day_total(database, day)  # type: ignore[arg-type]  # it is a date
        for by in FEES_BY:
            lines = day_by(database, day, by)  # type: ignore[arg-type]
            assert sum(one.balance for one in lines) == total.balance
            assert sum(one.payments for one in lines) == total.payments
        found = {one.key: one.balance for one in day_by(database, day, "method")}  # type: ignore[arg-type]
        assert found == {m: n for (d, m), n in recounted.items() if d == day and m in found}
        assert sum(one.amount for one in payments_of(database, day)) == total.balance  # type: ignore[arg-type]
    database.close()


def test_what_the_hall_holds_is_what_is_paid() -> None:
    desk = weeks_of_money(7)
    held = sum(
        fee.amount
        for fees in desk.day.hall.office.fees.every.values()
        for fee in fees
        if fee.state is FeeState.PAID
    )
    database = ledger_of(desk.facts())
    (paid,) = database.execute(
        "select sum(taken - paid_back) from fee_sums where dimension = 'whole'"
    ).fetchone()
    assert held == paid
    assert replayed(desk.day.facts).office == desk.day.hall.office


@pytest.fixture
def ledger() -> Database:
    return ledger_of(weeks_of_money(1).facts())


@pytest.mark.parametrize(
    "spoilt",
    [
        "update fee_sums set taken = taken + 1",
        "delete from fee_payments where rowid = 1",
        "update fees set amount = amount + 1 where state = 'paid'",
        "delete from fee_sums",
    ],
)
def test_money_that_does_not_add_up_is_found_out(ledger: Database, spoilt: str) -> None:
    ledger.execute(spoilt)
    assert unreconciled_fee(ledger) != ""
    ledger.close()


@needs_poppler
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_day_s_list_is_there_to_be_signed(desk: Cashier, language: str) -> None:
    dossier = desk.receive(EXACT)
    desk.do(c.ChargeFee, dossier)
    desk.do(c.PayFees, dossier, method="cash", counter="1")
    database = ledger_of(desk.facts())
    said = words_on(draw_lists(day_lists(database, WITH_MONEY, desk.day.today, language)))
    assert said.count("75.000 đ") >= 8
    for words in {"vi": ("Tiền mặt", "Thủ quỹ"), "en": ("Cash", "Cashier")}[language]:
        assert words in said


def test_no_view_shows_what_anybody_paid(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    desk.do(c.ChargeFee, dossier)
    desk.do(c.PayFees, dossier, method="cash")
    views = [*desk.day.views(), desk.day.artist.dossier(desk.day.at, dossier.dossier)]
    assert b"75000" not in msgspec.json.encode(views)


PANEL = Actor("counter-1", Role.COUNTER, counter="1", prints=True)


def fee_slip_of(dossier: Dossier) -> c.Command:
    return c.PrintSlip(command_id=ANY_ID, dossier=dossier.dossier, kind="fee")


def test_a_counter_s_own_printer_gives_out_the_fee_slip(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    order = fee_slip_of(dossier)
    refused = desk.day.refusal(order, PANEL)
    assert refused is not None
    assert refused.refusal is Refusal.NOTHING_DUE
    desk.do(c.ChargeFee, dossier)
    desk.day.do(order, PANEL)
    artist = SlipArtist(desk.day.hall, WITH_MONEY, lambda code: f"http://hall/d/{code}")
    (job,) = artist.slips(desk.day.at, PrintingStation("counter-1", "simulate")).jobs
    assert any(
        isinstance(block, QrCode) and "540575000" in block.text for block in job.document.blocks
    )
    desk.do(c.PayFees, dossier, method="cash")
    (job,) = artist.slips(desk.day.at, PrintingStation("counter-1", "simulate")).jobs
    assert b"75.000" in msgspec.json.encode(job.document), "the paper comes late, and still tells"
    desk.do(c.CancelFee, dossier, fee=1, reason=REASON)
    (job,) = artist.slips(desk.day.at, PrintingStation("counter-1", "simulate")).jobs
    assert len(job.document.blocks) == 2


def test_without_an_account_there_is_no_fee_slip(desk: Cashier) -> None:
    dossier = desk.receive(EXACT)
    desk.do(c.ChargeFee, dossier)
    desk.day.plan = msgspec.structs.replace(WITH_MONEY, fees=type(WITH_MONEY.fees)())
    refused = desk.day.refusal(fee_slip_of(dossier), PANEL)
    assert refused is not None
    assert refused.refusal is Refusal.NO_ACCOUNT
