"""What a notice says, in both languages: the dossier's code, what happened, where to look. No name."""

from typing import NamedTuple

from hallctl.core.plan import Words

SUBJECT: dict[str, Words] = {
    "finished": Words("Hồ sơ {code} đã có kết quả", "Dossier {code}: the result is ready"),
    "supplement": Words("Hồ sơ {code} cần bổ sung", "Dossier {code}: something is missing"),
    "reappointed": Words("Hồ sơ {code} được hẹn lại", "Dossier {code}: a new date"),
    "refused": Words("Hồ sơ {code} không được giải quyết", "Dossier {code}: refused"),
    "stopped": Words("Hồ sơ {code} đã dừng giải quyết", "Dossier {code}: stopped"),
}
SAID: dict[str, Words] = {
    "finished": Words(
        "Hồ sơ {code} của ông/bà đã có kết quả. Mời ông/bà đến nhận theo cách đã đăng ký.",
        "The result of your dossier {code} is ready. You will get it the way you chose.",
    ),
    "supplement": Words(
        "Hồ sơ {code} của ông/bà còn thiếu. Mời ông/bà xem cần bổ sung gì.",
        "Something is missing in your dossier {code}. Please look what it is.",
    ),
    "reappointed": Words(
        "Chúng tôi xin lỗi: hồ sơ {code} của ông/bà chưa kịp có kết quả và được hẹn ngày khác.",
        "We are sorry: your dossier {code} needs more time and has a new date.",
    ),
    "refused": Words(
        "Hồ sơ {code} của ông/bà không được giải quyết. Mời ông/bà xem lý do.",
        "Your dossier {code} could not be granted. Please look why.",
    ),
    "stopped": Words(
        "Việc giải quyết hồ sơ {code} của ông/bà đã dừng. Mời ông/bà xem lý do.",
        "Work on your dossier {code} has stopped. Please look why.",
    ),
}
LOOK = Words("Xem hồ sơ tại: {link}", "See your dossier at: {link}")
CLOSING = Words(
    "Thư được gửi tự động theo yêu cầu của ông/bà khi nộp hồ sơ. Xin không trả lời thư này.",
    "This was sent by itself, as you asked when you handed the dossier in. Please do not reply.",
)


class Matter(NamedTuple):
    """What a notice is about; ``link`` is the dossier's own page."""

    kind: str
    dossier: str
    link: str
    hall: Words
    languages: tuple[str, ...]


def subject(matter: Matter) -> str:
    """One line, in the hall's first language."""
    return SUBJECT[matter.kind].spoken_in(matter.languages[0]).format(code=matter.dossier)


def letter(matter: Matter) -> str:
    """The whole text, in each of the hall's languages, the first one first."""
    return "\n\n—\n\n".join(_told(matter, language) for language in matter.languages)


def short_message(matter: Matter) -> str:
    """What fits a telephone, in the hall's first language."""
    language = matter.languages[0]
    said = SAID[matter.kind].spoken_in(language).format(code=matter.dossier)
    return f"{said} {matter.link}"


def _told(matter: Matter, language: str) -> str:
    parts = (
        SAID[matter.kind].spoken_in(language).format(code=matter.dossier),
        LOOK.spoken_in(language).format(link=matter.link),
        matter.hall.spoken_in(language),
        CLOSING.spoken_in(language),
    )
    return "\n\n".join(parts)
