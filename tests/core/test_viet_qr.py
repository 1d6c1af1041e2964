"""VietQR texts, against values worked out by hand and the format's own rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.slips.viet_qr import LARGEST_AMOUNT, Transfer, VietQrError, crc_16, viet_qr

BANKS = st.from_regex(r"[0-9]{6}", fullmatch=True)
ACCOUNTS = st.from_regex(r"[A-Za-z0-9]{1,19}", fullmatch=True)
PURPOSES = st.from_regex(r"([A-Za-z0-9]([A-Za-z0-9 .\-]{0,23}[A-Za-z0-9.\-])?)?", fullmatch=True)


def transfer(**changed: object) -> Transfer:
    return Transfer(**{"bank": "970415", "account": "0011001932418", **changed})


def fields(text: str) -> dict[str, str]:
    found = {}
    while text:
        length = int(text[2:4])
        found[text[:2]], text = text[4 : 4 + length], text[4 + length :]
    return found


def test_the_checksum_is_ccitt_false() -> None:
    assert crc_16(b"") == 0xFFFF
    assert crc_16(b"A") == 0xB915  # by hand: FFFF xor 4100, eight shifts
    assert crc_16(b"123456789") == 0x29B1  # the check value of the catalogue of CRCs


def test_a_transfer_with_amount_and_purpose_comes_out_as_worked_out_by_hand() -> None:
    asked = transfer(amount=120_000, purpose="ung ho lu lut")
    assert viet_qr(asked) == (
        "000201"
        "010212"
        "3857"
        "0010A000000727"
        "0127" + "0006970415" + "01130011001932418"
        "0208QRIBFTTA"
        "5303704"
        "5406120000"
        "5802VN"
        "6217" + "0813ung ho lu lut"
        "6304C15C"
    )


def test_a_transfer_without_either_may_be_paid_again_and_again() -> None:
    read = fields(viet_qr(transfer()))
    assert read["01"] == "11"
    assert "54" not in read
    assert "62" not in read


@given(
    bank=BANKS,
    account=ACCOUNTS,
    amount=st.none() | st.integers(1, LARGEST_AMOUNT),
    purpose=PURPOSES,
)
def test_every_transfer_reads_back(
    bank: str, account: str, amount: int | None, purpose: str
) -> None:
    text = viet_qr(Transfer(bank=bank, account=account, amount=amount, purpose=purpose))
    assert crc_16(text[:-4].encode()) == int(text[-4:], 16)
    read = fields(text)
    to = fields(read["38"])
    assert list(read) == sorted(read)
    assert to["00"], to["02"] == ("A000000727", "QRIBFTTA")
    assert fields(to["01"]) == {"00": bank, "01": account}
    assert read.get("54") == (None if amount is None else str(amount))
    assert fields(read.get("62", "")).get("08", "") == purpose
    assert (read["53"], read["58"]) == ("704", "VN")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"bank": "97041"}, "bank"),
        ({"bank": "97041A"}, "bank"),
        ({"bank": "\u0669\u06670415"}, "bank"),
        ({"account": ""}, "account"),
        ({"account": "0" * 20}, "account"),
        ({"account": "0011 0019"}, "account"),
        ({"account": "0011001932418\n"}, "account"),
        ({"account": "tài khoản"}, "account"),
        ({"amount": 0}, "amount"),
        ({"amount": -1}, "amount"),
        ({"amount": LARGEST_AMOUNT + 1}, "amount"),
        ({"purpose": "ủng hộ"}, "purpose"),
        ({"purpose": " lead"}, "purpose"),
        ({"purpose": "x" * 26}, "purpose"),
        ({"purpose": "a|b"}, "purpose"),
    ],
)
def test_what_a_bank_would_not_take_is_refused_without_repeating_it(
    changed: dict[str, object], says: str
) -> None:
    with pytest.raises(VietQrError) as refusal:
        viet_qr(transfer(**changed))
    assert says in str(refusal.value)
    assert all(
        str(value) not in str(refusal.value) for value in changed.values() if value not in ("", 0)
    )
