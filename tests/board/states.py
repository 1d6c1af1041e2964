"""The board's states, by name: each makes a link show what there is to show."""

import msgspec
from msgspec.structs import replace

from hallctl.core.plan import Words
from hallctl.core.views import Counts, DepartmentCounts, DossierCounts, HallCodeShown
from tests.board.halls import MONDAY, SHORT_SERVICES, SmallHall, choice

LONG = Words(
    "Nông nghiệp, môi trường và tài nguyên nước", "Agriculture, environment and water resources"
)
PROVINCE = (
    ("A", Words("Tư pháp, hộ tịch", "Justice, civil status"), 4, 720),
    ("B", Words("Đất đai, môi trường", "Land, environment"), 7, 1080),
    ("C", Words("Nông nghiệp, thủy sản", "Farming, fisheries"), 2, 540),
    ("D", Words("Xây dựng, nhà ở", "Construction, housing"), 0, 0),
    ("E", Words("Giao thông, vận tải", "Roads, transport"), 5, 840),
    ("G", Words("Doanh nghiệp, công thương, khoa học", "Business, industry, science"), 9, 1620),
    ("H", Words("Thuế, tài chính, ngân hàng", "Tax, finance, banking"), 1, 240),
    ("K", Words("Bảo hiểm, việc làm, người có công", "Insurance, jobs, war merit"), 11, 2100),
    ("L", Words("Y tế, giáo dục, văn hóa", "Health, education, culture"), 3, 900),
    ("M", Words("Căn cước, xuất nhập cảnh, lái xe", "Identity, immigration, driving"), 8, 1320),
    ("T", Words("Trả kết quả", "Return of results"), 6, 480),
    ("V", Words("Hướng dẫn, tư vấn", "Consultation"), 0, None),
)


def province_services():
    return tuple(
        choice(letter, name, waiting, wait_s or 0, counters_open=0 if wait_s is None else 2)
        for letter, name, waiting, wait_s in PROVINCE
    )


FULL_COUNTS = Counts(
    issued=1990,
    waiting=999,
    finished=1000,
    called=1000,
    within_target=1000,
    average_wait_s=6000,
    rated=1000,
    satisfied=999,
)
DEPARTMENTS = (
    ("Sở Nội vụ", 18, 15, 0), ("Sở Tư pháp", 41, 38, 1), ("Sở Tài chính", 12, 12, 0),
    ("Sở Xây dựng", 27, 22, 0), ("Sở NN và MT", 64, 51, 2), ("Sở Công Thương", 9, 7, 0),
    ("Sở KH và CN", 3, 2, 0), ("Sở GD và ĐT", 11, 10, 0), ("Sở Y tế", 22, 19, 0),
    ("Sở VH, TT và DL", 5, 4, 0), ("Thanh tra tỉnh", 0, 0, 0), ("VP UBND tỉnh", 1, 1, 0),
    ("BQL Khu kinh tế", 2, 2, 0), ("Công an tỉnh", 73, 70, 0), ("Thuế tỉnh", 16, 14, 0),
    ("BHXH tỉnh", 30, 29, 1), ("Hải quan khu vực", 0, 0, 0), ("KBNN khu vực", 0, 0, 0),
    ("NHNN khu vực", 1, 0, 0),
)  # fmt: skip


def with_dossiers(hall, factor=1):
    """The hall with nineteen departments at work."""
    hall.departments = tuple(
        DepartmentCounts(
            department=name,
            name=Words(name),
            received=received * factor,
            finished_in_time=in_time * factor,
            finished_late=late * factor,
        )
        for name, received, in_time, late in DEPARTMENTS
    )
    in_time = sum(one.finished_in_time for one in hall.departments)
    hall.dossiers = DossierCounts(
        received=sum(one.received for one in hall.departments),
        finished_early=in_time - in_time // 9,
        finished_on_time=in_time // 9,
        finished_late=sum(one.finished_late for one in hall.departments),
        returned=in_time - 12,
    )
    return hall


def called(hall, count, numbers="ABCDEGHKLMTV"):
    for place in range(count):
        letter, name, *_ = PROVINCE[place * 5 % 12]
        number = f"{letter}{(place * 37) % 140 + 1:03}"
        hall.call(number, str(place * 3 % 8 + 1), name=name)
    return hall


def show(hall):
    return lambda link: link.show(hall.view)


def busy_hall(**changes):
    return SmallHall(services=province_services(), **changes)


def a_busy_morning():
    hall = called(busy_hall(), 9)
    hall.finish(hall.calls[2].number)
    hall.finish(hall.calls[4].number)
    return show(hall)


def fullest():
    """All at their longest: fourteen services, ninety-nine waiting, A1000 at counter 12."""
    services = tuple(choice(letter, LONG, 99, 7200) for letter in "ABCDEGHKLMNPTV")
    hall = SmallHall(services=services, counts=FULL_COUNTS)
    hall.notices *= 4
    for number in ("A1000", "B1001", "C1002", "D1003", "E1004", "G1005", "H1006"):
        hall.call(number, "12", name=LONG)
    hall.call("W1000", "12", name=LONG)
    hall.call("A1000", "12", name=LONG)
    return show(hall)


