"""Views of a provincial hall as its kiosk sees them: a calm morning, a full one, a closed one."""

from datetime import date

from msgspec.structs import replace

from hallctl.core.events import TicketIssued
from hallctl.core.paper import Document, QrCode, Text
from hallctl.core.plan import Words
from hallctl.core.views import GroupChoice, HallCodeShown, KioskView, PrintJob, ServiceChoice, Shut

NINE_O_CLOCK = 1_795_140_000_000
"""Friday 20 November 2026, 09:00 in Hà Nội."""

_SERVICES = (
    ("justice", "A", "Tư pháp, hộ tịch", "Justice, civil status", "scale"),
    ("land", "B", "Đất đai, môi trường", "Land, environment", "map-pinned"),
    ("farming", "C", "Nông nghiệp, thủy sản", "Farming, fisheries", "sprout"),
    ("construction", "D", "Xây dựng, nhà ở", "Construction, housing", "hard-hat"),
    ("transport", "E", "Giao thông, vận tải", "Roads, transport", "bus"),
    (
        "business",
        "G",
        "Doanh nghiệp, công thương, khoa học",
        "Business, industry, science",
        "store",
    ),
    ("tax", "H", "Thuế, tài chính, ngân hàng", "Tax, finance, banking", "landmark"),
    ("social", "K", "Bảo hiểm, việc làm, người có công", "Insurance, jobs", "heart-handshake"),
    ("health", "L", "Y tế, giáo dục, văn hóa", "Health, education, culture", "graduation-cap"),
    (
        "police",
        "M",
        "Căn cước, xuất nhập cảnh, lái xe",
        "Identity, immigration, driving",
        "id-card",
    ),
    ("results", "T", "Trả kết quả", "Return of results", "file-check"),
    ("advice", "V", "Hướng dẫn, tư vấn", "Consultation", "messages-square"),
)
_QUEUES = ((4, 12), (7, 18), (2, 9), (0, 0), (5, 14), (9, 27), (1, 4), (11, 35), (3, 15), (8, 22))
CODE = HallCodeShown(address="http://192.168.100.200:8080/n/abcdefghij", wifi="MOT CUA - Khách")
LONGEST = Words(
    "Nông nghiệp, môi trường và tài nguyên nước", "Agriculture, environment and water resources"
)
GROUPS = (
    GroupChoice(group="priority", name=Words("Ưu tiên", "Priority")),
    GroupChoice(group="merit", name=Words("Người có công với cách mạng", "People of war merit")),
    GroupChoice(group="elderly", name=Words("Người cao tuổi", "Older people")),
    GroupChoice(group="disabled", name=Words("Người khuyết tật", "People with disabilities")),
    GroupChoice(group="pregnant", name=Words("Phụ nữ mang thai", "Pregnant women")),
    GroupChoice(group="poor", name=Words("Người thuộc hộ nghèo", "Poor households")),
    GroupChoice(
        group="child",
        name=Words("Trẻ mồ côi, người đi cùng trẻ nhỏ", "Orphans, carers of small children"),
    ),
)


def service_choice(n: int, waiting: int, minutes: int | None) -> ServiceChoice:
    """The n-th sample service with its queue."""
    service, letter, vi, en, icon = _SERVICES[n % len(_SERVICES)]
    again = "" if n < len(_SERVICES) else f"-{n // len(_SERVICES)}"
    return ServiceChoice(
        service=service + again,
        letter=letter,
        name=Words(vi, en),
        icon=icon,
        waiting=waiting,
        counters_open=0 if minutes is None else 2,
        expected_wait_s=None if minutes is None else minutes * 60,
        longest_wait_s=0,
    )


def calm_services(count: int = 12) -> tuple[ServiceChoice, ...]:
    """Services with the queues of an ordinary morning; the last one has no counter yet."""
    queues = [*_QUEUES, (6, 8), (0, None)]
    return tuple(service_choice(n, *queues[n % len(queues)]) for n in range(count))


def full_services(count: int = 12) -> tuple[ServiceChoice, ...]:
    """The worst morning: every service with the longest name, 99 waiting, more than two hours."""
    return tuple(
        ServiceChoice(
            service=f"service-{n}",
            letter="W",
            name=LONGEST,
            icon="sprout",
            waiting=99,
            counters_open=1,
            expected_wait_s=7260,
            longest_wait_s=7200,
        )
        for n in range(count)
    )


def shut_services(count: int = 12) -> tuple[ServiceChoice, ...]:
    """Every service shut for a reason of its own, with the longest words."""
    whys = ("hours", "last_ticket", "quota_day", "quota_hour", "closing")
    paused = Words(
        "Đường truyền tới sở đang bị hỏng",
        "The department cannot be reached",
    )
    shut = [
        Shut(why=why, again_at=NINE_O_CLOCK + day * 86_400_000 + 3_600_000)
        for day, why in enumerate(whys)
    ]
    shut.append(Shut(why="paused", message=paused, again_at=NINE_O_CLOCK + 86_400_000))
    return tuple(
        replace(one, shut=shut[n % len(shut)]) for n, one in enumerate(full_services(count))
    )


def kiosk_view(
    services: tuple[ServiceChoice, ...] | None = None,
    *,
    is_open: bool = True,
    jobs: tuple[PrintJob, ...] = (),
    groups: tuple[GroupChoice, ...] = GROUPS,
    languages: tuple[str, ...] = ("vi", "en"),
) -> KioskView:
    """A whole kiosk view."""
    return KioskView(
        journal_number=1,
        shown_at=NINE_O_CLOCK,
        hall=Words("Trung tâm Phục vụ hành chính công tỉnh", "Provincial Public Service Hall"),
        authority=Words("Ủy ban nhân dân tỉnh", "Provincial People's Committee"),
        timezone="Asia/Ho_Chi_Minh",
        business_day=date(2026, 11, 20) if is_open else None,
        languages=languages,
        services=calm_services() if services is None else services,
        groups=groups,
        print_jobs=jobs,
        target_s=900,
        hall_code=CODE if is_open else None,
        complaint_page="http://192.168.100.200:8080/complaint",
    )


def print_job(number: str = "A017", fault: str = "") -> PrintJob:
    """The slip of a ticket, with the code of its status page."""
    document = Document((Text(number, size="number"), QrCode("http://hall.local/t/k3v9-x7tq")))
    return PrintJob(
        ticket=f"ticket-{number}", number=number, station="kiosk-1", fault=fault, document=document
    )


def issued(number: str = "A017", service: str = "justice", ahead: int = 4) -> TicketIssued:
    """The fact that answers a wish for a number."""
    return TicketIssued(
        at=NINE_O_CLOCK,
        ticket=f"ticket-{number}",
        visit="visit-1",
        number=number,
        serial=int(number[1:]),
        letter=number[0],
        service=service,
        group="normal",
        language="vi",
        station="kiosk-1",
        ahead=ahead,
    )
