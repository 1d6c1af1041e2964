"""An alert of the hall's own is told by e-mail once when it begins, and again only when it begins again."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.drawing.hall_drawing import hall_view
from hallctl.core.plan import Service, Words
from hallctl.core.plan.alert_rules import MEASURES, AlertRule
from hallctl.core.rule_watching import RuleWatch
from hallctl.core.views.hall_views import Alert, HallView
from hallctl.notices.mailing import Mailer
from hallctl.report_mail.alert_letter import WORDS, Begun, letter_of
from hallctl.report_mail.alerts import AlertMails
from hallctl.settings.tables.telling import Mail
from tests.core.one_day import OneDay, wish
from tests.in_a_loop import in_a_loop
from tests.notices.servers import Postbox

FEW = AlertRule(
    rule="few",
    measure="open_counters",
    threshold=1,
    is_below=True,
    advice=Words("Mở thêm quầy", "Open a counter"),
    mail=("truc@example.vn", "phogiamdoc@example.vn"),
)


@in_a_loop
async def test_everybody_named_is_told_once_and_anew_when_it_begins_anew() -> None:
    day, watch, post = OneDay(), RuleWatch(), Postbox()
    plan = msgspec.structs.replace(day.plan, alert_rules=(FEW,))
    day.do(wish(c.OpenDay))

    async def look() -> HallView:
        return watch.added(hall_view(day.hall, plan, day.at), day.hall, plan)

    async with post.open():
        mail = Mail(host="127.0.0.1", port=post.port, security="none", sender="hall@example.vn")
        mails = AlertMails(plan, look, mail.sender, Mailer(mail, ""))
        post.mood = "busy"
        await mails.tell()
        assert post.letters == []
        post.mood = "takes"
        await mails.tell()
        await mails.tell()
        assert sorted(letter["To"] for letter in post.letters) == sorted(FEW.mail)
        told = post.letters[0].get_body().get_content()  # type: ignore[attr-defined]
        assert "Số quầy đang mở: 0" in told
        assert "Cần làm: Mở thêm quầy" in told
        day.do(wish(c.OpenCounter, counter="1", official="Lan"))
        await mails.tell()
        day.at += 60_000
        day.do(wish(c.CloseCounter, counter="1"))
        await mails.tell()
        assert len(post.letters) == 4


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (
            ("vi", "en"),
            ("KHẨN", "Người chờ lâu nhất: 17,5 phút", "trên 15, liền 5 phút", "B · Đất đai",
             "Từ lúc 09:40 27/11/2026", "Mở thêm quầy", "Phòng trực"),
        ),
        (
            ("en", "vi"),
            ("URGENT", "Longest wait: 17.5 minutes", "above 15, for 5 minutes", "B · Land",
             "Since 09:40, 27 Nov 2026", "Open a counter", "Phòng trực"),
        ),
    ],
)  # fmt: skip
def test_a_letter_speaks_the_hall_s_language_and_tells_its_time(
    languages: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    plan = OneDay().plan
    land = Service(service="land", letter="B", name=Words("Đất đai", "Land"))
    rules = msgspec.structs.replace(plan.rules, languages=languages)
    plan = msgspec.structs.replace(plan, rules=rules, services=(land,), timezone="Asia/Ho_Chi_Minh")
    rule = msgspec.structs.replace(
        FEW, measure="longest_wait", threshold=15.0, is_below=False, minutes=5.0, service="land",
        is_urgent=True, tell="Phòng trực",
    )  # fmt: skip
    at = 1_795_747_200_000
    alert = Alert(kind="rule", is_urgent=True, since_at=at, rule="few", value=17.5)
    letter = letter_of(Begun(rule, alert, at + 60_000), plan, "hall@example.vn", "a@example.vn")
    told = f"{letter['Subject']}\n{letter.get_content()}"
    for words in expected:
        assert words in told
    for code in ("longest_wait", "UTC", "land", ">"):
        assert code not in told
    assert str(letter["Date"]).endswith("09:41:00 +0700")


def test_every_measure_has_its_words_in_both_languages() -> None:
    assert WORDS["vi"].keys() == WORDS["en"].keys()
    assert set(MEASURES) <= WORDS["vi"].keys()
