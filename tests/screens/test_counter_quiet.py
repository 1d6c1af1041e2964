"""A panel does nothing for what it doesn't show: views come many times a second at a busy hall."""

from typing import Any

from PySide6.QtCore import QObject, QSize
from pytestqt.qtbot import QtBot

from counter_display import open_panel
from counter_display.panel_view_model import LINES_SHOWN, PanelViewModel
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import counter_view, current, waiting
from tests.screens.item_tree import shown_items
from tests.screens.touching import settle

QUEUE = tuple(waiting(f"A{100 + place}", 40 - place) for place in range(21))


def crowded(journal_number: int = 1, gone: int = 0, **changes: Any) -> Any:
    """More wait than a view names: whoever goes makes room for one at the end."""
    shown = QUEUE[gone : gone + 20]
    return counter_view(waiting=shown, waiting_total=60, journal_number=journal_number, **changes)


def test_a_view_that_changes_nothing_shown_tells_qml_nothing(qtbot: QtBot) -> None:
    link = FakeLink(crowded())
    panel: Any = PanelViewModel(link)
    parts = (panel, panel.serving, panel.floor, panel.opening, panel.signing_in)
    told: list[QObject] = []
    for part in parts:
        part.changed.connect(lambda part=part: told.append(part))
    for number in range(2, 5):
        link.show(crowded(number))
    assert told == []
    link.show(crowded(9, current=current()))
    assert {panel, panel.serving} <= set(told)
    assert len(told) == len(set(told)), "each part tells once"


def test_the_lines_of_those_who_go_on_waiting_stay_where_they_are(qtbot: QtBot) -> None:
    link = FakeLink(crowded())
    screen = open_panel(link, QSize(1366, 768))
    settle()
    before = lines_of(screen.window)
    link.show(crowded(2, gone=1, current=current("A100")))
    settle()
    after = lines_of(screen.window)
    assert len(before) == len(after) == LINES_SHOWN
    assert all(after[number] is line for number, line in before.items() if number in after)
    assert set(before) - set(after) == {"A100"}
    screen.close()
    settle()


def lines_of(window: Any) -> dict[str, Any]:
    """The items that draw who waits, by number; those without room too."""
    parents = {item.parentItem() for item in shown_items(window) if item.property("line")}
    siblings = [child for parent in parents for child in parent.childItems()]
    lines = [child for child in siblings if child.property("isFirst") is not None]
    return {str(_plain(one.property("line"))["number"]): one for one in lines}


def _plain(line: Any) -> dict[str, object]:
    return dict(line.toVariant() if hasattr(line, "toVariant") else line)
