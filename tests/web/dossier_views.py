"""Dossiers' views for their page: one in every state, and those with the longest words."""

from typing import Any

import msgspec

from hallctl.core.deadlines import Term
from hallctl.core.plan import Words
from hallctl.core.views import DossierView, PastStep
from tests.fakes.sample_views import HEAD, NINE_O_CLOCK

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
DUE_AT = NINE_O_CLOCK + 34 * DAY_MS + 8 * HOUR_MS
"""Thursday 24 December 2026, 17:00 in Hà Nội."""
JUSTICE = Words("Sở Tư pháp", "Department of Justice")
SURVEY = "Chờ kết quả đo đạc lại thửa đất ngoài thực địa"
DRAWING = "Bản vẽ sơ đồ thửa đất có xác nhận của đơn vị đo đạc"
FINISHED, REFUSED = "finished", "refused"


def step(name: str, days_ago: float, **more: Any) -> PastStep:
    """A step so many days before nine o'clock."""
    at = NINE_O_CLOCK - round(days_ago * DAY_MS)
    return PastStep(**{"step": name, "at": at, "department_name": None, "reason": ""} | more)


FORWARDED = step("forward", 3.9, department_name=JUSTICE)
TAKEN_UP = step("take_up", 3)


def dossier(**different: Any) -> DossierView:
    """In process since four days, due on 24 December at 17:00, unless told otherwise."""
    usual: dict[str, Any] = {
        "dossier": "H15.50.05.13-261116-0975",
        "procedure": "1.001234",
        "procedure_name": Words("Đăng ký kết hôn có yếu tố nước ngoài"),
        "department_name": JUSTICE,
        "state": "processing",
        "presented_at": NINE_O_CLOCK - 4 * DAY_MS,
        "complete_at": NINE_O_CLOCK - 4 * DAY_MS,
        "due_at": DUE_AT,
        "term": Term(28),
        "in_working_time": True,
        "is_late": False,
        "asked": "",
        "was_due_at": None,
        "delay_reason": "",
        "end_reason": "",
        "finished_at": None,
        "returned_at": None,
        "return_by": "counter",
        "steps": (FORWARDED, TAKEN_UP),
    }
    return DossierView(**HEAD | usual | different)


def on_its_way() -> dict[str, DossierView]:
    """One dossier for every state in which it is not over."""
    asked = step("request_supplement", 1, reason=DRAWING)
    return {
        "received": dossier(state="received", steps=(), presented_at=NINE_O_CLOCK - 5 * DAY_MS),
        "forwarded": dossier(state="forwarded", steps=(FORWARDED,)),
        "processing": dossier(),
        "awaiting": dossier(
            state="awaiting_supplement", asked=DRAWING, steps=(FORWARDED, TAKEN_UP, asked)
        ),
        "resumed": dossier(steps=(FORWARDED, asked, step("resume", 0.5))),
        "late": dossier(is_late=True, due_at=NINE_O_CLOCK - 16 * HOUR_MS - DAY_MS),
        "reappointed": dossier(
            was_due_at=DUE_AT - 14 * DAY_MS,
            delay_reason=SURVEY,
            steps=(FORWARDED, TAKEN_UP, step("reappoint", 0.2, reason=SURVEY)),
        ),
        "today": dossier(due_at=NINE_O_CLOCK + 8 * HOUR_MS, term=Term()),
    }


def at_its_end() -> dict[str, DossierView]:
    """One dossier for every way in which it ends, or waits to be collected."""
    ready = (FORWARDED, TAKEN_UP, step("finish", 0.1))
    done: dict[str, Any] = {"finished_at": ready[-1].at, "state": FINISHED, "steps": ready}
    returned: dict[str, Any] = {"state": "returned", "returned_at": NINE_O_CLOCK}
    why = "Thửa đất đang có tranh chấp, chưa đủ điều kiện giải quyết"
    return {
        "finished": dossier(**done),
        "finished late": dossier(**done, is_late=True, due_at=NINE_O_CLOCK - DAY_MS),
        "finished by post": dossier(**done, return_by="post"),
        "finished online": dossier(**done, return_by="online"),
        "returned": dossier(**done | returned | {"steps": (*ready, step("return", 0))}),
        "refused": dossier(
            state=REFUSED, end_reason=why, steps=(FORWARDED, step("refuse", 0, reason=why))
        ),
        "withdrawn": dossier(state="withdrawn", steps=(FORWARDED, step("withdraw", 0))),
        "stopped": dossier(state="stopped", end_reason=why, steps=(step("stop", 0, reason=why),)),
    }


def longest() -> DossierView:
    """The longest names and words the page may have to hold."""
    name = (
        "Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền"
        " sở hữu tài sản gắn liền với đất lần đầu đối với cá nhân, cộng đồng dân cư, hộ gia đình"
        " đang sử dụng đất, người gốc Việt Nam định cư ở nước ngoài đang sử dụng đất"
    )
    department = Words(
        "Sở Nông nghiệp, Môi trường và Tài nguyên nước tỉnh Bà Rịa – Vũng Tàu",
        "Department of Agriculture, Environment and Water Resources of Bà Rịa – Vũng Tàu",
    )
    hall = "Trung tâm Phục vụ hành chính công và Xúc tiến đầu tư tỉnh Bà Rịa – Vũng Tàu"
    return dossier(
        state="awaiting_supplement",
        hall=Words(hall),
        dossier="H15.50.05.13.A1B2C3D4.E5F6G7H8.J9-261116-123456789",
        procedure_name=Words(name),
        department_name=department,
        asked="; ".join([DRAWING] * 9)[:500],
        presented_at=NINE_O_CLOCK - 6 * DAY_MS,
        steps=(
            *(step("forward", 3 - n / 15, department_name=department) for n in range(29)),
            step("request_supplement", 0.1, reason="; ".join([DRAWING] * 9)[:500]),
        ),
    )


def every_view() -> dict[str, DossierView]:
    """All of them by name."""
    return on_its_way() | at_its_end() | {"longest": longest()}


def views_that_reach_every_word() -> list[DossierView]:
    """Views that between them reach every branch of the wording."""
    terms = [
        Term(amount, unit)
        for amount in (1, 2.5, 30)
        for unit in ("working_day", "calendar_day", "hour", "month")
    ]
    in_time = [one.unit in {"working_day", "hour"} for one in terms]
    termed = [
        dossier(term=term, in_working_time=timed)
        for term, timed in zip(terms, in_time, strict=True)
    ]
    months = [dossier(due_at=NINE_O_CLOCK + days * DAY_MS) for days in range(0, 365, 25)]
    weekdays = [dossier(due_at=NINE_O_CLOCK + days * DAY_MS) for days in range(7)]
    late = [dossier(is_late=True, due_at=NINE_O_CLOCK - hours * HOUR_MS) for hours in (1, 20, 70)]
    ways = [dossier(return_by=way) for way in ("online", "post")]
    plain = [
        dossier(term=None),
        dossier(timezone="America/Los_Angeles"),
        dossier(department_name=Words(""), procedure_name=Words("Khác", "Other")),
    ]
    views = [*every_view().values(), *termed, *months, *weekdays, *late, *ways, *plain]
    return [
        msgspec.structs.replace(view, journal_number=number)
        for number, view in enumerate(views, 1000)
    ]
