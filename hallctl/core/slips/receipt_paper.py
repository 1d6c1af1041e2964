"""The dossier's receipt as a slip: its code, when the result may be fetched, and how to follow it."""

from datetime import datetime

import msgspec

from hallctl.core.dates import day_in_brief, day_said, in_one_piece
from hallctl.core.paper import Barcode, Document, Pair, QrCode, Space, Text
from hallctl.core.plan import Words
from hallctl.core.plan.paper_rules import USUAL_RECEIPT, Parts, SlipLook, laid_out
from hallctl.core.slips.ticket_paper import WEEKDAYS

RECEIPT = Words("Giấy tiếp nhận hồ sơ", "Dossier receipt")
PRESENTED = Words("Nộp lúc", "Presented")
COMPLETE = Words("Hợp lệ lúc", "Complete")
DUE = Words("Hẹn trả kết quả", "Result due")
COLLECT_AT = Words("tại {}", "at {}")
USUAL = SlipLook()
FOLLOW = Words("Quét mã để xem hồ sơ đang ở đâu", "Scan to see where the dossier is")


class ReceiptSlip(msgspec.Struct, frozen=True, kw_only=True):
    """What the slip says; times are the hall's local wall clock.

    ``procedure`` is its name, ``link`` the dossier's status page, ``collect_at`` where the result
    is handed out. There is no name on it: slips are left lying.
    """

    hall: Words
    dossier: str
    procedure: str
    presented: datetime
    complete: datetime
    due: datetime
    link: str
    collect_at: str = ""
    authority: Words = Words("")


def receipt_paper(slip: ReceiptSlip, language: str, look: SlipLook = USUAL) -> Document:
    """The receipt in the citizen's language, for the counter's slip printer."""
    where = COLLECT_AT.spoken_in(language).format(slip.collect_at)
    parts: Parts = {
        "authority": (Text(slip.authority.spoken_in(language)),) if slip.authority.vi else (),
        "hall": (Text(slip.hall.spoken_in(language), "normal", "bold"),),
        "label": (Text(RECEIPT.spoken_in(language)),),
        "code": (Text(slip.dossier, "normal", "bold"),),
        "barcode": (Barcode(slip.dossier),),
        "procedure": (Text(slip.procedure, "normal", "bold"), Space(10)),
        "times": (
            Pair(PRESENTED.spoken_in(language), minute(slip.presented, language)),
            Pair(COMPLETE.spoken_in(language), minute(slip.complete, language)),
        ),
        "due": (
            Text(DUE.spoken_in(language)),
            Text(f"{slip.due:%H:%M}", "huge", "bold"),
            Text(day(slip.due, language), "large", "bold"),
        ),
        "where": (Text(where),) if slip.collect_at else (),
        "qr": (QrCode(slip.link, FOLLOW.spoken_in(language)),),
    }
    return Document(laid_out(look, USUAL_RECEIPT, parts, language))


def minute(moment: datetime, language: str) -> str:
    """A time on slips: ``08:15 · 08/10/2026``, in one piece."""
    return in_one_piece(f"{moment:%H:%M} · {day_in_brief(moment, language)}")


def day(moment: datetime, language: str) -> str:
    """A day on slips, with its weekday."""
    return f"{WEEKDAYS[moment.weekday()].spoken_in(language)}, {in_one_piece(day_said(moment, language))}"
