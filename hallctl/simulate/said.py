"""What the simulated say in words: complaints, answers to them, and comments beside marks. All made up."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple
from uuid import UUID

from hallctl.appointments.visitor import Visitor
from hallctl.complaints.comments import Comment
from hallctl.core import events
from hallctl.core.commands.complaint_commands import About

COMMENTED_SHARE = 0.07
"""Of those who rate."""
SATISFIED_FROM = 4

COMPLAINTS: dict[About, tuple[str, ...]] = {
    "result": (
        "Hồ sơ của tôi hẹn trả thứ Sáu tuần trước nhưng đến nay vẫn báo đang giải quyết.",
        "Kết quả in sai tên đệm của con tôi, tôi phải đi lại hai lần để sửa.",
        "Tôi được yêu cầu bổ sung giấy tờ không có trong danh mục niêm yết.",
        "Diện tích trên giấy chứng nhận khác với biên bản đo đạc, đề nghị kiểm tra lại.",
    ),
    "conduct": (
        "Cán bộ nói chuyện điện thoại riêng trong lúc tôi đang chờ ở quầy.",
        "Tôi hỏi về thủ tục nhưng cán bộ trả lời không rõ và bảo tôi tự tìm hiểu.",
        "Cán bộ hướng dẫn tận tình nhưng nói quá nhanh, người già khó theo kịp.",
    ),
    "other": (
        "Đề nghị bổ sung ghế chờ và nước uống ở khu B, buổi sáng rất đông.",
        "Bãi gửi xe hết chỗ từ 8 giờ, nên có biển chỉ đường sang bãi phía sau.",
        "Máy lấy số gần cửa phụ thường hết giấy vào cuối buổi sáng.",
    ),
}
ANSWERS = {
    "right": "Nội dung phản ánh là đúng. Chúng tôi xin lỗi ông/bà, đã khắc phục và nhắc nhở bộ phận liên quan.",
    "partly": "Nội dung phản ánh đúng một phần. Phần thuộc trách nhiệm của trung tâm đã được khắc phục.",
    "wrong": "Sau khi kiểm tra, việc giải quyết đúng quy định; chúng tôi đã liên hệ giải thích với ông/bà.",
}
PRAISE = (
    "Cán bộ hướng dẫn rất tận tình, làm nhanh hơn tôi nghĩ.",
    "Không phải chờ lâu, được gọi đúng giờ hẹn.",
    "Trung tâm sạch sẽ, bảng gọi số dễ nhìn, loa rõ.",
    "Cảm ơn cô ở quầy đã giúp mẹ tôi điền tờ khai.",
    "Lấy số bằng lịch hẹn rất tiện, mong làm thêm cho các lĩnh vực khác.",
    "Hồ sơ trả trước hạn hai ngày, rất hài lòng.",
)
BLAME = (
    "Chờ hơn nửa tiếng mới đến lượt.",
    "Phải đi lại nhiều lần vì thiếu giấy tờ không được báo trước.",
    "Quầy đóng sớm trước giờ nghỉ trưa.",
    "Cán bộ chưa giải thích rõ vì sao hồ sơ phải bổ sung.",
)
KeepWords = Callable[[UUID, str], str]
"""Keeps the words of a command that is about to be sent; gives their hash."""


class Heard(NamedTuple):
    """Where words and people are kept: complaints and answers, what stands beside marks, who comes."""

    words: KeepWords
    comment: Callable[[Comment], object]
    visitor: Callable[[UUID, events.AppointmentBooked, Visitor], object]
    """Who comes to an appointment that the wish has booked."""


FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thanh", "Ngọc")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Nam", "Oanh", "Phúc", "Yến")


def somebody(random: Random) -> Visitor:
    """A made-up visitor; nobody has such a telephone."""
    name = " ".join(random.choice(part) for part in (FAMILY, MIDDLE, GIVEN))
    return Visitor(name=name, phone=f"0900 000 {random.randrange(1000):03}")


def comment_on(result: int, attitude: int, random: Random) -> str:
    """What a visitor with these marks writes; mostly nothing."""
    if random.random() >= COMMENTED_SHARE:
        return ""
    return random.choice(PRAISE if min(result, attitude) >= SATISFIED_FROM else BLAME)
