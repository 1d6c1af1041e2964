"""A procedure's list as a slip: what it costs and how long it takes, where, and where to read on."""

from hallctl.core.catalogue import CHANNELS, Channel, Fee, Offer, Procedure
from hallctl.core.deadlines import Term
from hallctl.core.paper import Document, QrCode, Rule, Space, Text
from hallctl.core.plan import Plan, Words

LIST = Words("Thông tin thủ tục", "About this procedure")
CODE = Words("Mã {}", "Code {}")
HANDED_IN = Words("Cách nộp, thời hạn, lệ phí", "How to hand it in, time and fee")
CHANNEL_NAMES: dict[Channel, Words] = {
    "counter": Words("Tại quầy", "At the counter"),
    "online": Words("Trực tuyến", "Online"),
    "post": Words("Qua bưu điện", "By post"),
}
UNITS = {
    "working_day": Words("{} ngày làm việc", "{} working days"),
    "calendar_day": Words("{} ngày", "{} days"),
    "hour": Words("{} giờ làm việc", "{} working hours"),
    "month": Words("{} tháng", "{} months"),
}
SAME_DAY = Words("trong ngày", "the same day")
CUT_OFF = Words(
    "Nộp sau {} thì trả vào ngày làm việc tiếp theo.",
    "Handed in after {}, it is due the next working day.",
)
FREE = Words("không mất phí", "no fee")
FEE_ASK = Words("lệ phí: hỏi tại quầy", "fee: ask at the counter")
HERE = Words("Nộp tại đây: lấy số {} – {}", "Hand it in here: take a number {} – {}")
ASK = Words("Nộp tại đây: xin hỏi bàn hướng dẫn", "Hand it in here: ask at the information desk")
ELSEWHERE = Words("Không nhận ở đây. Nộp tại: {}", "Not handled here. Hand it in at: {}")
PAPERS_HEAD = Words("Giấy tờ cần có", "Papers you need")
PAPERS = Words(
    "Giấy tờ cần có: xem bằng mã dưới đây, hoặc hỏi cán bộ tại quầy.",
    "Papers you need: see the code below, or ask at the counter.",
)
PAPERS_ASK = Words(
    "Giấy tờ cần có: xin hỏi cán bộ tại quầy.", "Papers you need: ask at the counter."
)
READ_ON = Words("Quét mã để xem đầy đủ", "Scan to read it all")
EXACT_FROM = 5000
"""Below it, listings give a page's price or a percentage."""
LONGEST_NAME = 300


def procedure_paper(procedure: Procedure, plan: Plan, link: str, language: str) -> Document:
    """The slip in the citizen's language; ``link`` is the procedure's own page, or empty."""
    return Document(
        (
            Text(plan.hall.spoken_in(language), "normal", "bold"),
            Rule(),
            Text(LIST.spoken_in(language)),
            Text(_shortened(procedure.name), "large", "bold"),
            Text(CODE.spoken_in(language).format(procedure.procedure), "small"),
            Rule(),
            Text(HANDED_IN.spoken_in(language), "normal", "bold", "left"),
            *(Text(line, "normal", "regular", "left") for line in _ways(procedure, language)),
            *_cut_off(procedure, plan, language),
            Rule(),
            Text(_where(procedure, plan, language), "normal", "bold", "left"),
            Space(10),
            *_papers(procedure, link, language),
            *((Rule(), QrCode(link, READ_ON.spoken_in(language))) if link else ()),
        )
    )


def _papers(procedure: Procedure, link: str, language: str) -> tuple[Text, ...]:
    """What the hall lists; else where to ask."""
    if not procedure.papers:
        asked = (PAPERS if link else PAPERS_ASK).spoken_in(language)
        return (Text(asked, "normal", "regular", "left"),)
    return (
        Text(PAPERS_HEAD.spoken_in(language), "normal", "bold", "left"),
        *(
            Text(f"{place}. {paper}", "normal", "regular", "left")
            for place, paper in enumerate(procedure.papers, start=1)
        ),
    )


def _ways(procedure: Procedure, language: str) -> list[str]:
    offered = ((one, procedure.offers[one]) for one in CHANNELS if one in procedure.offers)
    return [
        f"{CHANNEL_NAMES[channel].spoken_in(language)}: {_offer(procedure, offer, language)}"
        for channel, offer in offered
    ]


def _offer(procedure: Procedure, offer: Offer, language: str) -> str:
    term = Term(0) if procedure.has_cut_off else offer.term
    said = [_term(term, language)] if term else []
    return ", ".join([*said, _fee(offer.fee, language)])


def _term(term: Term, language: str) -> str:
    if not term.amount:
        return SAME_DAY.spoken_in(language)
    return UNITS[term.unit].spoken_in(language).format(f"{term.amount:g}")


def _fee(fee: Fee | None, language: str) -> str:
    if fee is None:
        return FEE_ASK.spoken_in(language)
    if not fee.amount:
        return FREE.spoken_in(language)
    if fee.amount < EXACT_FROM and fee.currency == "VND":
        return FEE_ASK.spoken_in(language)
    written = f"{fee.amount:,.0f}"
    amount = written.replace(",", ".") if language == "vi" else written
    return f"{amount} {'đ' if fee.currency == 'VND' else fee.currency}"


def _cut_off(procedure: Procedure, plan: Plan, language: str) -> tuple[Text, ...]:
    if not procedure.has_cut_off:
        return ()
    said = CUT_OFF.spoken_in(language).format(f"{plan.dossiers.cut_off:%H:%M}")
    return (Text(said, "small", "regular", "left"),)


def _where(procedure: Procedure, plan: Plan, language: str) -> str:
    if procedure.elsewhere is not None:
        return ELSEWHERE.spoken_in(language).format(procedure.elsewhere.where)
    service = plan.service(procedure.service)
    if service is None:
        return ASK.spoken_in(language)
    return HERE.spoken_in(language).format(service.letter, service.name.spoken_in(language))


def _shortened(name: str) -> str:
    """A few names list every case at length; the slip's code finds the whole."""
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[:LONGEST_NAME].rpartition(' ')[0]}…"
