"""What was said when somebody complained: kept apart, proved by its hash, never deleted."""

import sqlite3
from pathlib import Path
from uuid import UUID

import pytest

from hallctl.complaints.words import MS_A_DAY, Complainant, ComplaintWords, first_wrong

ONE, TWO = UUID(int=1), UUID(int=2)
LAN = Complainant(name="Nguyễn Thị Lan", phone="0912 345 678")


class Shop:
    """A store and its clock."""

    def __init__(self, file: Path) -> None:
        self.file, self.at = file, 1_795_140_000_000
        self.words = ComplaintWords(file, lambda: self.at)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path / "complaints.db")


def meddle(shop: Shop, statement: str) -> None:
    """Somebody with the file in hand, and a tool."""
    with sqlite3.connect(shop.file) as store:
        store.execute(statement)


def test_words_come_back_as_they_were_said(shop: Shop) -> None:
    digest = shop.words.keep(ONE, "Chờ hai giờ.", LAN)
    assert shop.words.words(digest) == "Chờ hai giờ."
    assert shop.words.complainant(digest) == LAN


def test_the_same_wish_keeps_its_words_once(shop: Shop) -> None:
    assert shop.words.keep(ONE, "Chờ lâu.", LAN) == shop.words.keep(ONE, "Chờ lâu.", LAN)
    assert shop.words.keep(TWO, "Chờ lâu.") != shop.words.keep(ONE, "Chờ lâu.")


@pytest.mark.parametrize("change", ["delete from words", "update words set words = 'Rất tốt.'"])
def test_filed_words_can_be_neither_changed_nor_deleted(shop: Shop, change: str) -> None:
    shop.words.filed(shop.words.keep(ONE, "Chờ lâu."))
    with pytest.raises(sqlite3.IntegrityError, match="filed words stay"):
        meddle(shop, change)


def test_whoever_gets_round_the_store_is_found_out(shop: Shop) -> None:
    digest = shop.words.keep(ONE, "Chờ lâu.")
    shop.words.filed(digest)
    assert first_wrong(shop.file, [digest]) == ""
    meddle(shop, "drop trigger filed_words_stay_update")
    meddle(shop, "update words set words = 'Rất tốt.'")
    assert first_wrong(shop.file, [digest]) == digest


def test_a_store_that_is_gone_is_found_out(tmp_path: Path) -> None:
    assert first_wrong(tmp_path / "none.db", []) == ""
    assert first_wrong(tmp_path / "none.db", ["a" * 64]) == "a" * 64


def test_who_complained_is_forgotten_and_the_words_stay(shop: Shop) -> None:
    digest = shop.words.keep(ONE, "Chờ lâu.", LAN)
    shop.words.filed(digest)
    assert shop.words.forget([digest]) == 1
    assert shop.words.complainant(digest).is_nobody
    assert shop.words.words(digest) == "Chờ lâu."
    assert b"Lan" not in shop.file.read_bytes()


def test_what_the_hall_did_not_take_is_dropped(shop: Shop) -> None:
    digest = shop.words.keep(ONE, "Chờ lâu.", LAN)
    shop.words.drop(digest)
    assert shop.words.words(digest) == ""
    assert shop.words.complainant(digest).is_nobody


def test_after_a_crash_what_the_journal_has_is_filed_and_the_rest_goes(shop: Shop) -> None:
    kept, lost = shop.words.keep(ONE, "Chờ lâu.", LAN), shop.words.keep(TWO, "Nháp.", LAN)
    shop.at += MS_A_DAY + 1
    shop.words.settle([kept])
    assert (shop.words.words(kept), shop.words.words(lost)) == ("Chờ lâu.", "")
    with pytest.raises(sqlite3.IntegrityError):
        meddle(shop, "delete from words")
