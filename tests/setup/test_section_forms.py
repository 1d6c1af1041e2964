"""The forms of the settings without a browser: what they show is what they send."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from msgspec.structs import asdict

from hallctl import samples
from hallctl.core.plan.rating_rules import SignRules
from hallctl.samples import write_sample
from hallctl.settings import SettingsError
from hallctl.settings.changing.editing import LISTED, HallFile, Wanted
from hallctl.settings.tables.document import Document
from hallctl.web.sections.section_fields import Field, Part
from hallctl.web.sections.section_forms import SECTIONS, SignShown, part_of, settings_of, shown
from hallctl.web.setup.setup_forms import BadEntryError
from hallctl.web.site import WORDS

RAW = tomllib.loads((files(samples) / "commune.toml").read_text("utf-8"))
TABLES = [part for parts in SECTIONS.values() for part in parts]


def sent(field: Field, value: object) -> dict[str, list[str]]:
    """What a browser sends for a field that shows that."""
    match field.kind, value:
        case "words", dict():
            return {f"{field.key}_{one}": [value.get(one, "")] for one in ("vi", "en")}
        case (("choices" | "weekdays"), tuple()):
            return {field.key: list(value)}
        case "flag", _:
            return {field.key: ["yes"]} if value else {}
        case "sign", SignShown():
            on = {f"{field.key}-on": ["yes"]} if value.is_on else {}
            return on | {key: [limit] for key, limit in value.limits.items()}
        case (("places" | "photo" | "secret"), _):
            return {}
    return {field.key: ["" if value is None else str(value)]}


@pytest.mark.parametrize(
    "part", [one for one in TABLES if not one.names_by], ids=lambda one: one.table
)
def test_a_table_s_form_that_is_not_touched_changes_nothing(part: Part) -> None:
    raw = RAW.get(part.table, {})
    form = {k: v for one in part.fields for k, v in sent(one, shown(one, raw)).items()}
    for key, value in settings_of(part, form).items():
        if key in raw and raw[key] != "":
            assert value == raw[key], key


@pytest.mark.parametrize("part", TABLES, ids=lambda one: one.table)
def test_every_field_is_a_setting_and_has_words_in_both_languages(part: Part) -> None:
    kind = Document.__annotations__[part.table]
    struct = kind.__args__[0] if part.names_by else kind
    for words in WORDS.values():
        assert f"part_of_{part.table}" in words
        for field in part.fields:
            is_secret = field.kind == "secret"
            assert (field.key in struct.__struct_fields__) is not is_secret, "secrets lie elsewhere"
            assert field.kind == "photo" or f"set_{part.table}_{field.key}" in words
            if field.kind == "sign":
                name, *further = field.options
                assert {f"sign_{name}", f"sign_{name}_why"} <= words.keys()
                assert {f"set_{part.table}_{key}" for key in further} <= words.keys()
                assert set(further) <= set(struct.__struct_fields__)
                continue
            for option in field.options if isinstance(field.options, tuple) else ():
                assert f"choice_{part.table}_{field.key}_{option}" in words


def test_lists_are_known_to_the_editor_by_the_same_names() -> None:
    assert {one.table: one.names_by for one in TABLES if one.names_by}.items() <= LISTED.items()


def test_days_are_read_as_people_write_them() -> None:
    form = {"days_off": ["02/09/2026  Quốc khánh\n\n2026-11-24\n31-08-2026 Nghỉ"], "saturday": [""]}
    days = settings_of(part_of("days", "calendar"), form)["days_off"]
    assert days == [
        {"day": date(2026, 9, 2), "name": "Quốc khánh"},
        {"day": date(2026, 11, 24)},
        {"day": date(2026, 8, 31), "name": "Nghỉ"},
    ]


def test_a_day_that_is_none_is_refused_by_the_rules(tmp_path: Path) -> None:
    write_sample(tmp_path / "hall", "commune")
    file = HallFile(tmp_path / "hall")
    form = {"days_off": ["hôm qua nghỉ"], "days_worked": [""], "saturday": [""]}
    text = file.with_table("calendar", settings_of(part_of("days", "calendar"), form))
    with pytest.raises(SettingsError) as refused:
        file.checked(Wanted(text, "calendar: saved"))
    assert [one.path for one in refused.value.problems] == ["calendar.days_off.'hôm'.day"]


def test_a_profile_s_services_stand_in_their_places_with_their_shares() -> None:
    form = {
        "profile": ["mixed"],
        "order": ["mixture"],
        "place-land": ["2"],
        "weight-land": ["1"],
        "place-policy": ["1"],
        "weight-policy": ["3"],
        "place-business": [""],
    }
    part = part_of("calling", "profile")
    found = settings_of(part, form)
    assert (found["services"], found["weights"]) == (["policy", "land"], [3, 1])
    services = next(one for one in part.fields if one.kind == "places")
    assert shown(services, found) == {"policy": (1, 3), "land": (2, 1)}
    assert settings_of(part, form | {"order": ["strict"]})["weights"] is None


def test_notices_are_pairs_of_lines() -> None:
    form = {"notices": ["Xin chào | Hello\nChỉ tiếng Việt"]}
    found = settings_of(part_of("hall", "hall"), form)["notices"]
    assert found == [{"vi": "Xin chào", "en": "Hello"}, {"vi": "Chỉ tiếng Việt"}]


@pytest.mark.parametrize("written", ["many", "nan", "inf", "1e999"])
def test_what_is_no_number_is_refused_by_the_rules_as_it_was_typed(
    tmp_path: Path, written: str
) -> None:
    write_sample(tmp_path / "hall", "commune")
    file = HallFile(tmp_path / "hall")
    found = settings_of(part_of("rules", "rules"), {"target_minutes": [written]})
    with pytest.raises(SettingsError) as refused:
        file.checked(Wanted(file.with_table("rules", found), "rules: saved"))
    (problem,) = refused.value.problems
    assert problem.path == "rules.target_minutes"
    assert written in problem.wrong


def test_a_place_that_is_no_number_is_refused_by_its_profile() -> None:
    form = {"profile": ["mixed"], "order": ["strict"], "place-land": ["first"]}
    with pytest.raises(SettingsError) as refused:
        settings_of(part_of("calling", "profile"), form)
    assert [one.path for one in refused.value.problems] == ["profile.mixed.services"]


SIGNS = {one.key: one for one in part_of("rules", "signs").fields}
USUAL = asdict(SignRules())


def test_every_sign_that_there_is_has_a_switch() -> None:
    told = {found[1] for word in WORDS["vi"] if (found := re.fullmatch("sign_(.+)_why", word))}
    assert {one.options[0] for one in SIGNS.values()} == told
    thresholds = {key for one in SIGNS.values() for key in (one.key, *one.options[1:])}
    assert thresholds == set(SignRules.__struct_fields__)


def test_a_sign_that_is_switched_off_shows_what_it_would_be_looked_for_by() -> None:
    burst = SIGNS["burst_ratings"]
    assert shown(burst, {}, USUAL) == SignShown(
        is_on=True, limits={"burst_ratings": "5", "burst_s": "60"}
    )
    off = settings_of(Part("signs", (burst,)), {"burst_ratings": ["7"], "burst_s": ["90"]})
    assert off == {"burst_ratings": 0, "burst_s": 90}
    assert shown(burst, off, USUAL) == SignShown(
        is_on=False, limits={"burst_ratings": "5", "burst_s": "90"}
    )
    assert shown(SIGNS["own_device"], {"own_device": False}, USUAL) == SignShown(
        is_on=False, limits={}
    )


def test_a_section_has_no_other_tables() -> None:
    with pytest.raises(BadEntryError):
        part_of("days", "server")