def eight_at_once():
    hall = busy_hall()

    def happen(link):
        link.show(hall.view)
        called(hall, 8)
        link.show(hall.view)

    return happen


def offline():
    def happen(link):
        a_busy_morning()(link)
        link.become("offline")

    return happen


def recalled():
    hall = called(busy_hall(), 5)
    hall.call(hall.calls[1].number, "4")
    return show(hall)


def withdrawn():
    """The newest call and an earlier one were mistakes."""
    hall = called(busy_hall(), 5)
    for place in (0, 2):
        hall.withdraw(hall.calls[place].number)
    return show(hall)


def thirty_counters():
    """A call every few seconds: the board keeps twice as many."""
    hall = busy_hall()
    for place in range(20):
        letter, name, *_ = PROVINCE[place * 5 % 12]
        hall.call(f"{letter}{place * 61 + 7:03}", str(place * 7 % 30 + 1), name=name)
    hall.call("W1000", "108")
    return show(hall)


def few_services():
    return show(called(SmallHall(), 4))


def no_notices():
    hall = called(busy_hall(notices=()), 3)
    return show(hall)


def vietnamese_only():
    hall = called(busy_hall(), 5)
    hall.services = tuple(replace(one, name=Words(one.name.vi)) for one in hall.services)
    hall.calls = [replace(one, service_name=Words(one.service_name.vi)) for one in hall.calls]
    return show(hall)


def dossiers_beside_calls():
    return show(with_dossiers(called(busy_hall(), 9)))


def dossiers_untouched():
    """Nothing finished yet: dashes."""
    return show(with_dossiers(called(busy_hall(counts=Counts(issued=3, waiting=3)), 1), 0))


def fullest_dossiers():
    return show(with_dossiers(called(busy_hall(counts=FULL_COUNTS), 9), 9))


def closed():
    return show(SmallHall(business_day=None, calls=[]))


def closed_before_the_day():
    return show(SmallHall(business_day=None, counts=Counts()))


CODE = HallCodeShown(address="http://192.168.100.200:8080/n/abcdefghij", wifi="MOT CUA - Khách")


def code_beside_few_services():
    return show(called(SmallHall(hall_code=CODE), 4))


def code_by_turns():
    """Too many services to leave it a corner."""
    return show(called(busy_hall(hall_code=CODE), 9))


def signed_day(hall):
    """The hall shows the newest signed day: in the panel's last turn, or beside the closed hall."""

    def happen(link):
        sealed = {"sealed_day": MONDAY, "sealed_link": "http://192.168.10.20:8081/days/2026-11-23"}
        link.show(msgspec.structs.replace(hall.view, **sealed))

    return happen


NEAR = (Words("Khu A", "Area A"), Words("Khu B", "Area B"), Words("lên tầng 2", "upstairs"))
FAR = (
    Words("Khu tiếp nhận hồ sơ tầng 1", "Reception area, ground floor"),
    Words("Khu trả kết quả tầng 2", "Results, second floor"),
    Words("lên thang cuốn, rẽ phải, đi hết hành lang", "up the escalator, to the very end"),
)


def in_a_zone(here, there, direction):
    """The board of a zone; every other call leads out of it."""
    view = called(busy_hall(), 7).view
    calls = tuple(
        replace(one, zone_name=there, direction=direction) if place % 2 == 0 else one
        for place, one in enumerate(view.calls)
    )
    zoned = replace(view, zone="A", zone_name=here, calls=calls)
    return lambda link: link.show(zoned)


STATES = {
    "connecting": lambda _link: None,
    "before_the_first_call": show(busy_hall(counts=Counts(issued=12, waiting=12))),
    "one_call": show(called(busy_hall(), 1)),
    "two_calls": show(called(busy_hall(), 2)),
    "three_calls": show(called(busy_hall(), 3)),
    "busy_morning": a_busy_morning(),
    "twenty_calls": show(called(busy_hall(), 20)),
    "eight_at_once": eight_at_once(),
    "withdrawn": withdrawn(),
    "recalled": recalled(),
    "thirty_counters": thirty_counters(),
    "fullest": fullest(),
    "few_services": few_services(),
    "one_service": show(SmallHall(services=(choice(*SHORT_SERVICES[0]),))),
    "vietnamese_only": vietnamese_only(),
    "no_notices": no_notices(),
    "offline": offline(),
    "dossiers": dossiers_beside_calls(),
    "dossiers_untouched": dossiers_untouched(),
    "fullest_dossiers": fullest_dossiers(),
    "closed_with_dossiers": show(with_dossiers(SmallHall(business_day=None, calls=[]))),
    "code_beside_few_services": code_beside_few_services(),
    "code_by_turns": code_by_turns(),
    "closed": closed(),
    "closed_and_signed": signed_day(SmallHall(business_day=None, calls=[])),
    "signed": signed_day(called(busy_hall(), 5)),
    "closed_before_the_day": closed_before_the_day(),
    "zoned": in_a_zone(*NEAR),
    "zoned_far": in_a_zone(*FAR),
}
