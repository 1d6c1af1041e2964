"""Rules about money: the account of VietQR codes, and what bringing results home costs."""

from hallctl.core.plan.fee_rules import DeliveryRules, FeeRules
from hallctl.core.slips.viet_qr import Transfer, VietQrError, viet_qr
from hallctl.settings.problems import Findings
from hallctl.settings.tables.document import Document

MOST_DONG = 10_000_000
LONGEST_CARRIER = 80


def check_fees(fees: FeeRules, findings: Findings) -> FeeRules:
    """Notes what is wrong; returns the account."""
    if fees.bank or fees.account:
        try:
            viet_qr(Transfer(bank=fees.bank, account=fees.account))
        except VietQrError as error:
            remedy = "write the six-digit BIN and the account, or leave both empty"
            findings.add("fees", str(error), remedy)
        if not fees.holder.strip():
            findings.add("fees.holder", "is empty", "write whose account it is")
    return fees


def check_deliveries(document: Document, findings: Findings) -> DeliveryRules:
    """Notes what is wrong; returns the carriers and the price."""
    table = document.deliveries
    if len(set(table.carriers)) < len(table.carriers):
        findings.add("deliveries.carriers", "names a carrier twice", "name each once")
    if any(not 0 < len(one.strip()) <= LONGEST_CARRIER for one in table.carriers):
        findings.add(
            "deliveries.carriers",
            "has a name that is empty or too long",
            f"use 1 to {LONGEST_CARRIER} characters",
        )
    if not 0 <= table.fee <= MOST_DONG:
        findings.add(
            "deliveries.fee", f"{table.fee} đồng makes no sense", f"write 0 to {MOST_DONG}"
        )
    return table
