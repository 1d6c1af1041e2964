"""What the hall says to a panel's desk: procedures, due times, dossiers; ordinary and longest."""

from datetime import date
from typing import Any

import msgspec

from hallctl.core.deadlines import DeadlineRules, Term
from hallctl.core.events import DossierReceived, SlipOrdered
from hallctl.core.paper import Document, Text
from hallctl.core.plan import Words
from hallctl.core.views import (
    DossiersDue,
    DossierView,
    DueDossier,
    PastStep,
    SlipJob,
    SlipsView,
    UncollectedDossier,
)
from tests.fakes.sample_views import HEAD, MINUTE, NINE_O_CLOCK

CODE = "H15.50.05.13-261120-0975"
HOUR = 60 * MINUTE
DAY = 24 * HOUR
BIRTH = "1.001193"
CARD = "001190000123|012345678|Nguyễn Thị Ngọc Diễm|17051990|Nữ|Số 25, khóm 3, Bình Minh|01012022"
SIX = "001190000123|Nguyễn Thị Ngọc Diễm|17051990|Nữ|Số 25, khóm 3, Bình Minh|01012022"
NINE = f"{CARD}|x|y"
LONG_NAME = (
    "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường"
    " hợp giải quyết tranh chấp, khiếu nại, tố cáo về đất đai; xử lý tài sản thế chấp"
)


def line(code: str = BIRTH, name: str = "Đăng ký khai sinh", service: str = "justice") -> Any:
    queue = {"service": service, "letter": "A", "name": {"vi": "Tư pháp"}, "icon": "x"}
    place = {"kind": "here"}
    return {"procedure": code, "name": name, "field": "Hộ tịch", "place": place, "queue": queue}


def lines(*, long: bool = False, count: int = 12) -> Any:
    name = LONG_NAME if long else "Đăng ký khai sinh"
    services = ("land", "justice")
    return {
        "procedures": [line(f"1.{n:06}", name, services[n % 2]) for n in range(count)],
    }


def page(*, long: bool = False) -> Any:
    return {
        **line(name=LONG_NAME if long else "Đăng ký khai sinh"),
        "department": {"vi": "Sở Nông nghiệp và Môi trường", "en": "Agriculture and Environment"},
    }


STEPS = (
    (
        "received",
        "Nhận đủ hồ sơ hợp lệ lúc 09:00 thứ Sáu 20/11/2026",
        "Received complete and valid",
    ),
    ("term", "Thời hạn giải quyết 5 ngày làm việc", "Time limit 5 working days"),
    ("day_off", "Thứ Ba 24/11/2026 nghỉ: Ngày Văn hóa Việt Nam", "Tuesday 24/11/2026 is off"),
    ("due", "Hẹn trả lúc 17:00 thứ Hai 30/11/2026", "Due at 17:00 Monday 30/11/2026"),
)


def foreseen(*, long: bool = False, papers: tuple[str, ...] = ()) -> Any:
    steps = [{"kind": kind, "words": {"vi": vi, "en": en}} for kind, vi, en in STEPS]
    middle = [steps[2]] * 9 if long else [steps[2]]
    return {
        "due_at": NINE_O_CLOCK + 10 * DAY + 8 * HOUR,
        "steps": [*steps[:2], *middle, steps[-1]],
        "papers": papers,
    }


def received(dossier: str = CODE) -> DossierReceived:
    return DossierReceived(
        at=NINE_O_CLOCK,
        dossier=dossier,
        day=date(2026, 11, 20),
        counter="3",
        official="Lan",
        agency="H15.50.05.13",
        serial=975,
        procedure=BIRTH,
        department="justice",
        field="Hộ tịch",
        service="justice",
        channel="counter",
        return_by="counter",
        visit="visit-A017",
        papers=("Tờ khai",),
        presented_at=NINE_O_CLOCK,
        complete_at=NINE_O_CLOCK,
        term=Term(5),
        rules=DeadlineRules(),
        calendar="c",
        due_at=NINE_O_CLOCK + 10 * DAY + 8 * HOUR,
        due_day=date(2026, 11, 30),
        last_day=date(2026, 11, 30),
    )


