"""One filled example of each form, about people who don't exist: to look at, and to test."""

from datetime import date, datetime
from pathlib import Path

from hallctl.core.deadlines import Term
from hallctl.core.dossier_life import Punctuality
from hallctl.forms.citizen_forms import (
    ApologyForm,
    ReceiptForm,
    RefusalForm,
    StopForm,
    SupplementForm,
)
from hallctl.forms.drawing import NUMBERS, Form, draw_form, sizes_of
from hallctl.forms.parts import Contact, Heading, Person, Signer
from hallctl.forms.tracking_forms import ControlSlip, HandOver, Register, RegisterRow

HALL = "Trung tâm Phục vụ hành chính công"
AUTHORITY = "Ủy ban nhân dân tỉnh Bình Minh"
CODE = "H15.50.05.13-261008-0975"
LINK = "http://192.0.2.10:8080/d/7k2m9x4q8wtr5n3v"
BIRTH = "Đăng ký khai sinh có yếu tố nước ngoài"
JUSTICE = "Sở Tư pháp"
OFFICIAL = "Trần Thị Thu Hường"
APPLICANT = Person(
    name="Nguyễn Thị Ngọc Diễm",
    identity="001190000123",
    address="Số 25, đường Trần Hưng Đạo, khóm 3, phường Bình Minh, tỉnh Bình Minh",
    phone="0900 000 123",
    email="ngoc.diem@example.vn",
)
AT_THE_HALL = Contact("bà Trần Thị Thu Hường, Quầy 12", "0200 000 012")
DIRECTOR = Signer("Lê Quang Vĩnh", "Giám đốc")
RECIPIENTS = ("Như trên;", f"{HALL};", "Lưu: VT.")


def examples() -> tuple[Form, ...]:
    """The seven forms in order, each as it would come out in October 2026."""
    return (
        _receipt(),
        _supplement(),
        _refusal(),
        _apology(),
        _stop(),
        _control_slip(),
        _register(),
    )


