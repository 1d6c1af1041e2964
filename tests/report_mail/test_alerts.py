"""An alert of the hall's own is told by e-mail once when it begins, and again only when it begins again."""

import msgspec

from hallctl.core import commands as c
from hallctl.core.alert_rules import AlertRule
from hallctl.core.hall_drawing import hall_view
from hallctl.core.hall_views import HallView
from hallctl.core.plan import Words
from hallctl.core.rule_watching import RuleWatch
from hallctl.notices.mailing import Mailer
from hallctl.report_mail.alerts import AlertMails
from hallctl.settings.telling import Mail
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
        assert "Mở thêm quầy" in post.letters[0].get_body().get_content()  # type: ignore[attr-defined]
        day.do(wish(c.OpenCounter, counter="1", official="Lan"))
        await mails.tell()
        day.at += 60_000
        day.do(wish(c.CloseCounter, counter="1"))
        await mails.tell()
        assert len(post.letters) == 4
