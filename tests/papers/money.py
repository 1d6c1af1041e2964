"""A desk that takes fees and sends results home."""

from typing import Any

import msgspec

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.catalogue import Catalogue, Fee, Offer, Procedure
from hallctl.core.deadlines import Term
from hallctl.core.hall.dossier import Dossier
from hallctl.core.hall.fee_book import Fee as ChargedFee
from hallctl.core.plan import Plan
from hallctl.core.plan.fee_rules import DeliveryRules, FeeRules
from hallctl.core.refusals import Refusal
from tests.core.one_day import PLAN, wish
from tests.dossiers.desk import Desk

EXACT, A_PAGE, NOTED, FREE, ABROAD, UNSAID = (f"2.00000{n}" for n in range(1, 7))
FEES = {
    EXACT: Fee(75_000),
    A_PAGE: Fee(2_000, note="đồng/trang"),
    NOTED: Fee(50_000, note="hoặc 0,1 % giá trị"),
    FREE: Fee(0, note="Không có"),
    ABROAD: Fee(10, currency="USD"),
    UNSAID: None,
}


def _plan() -> Plan:
    procedures = {
        code: Procedure(
            procedure=code,
            name=f"Thủ tục {code}",
            department="justice",
            service="birth",
            offers={"counter": Offer(Term(5), fee)},
        )
        for code, fee in FEES.items()
    }
    catalogue = Catalogue(procedures={**PLAN.dossiers.catalogues[0].procedures, **procedures})
    return msgspec.structs.replace(
        PLAN,
        dossiers=msgspec.structs.replace(PLAN.dossiers, catalogues=(catalogue,)),
        fees=FeeRules(bank="970415", bank_name="VietinBank", account="0011", holder="TT HCC"),
        deliveries=DeliveryRules(carriers=("VNPost",), fee=10_000),
    )


WITH_MONEY = _plan()


class Cashier(Desk):
    """The desk at 08:00, nothing received."""

    def __init__(self) -> None:
        super().__init__(WITH_MONEY)

    def fees(self, dossier: Dossier) -> list[ChargedFee]:
        found: list[ChargedFee] = self.day.hall.office.fees.of(dossier.dossier)
        return found

    def all(self, kind: type[c.Command], dossier: Dossier, **more: object) -> Any:
        return self.day.do(wish(kind, dossier=dossier.dossier, **more))

    def refused(
        self, kind: type[c.Command], dossier: Dossier, **more: object
    ) -> tuple[Refusal, dict[str, Any]]:
        return self.refusal(kind, dossier=dossier.dossier, **more)

    def facts(self) -> list[events.Event]:
        kinds = (events.CounterOpened, events.DayOpened)
        return [one for one in self.day.facts if not isinstance(one, kinds)]
