"""What a phone may scan off the kiosk: the hall's code on every page, the complaint form in the help."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickItem

from hallctl.station.screen import Screen
from tests.screens.conftest import OpenKiosk
from tests.screens.item_tree import shown_items
from tests.screens.kiosk_samples import CODE, issued, kiosk_view
from tests.screens.touching import settle

FORM = kiosk_view().complaint_page


def scanned(screen: Screen) -> list[str]:
    """The addresses a phone would find on the glass."""
    items: list[QQuickItem] = shown_items(screen.window)
    codes = [one for one in items if "QrImage" in one.metaObject().className()]
    return [str(one.property("text")) for one in codes]


@pytest.mark.screens
@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1920, 1080)])
def test_the_hall_s_code_is_in_sight_until_a_number_has_a_code_of_its_own(
    open_sample: OpenKiosk, size: QSize
) -> None:
    screen, link = open_sample(size)
    assert scanned(screen) == [CODE.address]
    screen.view_model.take_number("justice")
    link.grant(issued("A017"))
    settle()
    assert CODE.address not in scanned(screen)


@pytest.mark.screens
def test_help_leads_a_phone_to_the_complaint_form(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    screen.view_model.show_help()
    settle()
    assert scanned(screen) == [CODE.address, CODE.address, FORM]
    link.show(replace(kiosk_view(), hall_code=None))
    settle()
    assert scanned(screen) == [FORM]


@pytest.mark.screens
def test_nothing_is_offered_to_scan_while_the_hall_is_out_of_reach(open_sample: OpenKiosk) -> None:
    screen, link = open_sample()
    link.become("offline")
    settle()
    assert scanned(screen) == []
    link.become("online")
    settle()
    assert scanned(screen) == [CODE.address]