def ordered(dossier: str = CODE) -> SlipOrdered:
    return SlipOrdered(
        at=NINE_O_CLOCK,
        slip=f"{dossier}-receipt-1",
        kind="receipt",
        dossier=dossier,
        station="counter-3",
        language="vi",
    )


def slips(*faults: str, printer: str = "simulate") -> SlipsView:
    """A counter's printer, with a slip of CODE for each fault."""
    jobs = tuple(
        SlipJob(
            slip=f"{CODE}-receipt-{n}",
            kind="receipt",
            dossier=CODE,
            station="counter-3",
            fault=fault,
            document=Document((Text("Giấy tiếp nhận"),)),
        )
        for n, fault in enumerate(faults, start=1)
    )
    return SlipsView(**HEAD, station="counter-3", printer=printer, jobs=jobs)


RUNNING = ("forward", "take_up", "request_supplement", "finish", "refuse", "withdraw", "stop")


def found(
    state: str = "received",
    may: tuple[str, ...] = (*RUNNING, "reappoint"),
    *,
    long: bool = False,
    forms: tuple[str, ...] = ("01", "06"),
    **changes: Any,
) -> Any:
    """The dossier of CODE as the look-up gives it."""
    name = LONG_NAME if long else "Đăng ký khai sinh"
    department = "Sở Nông nghiệp và Môi trường" if long else "Sở Tư pháp"
    steps = ("forward", "take_up", "request_supplement", "resume", "reappoint", "finish")
    fields: dict[str, Any] = {
        "dossier": CODE,
        "procedure": BIRTH,
        "procedure_name": Words(name, name),
        "department_name": Words(department),
        "state": state,
        "presented_at": NINE_O_CLOCK,
        "complete_at": NINE_O_CLOCK,
        "due_at": NINE_O_CLOCK + 10 * DAY,
        "term": Term(5),
        "in_working_time": True,
        "is_late": False,
        "asked": "",
        "was_due_at": None,
        "delay_reason": "",
        "end_reason": "",
        "finished_at": None,
        "returned_at": None,
        "return_by": "counter",
        "steps": tuple(
            PastStep(
                step=step,
                at=NINE_O_CLOCK + n * HOUR,
                department_name=Words(department) if step == "forward" else None,
                reason="",
            )
            for n, step in enumerate(steps if long else steps[:1])
        ),
    }
    view = DossierView(**HEAD, **fields | changes)
    desk = {
        "channel": "counter",
        "papers": ["Tờ khai đăng ký khai sinh", "Giấy chứng sinh"] * (3 if long else 1),
        "service": "justice",
        "department": "justice",
        "supplements": 0,
        "fees_due": 1_120_000 if long else 0,
        "may": may,
        "departments": [
            {"department": f"d{n}", "name": {"vi": department, "en": department}}
            for n in range(12 if long else 3)
        ],
        "forms": forms,
    }
    return {"dossier": msgspec.to_builtins(view), "link": "http://hall/d/x", "desk": desk}


APPLICANT = {
    "name": "Nguyễn Thị Ngọc Diễm",
    "identity": "001190000123",
    "birth_date": "1990-05-17",
    "address": "Số 25, khóm 3, Bình Minh",
    "phone": "0900 000 123",
    "email": "",
    "notice_by": "sms",
    "return_to": "",
}


def due(*, long: bool = False) -> DossiersDue:
    name = Words(LONG_NAME if long else "Đăng ký khai sinh")
    kinds = ("overdue", "one_day", "two_days")
    count = 10 if long else 3
    return DossiersDue(
        overdue=112 if long else 1,
        one_day=1,
        two_days=1,
        first=tuple(
            DueDossier(
                dossier=f"H15.50.05.13-261110-{n:04}",
                procedure=BIRTH,
                procedure_name=name,
                state="processing",
                due_at=NINE_O_CLOCK + n * HOUR,
                urgency=kinds[n % 3],  # type: ignore[arg-type]
            )
            for n in range(count)
        ),
        not_collected=count,
        uncollected=tuple(
            UncollectedDossier(
                dossier=f"H15.50.05.13-261101-{n:04}",
                procedure=BIRTH,
                procedure_name=name,
                finished_at=NINE_O_CLOCK - n * DAY,
            )
            for n in range(count)
        ),
    )
