"""What was typed and refused: found again field by field, whatever a rule calls the entry."""

import pytest

from hallctl.settings.problems import Problem
from hallctl.web.setup.typed import UNTYPED, Typed, faults_of, typed_of, users_of

SERVICE = {
    "table": ["service"],
    "before": ["land"],
    "service": ["dat"],
    "act": ["save"],
    "vi": [""],
}


def faults(form: dict[str, list[str]], *paths: str) -> list[str]:
    """The settings that are marked for problems at those paths."""
    problems = [Problem("hall.toml", path, "is empty", "add it first") for path in paths]
    return list(faults_of(form, problems, "en"))


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("service.dat.name.vi", ["name.vi"]),
        ("service.dat", ["service"]),
        ("service.land", ["service"]),
        ("service.other.letter", ["letter"]),
        ("service[3].letter", ["letter"]),
        ("service.dat.hours[2]", ["hours[2]"]),
        ("counter.3.services", []),
        ("server.port", []),
    ],
)
def test_a_rule_s_path_leads_to_the_field_that_was_typed(path: str, marked: list[str]) -> None:
    assert faults(SERVICE, path) == marked


def test_tables_that_are_there_once_go_by_their_own_name() -> None:
    form = {"table": ["rules"], "before": [""], "act": ["save"]}
    assert faults(form, "rules.target_minutes", "alerts.idle_minutes") == ["target_minutes"]


def test_an_entry_without_a_name_goes_by_its_place() -> None:
    form = {"table": ["sound"], "before": ["2"], "act": ["save"]}
    assert faults(form, "sound[2].hours") == ["hours"]
    assert faults(form | {"before": [""]}, "sound[3].volume") == ["volume"], "a new one"


def test_letters_that_the_hall_makes_capitals_of_are_the_same_entry() -> None:
    form = {"table": ["counter"], "before": [""], "counter": ["12a"], "act": ["save"]}
    assert faults(form, "counter.12A.services") == ["services"]


def test_words_in_another_language_are_marked_where_they_were_typed() -> None:
    typed = Typed(SERVICE, {"name.en": "too long"})
    assert typed.fault("name", "name.en") == ""
    assert typed.fault("name.en") == "too long"


def test_only_the_form_that_was_sent_shows_what_was_typed() -> None:
    told = {"letter": "taken"}
    assert typed_of(SERVICE, told, "service", "land").text("vi", "Đất đai") == ""
    assert typed_of(SERVICE, told, "service", "civil-status") is UNTYPED
    assert UNTYPED.text("vi", "Hộ tịch") == "Hộ tịch"
    assert typed_of({**SERVICE, "act": ["remove"]}, told, "service", "land") is UNTYPED


def test_a_tick_that_was_taken_out_stays_out() -> None:
    typed = Typed({"counters": ["1"]}, {})
    assert typed.chosen("counters", "1", otherwise=False)
    assert not typed.chosen("counters", "2", otherwise=True)
    assert UNTYPED.chosen("counters", "2", otherwise=True)


def test_the_cursor_goes_to_one_field() -> None:
    typed = Typed(SERVICE, {})
    assert [typed.takes_cursor() for _ in range(3)] == [True, False, False]


def test_a_neighbour_s_conflict_names_the_neighbour() -> None:
    taken = Problem("hall.toml", "service.tax.letter", "'B' is 'land'", "use another")
    form = {**SERVICE, "service": ["land"], "before": ["land"], "act": ["save"]}
    assert faults_of(form, [taken], "en") == {"letter": "'B' is 'tax'; use another"}


def test_what_still_wants_an_entry_is_named_where_that_is_why_it_stays() -> None:
    form = {"table": ["service"], "before": ["land"], "act": ["remove"]}
    places = ("profile.area-a.services", "profile.area-a.weights", "appointments.services[2]")
    wanted = [Problem("hall.toml", one, "there is no service 'land'", "use one") for one in places]
    assert users_of(form, wanted) == [("profile", "area-a"), ("appointments", "")]
    other = Problem("hall.toml", "service", "there are none", "keep one")
    assert users_of(form, [*wanted, other]) == []
    assert users_of({**form, "act": ["save"]}, wanted) == []
