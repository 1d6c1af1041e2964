"""The page about forms says what the code says."""

from msgspec.structs import fields

from hallctl.forms import citizen_forms, parts, tracking_forms
from hallctl.forms.drawing import NUMBERS, sizes_of
from hallctl.forms.editions import EDITIONS
from hallctl.forms.examples import examples
from tests.pages import optional_words, rows, table, words

PAGE = "forms.md"


def test_every_form_is_described_with_its_paper() -> None:
    described = {cells[0]: cells for cells in table(PAGE, "## Forms")[1:]}
    assert set(described) == set(NUMBERS.values())
    for form in examples():
        cells = described[NUMBERS[type(form)]]
        assert words(cells[1]) == [type(form).__name__]
        assert all(size.upper() in cells[-1] for size in sizes_of(form))
        assert ("A5" in cells[-1]) == ("a5" in sizes_of(form))


def test_every_struct_is_described_with_its_fields() -> None:
    described = rows(PAGE, "## Fields")
    structs = {
        name: struct
        for module in (parts, citizen_forms, tracking_forms)
        for name, struct in vars(module).items()
        if getattr(struct, "__module__", "") == module.__name__
    }
    assert set(described) == set(structs)
    for name, struct in structs.items():
        own = fields(struct)
        assert words(described[name][-1]) == [one.name for one in own]
        assert optional_words(described[name][-1]) == {one.name for one in own if not one.required}


def test_every_edition_is_listed() -> None:
    listed = [tuple(cells) for cells in table(PAGE, "## Editions")[1:]]
    assert listed == [(edition.folder, edition.circular) for edition in EDITIONS]
