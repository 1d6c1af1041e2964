"""The docs say what the code does: every name is there, with exactly its fields, and no other."""

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

import msgspec
import pytest
import typer.main
from msgspec.structs import FieldInfo, fields

import hardware.command_line
from hallctl.core import paper, views
from hallctl.core.commands import AnyCommand, Command
from hallctl.core.events import AnyEvent
from hallctl.core.life import TicketState, diagram
from hallctl.core.permissions import MAY_SEE, MAY_SEND, PEOPLE, Role
from hallctl.core.refusals import Refusal
from hallctl.hall_directory import HallDirectory
from hallctl.ledger.schema import TABLES
from hallctl.settings.tables.document import Document
from hallctl.station.printing import print_worker
from hallctl.verbs.sections import SECTIONS
from hallctl.web.openapi import Health
from hardware.printer.printer_profile import PROFILES
from hardware.printer.printing import Trouble
from tests.pages import DOCS, PAGES, ROOT, anchors, blocks, optional_words, rows, table, text, words
from tests.verbs import app

PICTURES = {
    *("kiosk", "kiosk-thanks", "panel", "sign", "board", "pad", "ticket", "phone", "reception"),
    *("page-today", "page-floor", "page-leaders", "page-report"),
}
RECIPE = re.compile(r"^([a-z]+):.*## ", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE_PATH = re.compile(r"`((?:hallctl|hardware|kiosk|tests)/[\w/]+\.py)`")


def own_fields(struct: type[msgspec.Struct], *inherited: str) -> list[FieldInfo]:
    return [one for one in fields(struct) if one.encode_name not in inherited]


def shell_lines() -> list[tuple[str, str]]:
    """Every line a reader may type, with its page."""
    return [
        (page.name, line.strip())
        for page in PAGES
        for block in blocks(page, "sh")
        for line in block.splitlines()
    ]


def test_every_command_is_described_with_its_fields_and_who_may_send_it() -> None:
    described = rows("protocol.md", "## Commands")
    assert set(described) == {one.__name__ for one in get_args(AnyCommand)}
    for command in get_args(AnyCommand):
        _, _, given, senders = described[command.__name__]
        own = own_fields(command, "id")
        assert words(given) == [one.encode_name for one in own]
        assert optional_words(given) == {one.encode_name for one in own if not one.required}
        allowed = {role.value for role, may in MAY_SEND.items() if command in may}
        assert set(senders.split(", ")) == allowed, command


def test_every_command_has_an_example_that_the_hall_would_read() -> None:
    decoder: msgspec.json.Decoder[Command] = msgspec.json.Decoder(AnyCommand)
    lines = "".join(blocks(DOCS / "protocol.md", "json")).splitlines()
    examples = [decoder.decode(line) for line in lines if '"id"' in line]
    assert {type(one) for one in examples} == set(get_args(AnyCommand))
    assert len({one.command_id for one in examples}) == len(examples)


def test_every_event_is_described_with_its_fields() -> None:
    described = rows("protocol.md", "## Events")
    assert set(described) == {one.__name__ for one in get_args(AnyEvent)}
    for event in get_args(AnyEvent):
        named = words(described[event.__name__][-1])
        assert named == [one.name for one in own_fields(event, "at")]


def test_every_refusal_is_described_with_its_details() -> None:
    described = rows("protocol.md", "## Refusals")
    assert list(described) == [one.value for one in Refusal]
    for refusal, given in refusals_raised().items():
        cell = described[Refusal[refusal].value][-1]
        assert set(words(cell)) == set.union(*given), refusal
        assert optional_words(cell) == set.union(*given) - set.intersection(*given), refusal


def refusals_raised() -> dict[str, list[set[str]]]:
    """The details that go with each refusal, for every place that raises it."""
    found: dict[str, list[set[str]]] = {}
    for file in [*(ROOT / "hallctl" / "core").rglob("*.py"), ROOT / "hallctl" / "controller.py"]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Call(ast.Name("Refused"), [ast.Attribute(_, refusal)], details):
                    found.setdefault(refusal, []).append({one.arg or "" for one in details})
    return found


def test_every_view_and_what_it_holds_is_described_with_its_fields() -> None:
    described = rows("protocol.md", "## Views")
    head = [one.name for one in fields(views.View)]
    assert ["every view", *head] in [
        [cells[0], *words(cells[-1])] for cells in table("protocol.md", "## Views")
    ]
    structs = [one for one in vars(views).values() if is_struct(one)]
    assert views.KioskView in structs
    for struct in structs:
        if struct is not views.View:
            cell = described[struct.__name__][-1]
            own = own_fields(struct, *(head if issubclass(struct, views.View) else ()))
            assert words(cell) == [one.name for one in own]
            nullable = {one.name for one in own if type(None) in get_args(one.type)}
            assert optional_words(cell) == nullable, struct
    kinds = {str(one.__struct_config__.tag) for one in get_args(views.AnyView)}
    assert kinds <= set(described)


def test_every_block_of_a_print_job_is_described_with_its_fields() -> None:
    described = rows("protocol.md", "## Views")
    for block in (
        paper.Text,
        paper.Pair,
        paper.Rule,
        paper.Space,
        paper.QrCode,
        paper.Barcode,
        paper.Picture,
    ):
        cells = described[str(block.__struct_config__.tag)]
        assert words(cells[-1]) == [one.name for one in fields(block)]


def test_the_health_shown_is_the_health_given() -> None:
    shown = next(one for one in blocks(DOCS / "protocol.md", "json") if '"stations"' in one)
    assert list(msgspec.json.decode(shown)) == [one.name for one in fields(Health)]


def test_every_role_of_people_is_described_with_what_it_sees() -> None:
    described = rows("people.md", "## Roles")
    assert list(described) == [one.value for one in PEOPLE]
    everywhere = MAY_SEE[Role.BOARD]
    for role in PEOPLE:
        assert set(words(described[role][-1])) == MAY_SEE[role] - everywhere, role


def test_the_ticket_s_life_is_drawn_from_its_table() -> None:
    assert blocks(DOCS / "ticket-life.md", "mermaid") == [diagram()]
    assert list(rows("ticket-life.md")) == [one.value for one in TicketState]


class Setting(NamedTuple):
    """One key of ``hall.toml``, in its table."""

    section: str
    field: FieldInfo


def settings() -> Iterator[Setting]:
    for part in fields(Document):
        inner = get_args(part.type)
        struct: Any = inner[0] if inner else part.type
        section = f"## `[[{part.name}]]`" if inner else f"## `[{part.name}]`"
        for field in fields(struct):
            yield Setting(section, field)


def test_every_setting_is_described_with_its_default() -> None:
    every = list(settings())
    for section in {one.section for one in every}:
        described = rows("hall-toml.md", section)
        here = [one.field for one in every if one.section == section]
        assert list(described) == [field.name for field in here]
        for field in here:
            assert described[field.name][-1] == default_of(field), field.name


def default_of(field: FieldInfo) -> str:
    if field.required:
        return "–"
    value = field.default
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"`{msgspec.json.format(msgspec.json.encode(value), indent=0).decode()}`"


def options() -> dict[str, set[str]]:
    """Every verb with the options it takes; those of a group of verbs all together."""
    group: Any = typer.main.get_command(app)
    return {name: set(options_of(verb)) for name, verb in group.commands.items()}


def options_of(verb: Any) -> Iterator[str]:
    for one in verb.params:
        yield from (
            option for option in (*one.opts, *one.secondary_opts) if option.startswith("--")
        )
    for inner in getattr(verb, "commands", {}).values():
        yield from options_of(inner)


def test_every_verb_is_described_with_its_options() -> None:
    described = {
        cells[0].strip("`").split()[0]: cells[-1]
        for cells in table("running.md", "## Verbs")
        if cells[0].startswith("`")
    }
    assert set(described) == set(options())
    for verb, known in options().items():
        assert set(re.findall(r"`(--[\w-]+)", described[verb])) == known - {"--help"}, verb
    introduced = re.findall(
        r"^\| `hallctl ([\w-]+)", (ROOT / "README.md").read_text(), re.MULTILINE
    )
    assert introduced == [verb for verbs in SECTIONS.values() for verb in verbs]


def test_every_screen_s_own_options_are_described() -> None:
    for screen, (_, described) in rows("running.md", "## Stations").items():
        started = (ROOT / screen / "__main__.py").read_text("utf-8")
        own = set(re.findall(r"""add_argument\(\s*"(--[\w-]+)""", started))
        assert set(re.findall(r"`(--[\w-]+)`", described)) == own, screen


def test_every_file_of_a_hall_is_described() -> None:
    home = HallDirectory(Path("hall"))
    files = {str(one.relative_to("hall")) for one in vars(home).values() if one != home.path}
    section = text("running.md").partition("\n## The hall directory\n")[2].partition("\n## ")[0]
    assert [one for one in files if f"`{one}`" not in section] == []


def test_every_recipe_is_described() -> None:
    recipes = set(RECIPE.findall((ROOT / "Makefile").read_text("utf-8")))
    described = [cells[0] for cells in table("running.md", "## Recipes")[1:]]
    assert sorted(described) == sorted(f"`make {one}`" for one in recipes)


def test_every_line_to_type_names_what_there_is() -> None:
    recipes = set(RECIPE.findall((ROOT / "Makefile").read_text("utf-8")))
    devices: Any = typer.main.get_command(hardware.command_line.app)
    typed = shell_lines()
    assert {"make demo", "make test"} <= {line for page, line in typed if page == "README.md"}
    for page, line in typed:
        match shlex.split(line):
            case ["make", recipe, *_]:
                assert recipe in recipes, (page, line)
            case ["hallctl" | ".venv/bin/hallctl", verb, *rest]:
                asked = {one for one in rest if one.startswith("--")}
                assert asked <= options()[verb], (page, line)
            case [".venv/bin/python", "-m", "hardware", verb, *_]:
                assert verb in devices.commands, (page, line)
            case [".venv/bin/python", "-m", app_name, *_]:
                assert (ROOT / app_name / "__main__.py").exists(), (page, line)
            case ["curl" | "openssl", *_]:  # what a stranger checks us with
                pass
            case unknown:
                pytest.fail(f"{page}: {unknown} is nothing that we have")


def test_every_trouble_and_profile_of_a_printer_is_described() -> None:
    page = text("devices.md")
    own = {print_worker.UNKNOWN_OUTCOME, print_worker.UNREADABLE, print_worker.STATION_DISK}
    for name in {*PROFILES, *(one.value for one in Trouble), *own}:
        assert f"`{name}`" in page, name


def test_the_glossary_says_no_word_twice() -> None:
    pages = text("glossary.md").splitlines()
    said = [line.split("|")[1:4] for line in pages if line.startswith("| ")]
    meanings = [tuple(map(str.strip, one)) for one in said if one[0].strip() != "word"]
    assert len(set(meanings)) == len(meanings)


def test_the_glossary_names_the_tables_of_the_ledger() -> None:
    page = text("glossary.md")
    for name in (*TABLES, "journal"):
        assert f"`{name}`" in page, name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        path, _, anchor = target.partition("#")
        if "://" in path:
            continue
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), target