def write_examples(folder: Path) -> list[Path]:
    """Every example on every paper it has, as ``01-a4.pdf`` and so on. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for form in examples():
        for size in sizes_of(form):
            path = folder / f"{NUMBERS[type(form)]}-{size}.pdf"
            path.write_bytes(draw_form(form, size))
            written.append(path)
    return written


def _heading(day: int, number: str) -> Heading:
    return Heading(
        authority=AUTHORITY,
        hall=HALL,
        place="Bình Minh",
        issued=date(2026, 10, day),
        number=number,
    )


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute)  # noqa: DTZ001 - the hall's wall clock


def _receipt() -> ReceiptForm:
    return ReceiptForm(
        heading=_heading(8, "0975"),
        dossier=CODE,
        link=LINK,
        applicant=APPLICANT,
        procedure=BIRTH,
        papers=(
            "Tờ khai đăng ký khai sinh theo mẫu",
            "Giấy chứng sinh (bản chính)",
            "Văn bản thỏa thuận của cha, mẹ về việc chọn quốc tịch cho con",
            "Bản sao hộ chiếu của người cha",
        ),
        received=_at(8, 8, 40),
        due=_at(15, 16, 30),
        term=Term(5, "working_day"),
        collect_at=f"{HALL}, Quầy 12",
        book="02",
        entry="0975",
        official=OFFICIAL,
    )


def _supplement() -> SupplementForm:
    return SupplementForm(
        heading=_heading(9, "118"),
        applicant=APPLICANT,
        procedure=BIRTH,
        needs=(
            "Bản dịch tiếng Việt có công chứng của hộ chiếu người cha",
            "Giấy tờ chứng minh nơi cư trú của người mẹ",
            "Chữ ký của người cha trên văn bản thỏa thuận chọn quốc tịch",
        ),
        reason="Hộ chiếu bằng tiếng nước ngoài chưa kèm bản dịch; văn bản thỏa thuận mới có"
        " chữ ký của người mẹ.",
        contact=AT_THE_HALL,
        dossier=CODE,
        official=OFFICIAL,
    )


def _refusal() -> RefusalForm:
    return RefusalForm(
        heading=_heading(8, "041"),
        applicant=APPLICANT,
        procedure=BIRTH,
        reason="Trẻ đã được đăng ký khai sinh tại Ủy ban nhân dân phường Bình Minh ngày 02/10/2026."
        "\nViệc ghi bổ sung thông tin quốc tịch của người cha thuộc thủ tục thay đổi, cải chính,"
        " bổ sung thông tin hộ tịch; nơi tiếp nhận là Quầy 14 của Trung tâm.",
        official=OFFICIAL,
    )


def _apology() -> ApologyForm:
    return ApologyForm(
        heading=_heading(14, "07"),
        dossier=CODE,
        applicant=APPLICANT,
        procedure=BIRTH,
        agency=JUSTICE,
        received=_at(8, 8, 40),
        due=_at(15, 16, 30),
        reason="cần xác minh với cơ quan đại diện ngoại giao về quốc tịch của người cha, đến nay"
        " chưa có văn bản trả lời.",
        new_due=_at(22, 16, 30),
        signer=Signer("Phạm Minh Khuê"),
        recipients=RECIPIENTS,
    )


def _stop() -> StopForm:
    return StopForm(
        heading=_heading(13, "19"),
        dossier=CODE,
        applicant=APPLICANT,
        procedure=BIRTH,
        agency=JUSTICE,
        received=_at(8, 8, 40),
        stopped=_at(13, 9, 15),
        reason="theo đề nghị của người nộp hồ sơ ngày 12/10/2026, vì gia đình sẽ đăng ký khai sinh"
        " cho trẻ tại nước ngoài.",
        contact=AT_THE_HALL,
        papers_back=("Giấy chứng sinh (bản chính)", "Bản sao hộ chiếu của người cha"),
        signer=DIRECTOR,
        recipients=RECIPIENTS,
    )


def _control_slip() -> ControlSlip:
    room = "Phòng Hành chính tư pháp"
    return ControlSlip(
        heading=_heading(8, "0975"),
        dossier=CODE,
        agency=JUSTICE,
        partners=("Sở Ngoại vụ", "Công an tỉnh"),
        received=_at(8, 8, 40),
        due=_at(15, 16, 30),
        hand_overs=(
            HandOver(
                giver=HALL,
                taker=JUSTICE,
                at=_at(8, 10, 30),
                result=Punctuality.ON_TIME,
                note="Chuyến 2",
                given_by=OFFICIAL,
                taken_by="Vũ Đình Hiệp",
            ),
            HandOver(
                giver=JUSTICE,
                taker=room,
                at=_at(8, 14, 5),
                result=Punctuality.EARLY,
                given_by="Vũ Đình Hiệp",
                taken_by="Đặng Thùy Linh",
            ),
            HandOver(
                giver=room,
                taker=HALL,
                at=_at(15, 17, 10),
                result=Punctuality.LATE,
                note="Chờ Sở Ngoại vụ trả lời",
                given_by="Đặng Thùy Linh",
                taken_by=OFFICIAL,
            ),
        ),
        blank_rows=1,
    )


def _register() -> Register:
    people = (
        (8, 8, 40, BIRTH, "Nguyễn Thị Ngọc Diễm", "Quầy 12"),
        (8, 9, 5, "Cấp bản sao trích lục hộ tịch", "Lê Văn Phước", "Bưu chính"),
        (8, 14, 20, "Đăng ký lại khai sinh", "Huỳnh Thị Kiều Oanh", "Quầy 12"),
        (
            9,
            7,
            45,
            "Cấp Phiếu lý lịch tư pháp",
            "Công ty TNHH Một thành viên Ánh Sáng",
            "Trực tuyến",
        ),
        (9, 10, 10, "Đăng ký hành nghề luật sư", "Phan Quốc Việt", "Quầy 12"),
    )
    return Register(
        heading=_heading(9, "02"),
        first_day=date(2026, 10, 8),
        last_day=date(2026, 10, 9),
        field="Hộ tịch, quốc tịch, lý lịch tư pháp",
        book="02",
        first_entry=975,
        rows=tuple(
            RegisterRow(
                dossier=f"H15.50.05.13-2610{day:02}-{975 + serial:04}",
                procedure=procedure,
                applicant=name,
                contact=f"Số {serial + 3}, đường Lê Lợi, phường Bình Minh; 0900 000 {serial:03}",
                agency=JUSTICE,
                received=_at(day, hour, minute),
                due=_at(day + 7, 16, 30),
                returned=_at(day + 6, 9, 30) if serial % 2 else None,
                return_by=way,
            )
            for serial, (day, hour, minute, procedure, name, way) in enumerate(people)
        ),
    )
