"""What is owed is sent, to whom it was agreed with, however the servers behave."""

import asyncio
import itertools
from pathlib import Path

import msgspec
import pytest

from hallctl.applicants.applicant import Applicant
from hallctl.core import commands as c
from hallctl.core.plan.notice_rules import RETRY_MINUTES
from hallctl.notices.letter import Matter
from tests.dossiers.desk import REASON
from tests.journal.back_office_day import told
from tests.notices.servers import GatewayAtWork, Mood, Postbox
from tests.notices.telling import RECEPTION, Telling, tell


def test_a_letter_says_what_happened_in_both_languages_and_names_nobody(tmp_path: Path) -> None:
    async def story(hall: Telling, post: Postbox, _gateway: GatewayAtWork) -> None:
        code = await hall.finished()
        await hall.look()
        (letter,) = post.letters
        assert (letter["To"], letter["From"]) == ("hoa@example.vn", "motcua@example.vn")
        assert letter["Subject"] == f"Hồ sơ {code} đã có kết quả"
        text = letter.get_payload(decode=True).decode()
        assert f"http://hall/d/{code}-secret" in text
        assert text.index("đã có kết quả") < text.index("is ready")
        assert "Hoa" not in text
        assert "Cấp đổi" not in text, "what it is about is nobody else's business"
        assert hall.of(code).state == "sent"
        assert [(one.outcome, one.channel) for one in hall.tries(code)] == [("sent", "email")]
        await hall.look(10)
        assert len(post.letters) == 1

    tell(tmp_path, story)


def test_a_short_message_is_signed_and_has_a_key(tmp_path: Path) -> None:
    async def story(hall: Telling, _post: Postbox, gateway: GatewayAtWork) -> None:
        code = await hall.finished("sms")
        await hall.look()
        (message,) = gateway.messages
        assert (message["to"], message["kind"]) == ("0900 000 001", "finished")
        assert message["text"].endswith(f"http://hall/d/{code}-secret")
        assert gateway.ids == [hall.of(code).notice] == [message["notice"]]

    tell(tmp_path, story)


@pytest.mark.parametrize(
    ("kind", "more", "subject"),
    [
        (c.RequestSupplement, {"reason": REASON}, "cần bổ sung"),
        (c.RefuseDossier, {"reason": REASON}, "không được giải quyết"),
        (c.StopDossier, {"reason": REASON}, "đã dừng"),
        (c.ReappointDossier, {"reason": REASON, "due_at": 1_796_900_400_000}, "được hẹn lại"),
    ],
)
def test_everything_the_settings_name_is_told(
    tmp_path: Path, kind: type[c.Command], more: dict[str, object], subject: str
) -> None:
    async def story(hall: Telling, post: Postbox, _gateway: GatewayAtWork) -> None:
        code = await hall.received()
        await told(hall.hall, kind, dossier=code, **more)
        await hall.look()
        assert subject in post.letters[0]["Subject"]

    tell(tmp_path, story)


@pytest.mark.parametrize(
    ("by", "more", "state", "why"),
    [
        ("", {}, "dropped", "no_consent"),
        ("phone", {}, "to_call", "by_phone"),
        ("email", {"email": ""}, "to_call", "no_address"),
        ("sms", {"phone": ""}, "to_call", "no_address"),
    ],
)
def test_consent_is_obeyed(
    tmp_path: Path, by: str, more: dict[str, str], state: str, why: str
) -> None:
    async def story(hall: Telling, post: Postbox, gateway: GatewayAtWork) -> None:
        code = await hall.finished(by, **more)  # type: ignore[arg-type]  # each of them is one
        await hall.look()
        assert (hall.of(code).state, hall.of(code).why) == (state, why)
        assert (post.letters, gateway.messages) == ([], [])

    tell(tmp_path, story)