def test_every_room_is_on_the_plan_of_the_house() -> None:
    rooms = [path.parent.relative_to(ROOT) for path in ROOT.glob("*/__init__.py")]
    rooms += [path.parent.relative_to(ROOT) for path in ROOT.glob("hallctl/*/__init__.py")]
    shown = {cells[0].strip("`/") for cells in table("architecture.md", "## Rooms")}
    assert {str(room) for room in rooms} - {"tests", "benchmarks", "hallctl"} <= shown
    within = {path.parent.name for path in ROOT.glob("hallctl/*/*/__init__.py")}
    assert within <= set(re.findall(r"`(\w+)/`", text("architecture.md")))


def test_the_files_of_code_that_pages_name_exist() -> None:
    for page in PAGES:
        for path in CODE_PATH.findall(page.read_text("utf-8")):
            assert (ROOT / path).exists(), (page.name, path)


def test_the_tests_that_threats_name_exist() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text("threats.md"))
    assert len(named) > 20
    for path, test in named:
        assert f"def {test}(" in (ROOT / path).read_text("utf-8"), (path, test)


def test_the_readme_shows_every_screen() -> None:
    shown = re.findall(
        r"!\[[^\]]+\]\(docs/pictures/([\w-]+)\.png\)", (ROOT / "README.md").read_text()
    )
    assert len(shown) == len(PICTURES)
    assert set(shown) == PICTURES


def test_every_decision_is_listed_with_its_date() -> None:
    listed = text("decisions/README.md")
    for page in sorted((DOCS / "decisions").glob("0*.md")):
        title, _, dated = page.read_text("utf-8").splitlines()[:3]
        number, _, name = title.removeprefix("# ").partition(" ")
        assert page.name.startswith(f"{number}-")
        assert f"| [{number}]({page.name}) | {name} | {dated} |" in listed


def is_struct(one: object) -> bool:
    return isinstance(one, type) and issubclass(one, msgspec.Struct)


def test_every_change_says_where_it_shows() -> None:
    """``changelog.d/NAME.AREA.md``; the areas stand in the README beside them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    areas = [one["directory"] for one in project["tool"]["towncrier"]["type"]]
    changes = {one.name for one in (ROOT / "changelog.d").iterdir()} - {"README.md", "template.md"}
    strange = [one for one in changes if one.split(".")[1:] not in [[area, "md"] for area in areas]]
    assert strange == [], f"a change is named NAME.AREA.md; the areas are {', '.join(areas)}"
    assert words((ROOT / "changelog.d/README.md").read_text("utf-8")) == areas
