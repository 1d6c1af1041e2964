"""What hall.toml says about the account for fees, and about carriers."""

from pathlib import Path

import pytest

from hallctl.core.plan import Plan
from hallctl.core.plan.fee_rules import DeliveryRules, FeeRules
from hallctl.settings import SettingsError, read_hall
from tests.settings.conftest import SMALL_HALL


def plan_of(directory: Path, text: str) -> Plan:
    (directory / "hall.toml").write_text(SMALL_HALL + text, encoding="utf-8")
    return read_hall(directory).plan


def test_money_is_what_the_technician_wrote(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path,
        '[fees]\nbank = "970415"\nbank_name = "VietinBank"\naccount = "0011"\nholder = "TT"\n'
        '[deliveries]\ncarriers = ["VNPost"]\nfee = 10000\n',
    )
    assert plan.fees == FeeRules(bank="970415", bank_name="VietinBank", account="0011", holder="TT")
    assert plan.deliveries == DeliveryRules(carriers=("VNPost",), fee=10_000)


def test_without_settings_there_is_no_account(tmp_path: Path) -> None:
    assert (plan_of(tmp_path, "").fees.bank, plan_of(tmp_path, "").deliveries.fee) == ("", 0)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('[fees]\nbank = "12"\naccount = "1"\nholder = "x"', "the bank is no BIN of six digits"),
        ('[fees]\nbank = "970415"\naccount = "-"\nholder = "x"', "1 to 19 letters and digits"),
        ('[fees]\nbank = "970415"\naccount = "1"', "fees.holder: is empty"),
        ('[deliveries]\ncarriers = ["A", "A"]', "names a carrier twice"),
        ('[deliveries]\ncarriers = [" "]', "empty or too long"),
        ("[deliveries]\nfee = -1", "deliveries.fee: -1 đồng makes no sense"),
    ],
)
def test_what_makes_no_sense_is_named(tmp_path: Path, written: str, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        plan_of(tmp_path, f"{written}\n")
    assert words in str(caught.value)