def test_who_takes_consent_back_between_two_tries_is_left_alone(tmp_path: Path) -> None:
    async def story(hall: Telling, post: Postbox, _gateway: GatewayAtWork) -> None:
        post.mood = "busy"
        code = await hall.finished()
        await hall.look()
        hall.store.delete(code, RECEPTION, "asked to")
        post.mood = "takes"
        await hall.look(5)
        assert (post.letters, hall.of(code).why) == ([], "no_applicant")

    tell(tmp_path, story)


def test_a_result_that_was_collected_meanwhile_is_not_told(tmp_path: Path) -> None:
    async def story(hall: Telling, post: Postbox, _gateway: GatewayAtWork) -> None:
        code = await hall.finished()
        await told(hall.hall, c.ReturnDossier, dossier=code)
        await hall.look()
        assert (post.letters, hall.of(code).why) == ([], "overtaken")

    tell(tmp_path, story)


@pytest.mark.parametrize(
    ("by", "mood", "fault"),
    [
        ("email", "busy", "refused 451"),
        ("email", "hangs", "timeout"),
        ("email", "drops", "unreachable"),
        ("sms", "busy", "http 503"),
        ("sms", "hangs", "timeout"),
        ("sms", "drops", "unreachable"),
    ],
)
def test_a_server_that_fails_and_comes_back_gets_it(
    tmp_path: Path, by: str, mood: Mood, fault: str
) -> None:
    async def story(hall: Telling, post: Postbox, gateway: GatewayAtWork) -> None:
        post.mood = gateway.mood = mood
        code = await hall.finished(by)  # type: ignore[arg-type]  # both of them are one
        await hall.look()
        assert (hall.of(code).state, hall.of(code).tries) == ("owed", 1)
        assert [one.fault for one in hall.tries(code)] == [fault]
        await hall.look(0.5)
        assert hall.of(code).tries == 1, "the next try is due after a minute"
        post.mood = gateway.mood = "takes"
        await hall.look(0.6)
        assert (hall.of(code).state, hall.of(code).tries) == ("sent", 2)

    tell(tmp_path, story)


@pytest.mark.parametrize(("by", "fault"), [("email", "refused 550"), ("sms", "http 400")])
def test_what_is_refused_for_good_is_left_to_a_call(tmp_path: Path, by: str, fault: str) -> None:
    async def story(hall: Telling, post: Postbox, gateway: GatewayAtWork) -> None:
        post.mood = gateway.mood = "refuses"
        code = await hall.finished(by)  # type: ignore[arg-type]  # both of them are one
        await hall.look()
        assert [one.fault for one in hall.tries(code)] == [fault]
        assert (hall.of(code).state, hall.of(code).why) == ("to_call", "gave_up")

    tell(tmp_path, story)


