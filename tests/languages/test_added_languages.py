"""A language added by a file: offered, filled up in Vietnamese, and listed where it lacks something."""

import json
from pathlib import Path

import msgspec
import pytest

from hallctl.core.languages import Language, fitting
from hallctl.core.plan import Words
from hallctl.known_words import SAMPLES, gaps_of, phone, screens, ticket
from hallctl.settings import SettingsError, read_hall
from hallctl.web.pages.lexicon import page_language
from hallctl.web.tickets.ticket_face import WORDS, with_languages
from tests.hall_clients import new_hall, wish
from tests.verbs import problem, said
from tests.web.hall_at_work import HallAtWork

HMONG = (SAMPLES / "hmn.json").read_bytes()


def hall_with(path: Path, content: bytes = HMONG, code: str = "hmn") -> Path:
    """A commune hall that speaks one language more, with one name in it."""
    hall = new_hall(path, "commune")
    (hall / "words").mkdir()
    (hall / "words" / f"{code}.json").write_bytes(content)
    toml = (hall / "hall.toml").read_text("utf-8")
    named = toml.replace('vi = "Chứng thực, ', f'{code} = "Ntawv pov thawj", vi = "Chứng thực, ', 1)
    assert named != toml
    spoken = f'\nlanguages = ["vi", "en", "{code}"]\n'
    lines = [line for line in named.splitlines() if not line.startswith("languages")]
    (hall / "hall.toml").write_text("\n".join(lines).replace("[hall]\n", f"[hall]{spoken}", 1))
    return hall


def test_names_and_sentences_come_in_with_the_settings(tmp_path: Path) -> None:
    plan = read_hall(hall_with(tmp_path / "hall")).plan
    assert plan.rules.languages == ("vi", "en", "hmn")
    names = [one.name.spoken_in("hmn") for one in plan.services]
    assert "Ntawv pov thawj" in names
    assert plan.services[-1].name.spoken_in("hmn") == plan.services[-1].name.vi
    assert plan.languages["hmn"].name == "Hmoob"


def test_the_wire_is_as_before_where_a_hall_adds_nothing() -> None:
    assert msgspec.json.encode(Words("Đất", "Land")) == '{"vi":"Đất","en":"Land"}'.encode()
    words = Words("Đất", others={"hmn": "Av"})
    assert msgspec.json.decode(msgspec.json.encode(words), type=Words) == words
    assert len({words, Words("Đất"), Words("Đất", others={"hmn": "Av"})}) == 2


def test_a_ticket_a_page_and_the_words_are_given_in_it(tmp_path: Path) -> None:
    hall = HallAtWork(hall_with(tmp_path / "hall"))
    try:
        hall.open("1")
        admin, kiosk = hall.wire(), hall.wire("kiosk-1")
        command = wish("IssueTicket", service="certification", language="hmn")
        assert kiosk.ask(command).json["events"][0]["language"] == "hmn"
        (job,) = kiosk.get("/api/views/kiosk").json["print_jobs"]
        texts = [block.get("text", "") for block in job["document"]["blocks"]]
        assert {"Koj tus lej", "Ntawv pov thawj", "Yuav txog koj tom ntej no"} <= set(texts)
        link = next(one["text"] for one in job["document"]["blocks"] if one["block"] == "qr")
        page = admin.get("/" + link.split("/", 3)[3])
        assert page.status == 200
        told = page.body.decode()
        assert '<html lang="hmn">' in told
        assert "Ntawv pov thawj" in told
        assert "Tos ua ntej koj" in told
        words = hall.wire_with("").get("/api/words/hmn").json
        assert words["screens"]["thanks_title"] == "Koj tus lej"
        assert hall.wire_with("").get("/api/words/fr").status == 404
    finally:
        hall.close()


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (b"{", "hmn", "is no file of words"),
        (b'{"name": "Hmoob", "screns": {}}', "hmn", "is no file of words"),
        (b'{"name": "Hmoob", "screens": {"done": 3}}', "hmn", "is no file of words"),
        (HMONG, "Hmong", "is no language code"),
        (HMONG, "en", "is no language code"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_its_place(
    tmp_path: Path, content: bytes, code: str, told: str
) -> None:
    hall = new_hall(tmp_path / "hall", "commune")
    (hall / "words").mkdir()
    (hall / "words" / f"{code}.json").write_bytes(content)
    with pytest.raises(SettingsError, match=told) as caught:
        read_hall(hall)
    assert f"words/{code}.json" in str(caught.value)


def test_names_in_a_language_nobody_speaks_are_told_of(tmp_path: Path) -> None:
    hall = hall_with(tmp_path / "hall")
    toml = (hall / "hall.toml").read_text("utf-8")
    (hall / "hall.toml").write_text(toml.replace('"en", "hmn"]', '"en"]', 1), "utf-8")
    with pytest.raises(SettingsError, match="which the hall does not speak"):
        read_hall(hall)


def test_sentences_that_would_leave_a_hole_are_not_said() -> None:
    known = {"people": "{count} người", "done": "Xong", "ahead": "{} người"}
    own = {"people": "leej", "done": "Tas", "nothing": "x", "ahead": "{} leej"}
    assert fitting(own, known) == {"done": "Tas", "ahead": "{} leej"}
    assert fitting({"people": {"one": "{count} a"}}, known) == {}


def test_what_is_laid_out_fits_every_place_and_says_that_nobody_has_looked_it_over() -> None:
    for file in SAMPLES.glob("*.json"):
        language = Language(code=file.stem, **json.loads(file.read_bytes()))
        assert not any(one.odd for one in gaps_of(language))
        assert language.reviewed == ""
        screens_gap = next(gaps_of(language))
        assert screens_gap.said >= 50


def test_what_is_known_is_what_is_said() -> None:
    assert {"choose_service", "guide_what", "help"} <= screens().keys()
    assert ticket()["ahead"] == "Trước ông/bà còn {} người"
    assert phone() == WORDS["vi"]


def test_the_page_falls_back_key_by_key() -> None:
    lexicon = with_languages({"tyz": Language(code="tyz", name="Tày", phone={"ahead_label": "x"})})
    assert lexicon["tyz"]["ahead_label"] == "x"
    assert lexicon["tyz"]["wait_label"] == WORDS["vi"]["wait_label"]
    assert page_language("tyz", "vi", lexicon) == "tyz"
    assert page_language("tyz", "vi") == "vi"


def test_the_command_line_begins_lists_and_checks(tmp_path: Path) -> None:
    hall = new_hall(tmp_path / "hall", "commune")
    said("languages", "begin", "hmn", "--hall", hall)
    assert (hall / "words" / "hmn.json").read_bytes() == HMONG
    assert "is there already" in problem("languages", "begin", "hmn", "--hall", hall)
    assert "there is: hmn" in problem("languages", "begin", "xx", "--hall", hall)
    listed = said("languages", "list", "--missing", "--hall", hall)
    assert "hmn      has a file and is not in hall.languages" in listed
    checked = said("check", hall)
    assert "Hmoob" in checked
    assert "not looked over yet" in checked


def test_the_list_names_what_is_missing_and_what_is_odd(tmp_path: Path) -> None:
    file = {"name": "Tày", "screens": {"done": "Lẻo", "people": "cần"}, "reviewed": "bà Nông Thị A"}
    hall = hall_with(tmp_path / "hall", json.dumps(file).encode(), "tyz")
    listed = said("languages", "list", "--missing", "--hall", hall)
    assert "looked over by bà Nông Thị A" in listed
    assert "screens.people: unknown, or fills other places" in listed
    assert "screens.help: missing" in listed
    assert "screens.done: missing" not in listed
