"""Signing keys: made once, renewed by hand, each vouching for the next and for the one before."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from hallctl.core.plan import Words
from hallctl.signing.checking import check_day
from hallctl.signing.document import SignedDay, SignedStatement
from hallctl.signing.keys import PublishedKey, SigningKeyError, SigningKeys, has_signed
from hallctl.signing.statement import hash_of
from tests.verbs import said


def day_with(keys: tuple[PublishedKey, ...]) -> SignedDay:
    text = '{"day":"2026-11-23","part":"visits","previous":"","sealed_at":1,"serial":1,"version":1,"visits":{}}'
    statement = SignedStatement(
        part="visits",
        correction=0,
        statement=text,
        hash=hash_of(text.encode()),
        key=keys[0].key,
        signature="",
        signed_at=1,
    )
    return SignedDay(
        version=1, hall=Words("x"), day=date(2026, 11, 23), statements=(statement,), keys=keys
    )


def signed_by(hall: SigningKeys, day: SignedDay) -> SignedDay:
    one = day.statements[0]
    signature = hall.current(0).sign(one.statement.encode())
    return msgspec.structs.replace(
        day, statements=(msgspec.structs.replace(one, signature=signature),)
    )


def test_a_key_is_made_once_and_its_secret_is_its_owner_s(tmp_path: Path) -> None:
    first = SigningKeys(tmp_path).current(5).published
    assert SigningKeys(tmp_path).current(9).published == first
    assert (tmp_path / "secrets" / "signing.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "signing" / "hall.pem").read_text() == first.public_key


def test_keys_vouch_for_each_other_whichever_of_them_is_trusted(tmp_path: Path) -> None:
    hall = SigningKeys(tmp_path)
    hall.current(0)
    day = signed_by(hall, day_with(hall.published()))
    for at in (1, 2):
        hall.rotate(at)
    keys = hall.published()
    day = msgspec.structs.replace(day, keys=keys)
    assert [check_day(day, one.key)[0].fault for one in keys] == ["", "", ""]


def test_a_made_up_key_that_claims_to_come_before_is_not_believed(tmp_path: Path) -> None:
    thief, hall = SigningKeys(tmp_path / "thief"), SigningKeys(tmp_path / "hall")
    mine, theirs = hall.current(0).published, thief.current(0)
    forged = msgspec.structs.replace(
        mine,
        introduced_by=theirs.published.key,
        introduction=theirs.sign(mine.public_key.encode()),
    )
    day = signed_by(thief, day_with((theirs.published, forged)))
    assert check_day(day)[0].fault == ""  # by its own word
    assert check_day(day, mine.key)[0].fault == "strange_key"


def test_a_lost_key_is_followed_by_one_that_nobody_vouches_for(tmp_path: Path) -> None:
    hall = SigningKeys(tmp_path)
    hall.current(0)
    (tmp_path / "secrets" / "signing.key").unlink()
    with pytest.raises(SigningKeyError, match="bring it back from a backup"):
        hall.current(1)
    assert hall.rotate(2).published.introduced_by == ""
    assert len(hall.published()) == 2


@pytest.mark.parametrize("missing", ["keys.json", "hall.pem"])
def test_a_power_cut_while_a_key_is_published_loses_nothing(tmp_path: Path, missing: str) -> None:
    hall = SigningKeys(tmp_path)
    before = hall.current(0)
    (tmp_path / "signing" / missing).unlink()
    again = SigningKeys(tmp_path).current(1)
    assert again.published.key == before.published.key
    assert has_signed(again.published.public_key, b"x", before.sign(b"x"))
    assert (tmp_path / "signing" / missing).exists()


def test_a_power_cut_while_a_key_is_renewed_leaves_the_old_one(tmp_path: Path) -> None:
    hall = SigningKeys(tmp_path)
    before = hall.current(0).published
    secret = (tmp_path / "secrets" / "signing.key").read_bytes()
    hall.rotate(1)
    (tmp_path / "secrets" / "signing.key").write_bytes(secret)
    assert hall.current(2).published == before
    assert hall.published() == (before,)
    assert hall.public_file.read_text() == before.public_key


def test_the_verbs_show_and_renew_the_key(tmp_path: Path) -> None:
    path = tmp_path / "hall"
    said("init", path)
    shown = said("signing", "show", "--hall", path)
    assert f"introduced by {shown.split()[0]}" in said("signing", "rotate", "--hall", path)
    assert len(said("signing", "show", "--hall", path).splitlines()) == 3