def test_tries_grow_apart_and_come_to_an_end(tmp_path: Path) -> None:
    async def story(hall: Telling, post: Postbox, _gateway: GatewayAtWork) -> None:
        post.mood = "busy"
        code = await hall.finished()
        for minutes in (0, *RETRY_MINUTES):
            await hall.look(minutes)
        tries = hall.tries(code)
        gaps = [(b.at - a.at) // 60_000 for a, b in itertools.pairwise(tries)]
        assert gaps == list(RETRY_MINUTES)
        assert (hall.of(code).state, hall.of(code).why) == ("to_call", "gave_up")
        await hall.look(10_000)
        assert len(hall.tries(code)) == 8

    tell(tmp_path, story)


def test_a_gateway_that_hangs_holds_up_no_mail_and_is_asked_once_a_look(tmp_path: Path) -> None:
    async def story(hall: Telling, post: Postbox, gateway: GatewayAtWork) -> None:
        gateway.mood = "hangs"
        messages = [await hall.finished("sms") for _ in range(3)]
        await hall.finished("email")
        await hall.look()
        assert len(post.letters) == 1
        assert [hall.of(code).tries for code in messages] == [1, 0, 0]
        gateway.mood = "takes"
        await hall.look(2)
        assert len(gateway.messages) == 3

    tell(tmp_path, story)


def test_while_a_server_is_away_nobody_s_address_is_looked_at_again_and_again(
    tmp_path: Path,
) -> None:
    async def story(hall: Telling, _post: Postbox, gateway: GatewayAtWork) -> None:
        gateway.mood = "drops"
        messages = [await hall.finished("sms") for _ in range(3)]
        for _ in range(5):
            await hall.look()
        looks = [hall.looks(code) for code in messages]
        assert looks == [1, 1, 1]
        gateway.mood = "takes"
        await hall.look(2)
        assert [hall.of(code).state for code in messages] == ["sent"] * 3

    tell(tmp_path, story)


def test_a_call_in_vain_stays_on_the_list(tmp_path: Path) -> None:
    async def story(hall: Telling, _post: Postbox, _gateway: GatewayAtWork) -> None:
        code = await hall.finished("phone")
        await hall.look()
        notice = hall.of(code).notice
        await told(hall.hall, c.NoteCall, notice=notice, reached=False)
        assert (hall.of(code).state, hall.of(code).calls) == ("to_call", 1)
        await told(hall.hall, c.NoteCall, notice=notice, reached=True)
        assert (hall.of(code).state, hall.of(code).calls) == ("called", 2)

    tell(tmp_path, story)


def test_no_address_is_in_the_journal(tmp_path: Path) -> None:
    async def story(hall: Telling, post: Postbox, gateway: GatewayAtWork) -> None:
        for by in ("email", "sms", "phone", ""):
            post.mood = gateway.mood = "refuses"
            await hall.finished(by)  # type: ignore[arg-type]  # each of them is one
        await hall.look()
        journal = " ".join(fact.body for fact in hall.hall.journal.read())
        assert "NoticeFailed" in journal
        for secret in ("example.vn", "0900", "Hoa"):
            assert secret not in journal

    tell(tmp_path, story)


@pytest.mark.parametrize(
    "email",
    ["hoa@exa..mple.vn", "hòa@example.vn", "hoa@vídụ.vn", "hoa@[1.2", "a,b@example.vn", "x(@y.z"],
)
def test_an_address_that_is_none_is_left_to_people_and_keeps_nobody_waiting(
    tmp_path: Path, email: str
) -> None:
    """Of a comma two addresses would be made, and the letter would go to somebody else."""

    async def story(hall: Telling, post: Postbox, _gateway: GatewayAtWork) -> None:
        code, other = await hall.finished(email=email), await hall.finished()
        await hall.look()
        assert [letter["To"] for letter in post.letters] == ["hoa@example.vn"]
        assert [one.fault for one in hall.tries(code)] == ["bad_address"]
        assert (hall.of(code).state, hall.of(other).state) == ("to_call", "sent")

    tell(tmp_path, story)


class Confused:
    """A sender with a fault of ours: breaks on the first notice, every time."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self._first = ""

    async def send(self, notice: str, _to: str, _matter: Matter, _at: int) -> None:
        self._first = self._first or notice
        if notice == self._first:
            raise KeyError(notice)
        self.sent.append(notice)


def test_a_notice_that_we_can_t_put_into_words_keeps_nobody_else_from_theirs(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        sender = Confused()
        hall = Telling(tmp_path, {"email": sender})
        first, other = await hall.finished(), await hall.finished()
        await hall.look()
        assert sender.sent == [hall.of(other).notice]
        assert hall.of(first).state == "owed"
        await hall.close()

    asyncio.run(story())
    assert "KeyError" in caplog.text


@pytest.mark.parametrize("email", ["hoa@exa..mple.vn", "hòa@example.vn", "a,b@example.vn", "hoa"])
def test_an_address_that_no_letter_reaches_is_not_kept(email: str) -> None:
    given = msgspec.json.encode({"name": "Nguyễn Thị Hoa", "email": email})
    with pytest.raises(msgspec.ValidationError, match="email"):
        msgspec.json.decode(given, type=Applicant)
