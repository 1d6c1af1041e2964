"""The sheet a carrier signs for a batch of results: where each goes, with a barcode in every row."""

from collections.abc import Sequence
from datetime import date

from hallctl.applicants.applicant import Contact, Contacts, Looker
from hallctl.core.plan import Plan, Words
from hallctl.forms.hall_lists import Column, Fact, HallList
from hallctl.ledger.office.delivery_ledger import DeliveryRecord
from hallctl.papers.words import NUMBER, SIGN_HERE, clock

TITLE = Words("Phiếu giao kết quả cho đơn vị chuyển phát", "Hand-over sheet for the carrier")
BATCH, CARRIER = Words("Đợt", "Batch"), Words("Đơn vị chuyển phát", "Carrier")
HANDED = Words("Giao lúc", "Handed over")
CODE, NAME = Words("Mã hồ sơ", "Dossier"), Words("Người nhận", "For")
ADDRESS, PHONE = Words("Địa chỉ", "Address"), Words("Điện thoại", "Telephone")
SIGNED = Words("Ký nhận", "Received")
NOBODY_KEPT = Words("(không còn lưu)", "(not kept any more)")
TOTAL = Words("Tổng số: {} kết quả", "{} results in all")
SIGNERS = (Words("Bên giao", "Handed over by"), Words("Bên chuyển phát", "For the carrier"))


def hand_over_sheet(
    plan: Plan,
    rows: Sequence[DeliveryRecord],
    contacts: dict[str, Contact | None],
    language: str,
) -> HallList:
    """The sheet of one batch; ``rows`` is not empty."""
    first = rows[0]
    facts = {BATCH: first.batch, CARRIER: first.carrier, HANDED: clock(first.handed_at, plan)}
    heads = {CODE: 70, NAME: 44, ADDRESS: 70, PHONE: 28, SIGNED: 34}
    return HallList(
        authority=plan.authority.spoken_in(language),
        hall=plan.hall.spoken_in(language),
        issued=date.fromisoformat(first.batch.rpartition("-P")[0]),
        title=TITLE.spoken_in(language),
        facts=tuple(Fact(label.spoken_in(language), said) for label, said in facts.items()),
        columns=(
            Column(NUMBER.spoken_in(language), 12, "number"),
            *(
                Column(head.spoken_in(language), share, "barcode" if head is CODE else "text")
                for head, share in heads.items()
            ),
        ),
        rows=tuple(_row(row, contacts.get(row.dossier), language) for row in rows),
        note=TOTAL.spoken_in(language).format(len(rows)),
        signers=tuple(one.spoken_in(language) for one in SIGNERS),
        sign_here=SIGN_HERE.spoken_in(language),
    )


def contacts_of(
    rows: Sequence[DeliveryRecord], contacts: Contacts, by: Looker
) -> dict[str, Contact | None]:
    """How to reach everybody on the sheet; each is a look, and logged."""
    return {row.dossier: contacts.contact(row.dossier, by) for row in rows}


def _row(row: DeliveryRecord, contact: Contact | None, language: str) -> tuple[str, ...]:
    if contact is None:
        return (str(row.row), row.dossier, NOBODY_KEPT.spoken_in(language), "", "", "")
    return (str(row.row), row.dossier, contact.name, contact.address, contact.phone, "")
