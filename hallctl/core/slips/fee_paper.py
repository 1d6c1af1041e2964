"""The fee of a dossier as a slip: what it is made of, and a VietQR code that pays it."""

import msgspec

from hallctl.core.dates import in_one_piece
from hallctl.core.paper import Document, Pair, QrCode, Rule, Space, Text
from hallctl.core.plan import Words
from hallctl.core.slips.viet_qr import Transfer, viet_qr

FEE = Words("Phí, lệ phí", "Fees")
TOTAL = Words("Tổng cộng", "Total")
PAY = Words("Quét bằng ứng dụng ngân hàng", "Scan with a banking app")
ACCOUNT = Words("Số tài khoản", "Account")
PURPOSE = Words("Nội dung chuyển khoản", "Purpose of the transfer")


class FeeLine(msgspec.Struct, frozen=True):
    """One fee: its name, and đồng."""

    name: str
    amount: int


class PayTo(msgspec.Struct, frozen=True, kw_only=True):
    """The account fees go to: the bank's six-digit BIN and name, the number, whose it is."""

    bank: str
    bank_name: str
    account: str
    holder: str


class FeeSlip(msgspec.Struct, frozen=True, kw_only=True):
    """What the slip says; ``purpose`` is what the bank statement will tell (see :class:`Transfer`)."""

    hall: Words
    dossier: str
    lines: tuple[FeeLine, ...]
    pay_to: PayTo
    purpose: str

    @property
    def total(self) -> int:
        """All lines together, in đồng."""
        return sum(line.amount for line in self.lines)


def fee_paper(slip: FeeSlip, language: str) -> Document:
    """The slip in the citizen's language. Raises :class:`VietQrError` for what can't be paid so."""
    to = slip.pay_to
    transfer = Transfer(bank=to.bank, account=to.account, amount=slip.total, purpose=slip.purpose)
    return Document(
        (
            Text(slip.hall.spoken_in(language), "normal", "bold"),
            Rule(),
            Text(FEE.spoken_in(language), "large", "bold"),
            Text(slip.dossier),
            Space(10),
            *(Pair(line.name, dong(line.amount)) for line in slip.lines),
            Rule(),
            Text(TOTAL.spoken_in(language)),
            Text(dong(slip.total), "huge", "bold"),
            QrCode(viet_qr(transfer), PAY.spoken_in(language)),
            Space(10),
            Text(to.holder, weight="bold"),
            Text(f"{ACCOUNT.spoken_in(language)}: {to.account}"),
            Text(to.bank_name),
            Space(10),
            Text(PURPOSE.spoken_in(language)),
            Text(slip.purpose, weight="bold"),
        )
    )


def dong(amount: int) -> str:
    """Money as it is written here: ``120.000 đ``."""
    return in_one_piece(f"{amount:,} đ".replace(",", "."))
