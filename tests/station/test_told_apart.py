"""Names of procedures are long and begin alike: in a list none may be taken for another."""

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.station.told_apart import shortened, told_apart

WORDS = st.lists(
    st.sampled_from(["đất", "đai", "quyền", "sử", "dụng", "trường", "hợp"]), max_size=40
)


@given(beginning=WORDS, ends=st.lists(WORDS, max_size=6), most=st.integers(10, 120))
def test_different_names_stay_different(
    beginning: list[str], ends: list[list[str]], most: int
) -> None:
    names = [" ".join([*beginning, *end]) for end in ends]
    told = told_apart(names, most)
    assert len(set(told)) == len(set(names))
    assert [told[names.index(name)] for name in names] == told


@given(names=st.lists(st.text(max_size=300), max_size=5), most=st.integers(10, 120))
def test_what_has_room_is_left_whole(names: list[str], most: int) -> None:
    assert all(
        one == name
        for name, one in zip(names, told_apart(names, most), strict=True)
        if len(name) <= most
    )


def test_names_that_begin_alike_go_on_where_they_differ() -> None:
    same = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong trường hợp"
    sold, given_ = told_apart([f"{same} chuyển nhượng", f"{same} tặng cho"], 60)
    assert sold == "Đăng ký biến động … chuyển nhượng"
    assert given_ == "Đăng ký biến động … tặng cho"


def test_a_name_is_cut_at_a_word() -> None:
    assert shortened("Cấp giấy phép xây dựng", 15) == "Cấp giấy phép…"
    assert shortened("Cấp giấy phép", 15) == "Cấp giấy phép"


@pytest.mark.parametrize("sample", ["province", "commune"])
@pytest.mark.parametrize("most", [80, 95, 160])
def test_no_procedure_of_a_sample_hall_looks_like_another(sample: str, most: int) -> None:
    text = (files("hallctl.samples") / f"{sample}.csv").read_text("utf-8-sig")
    names = sorted({row["name"] for row in csv.DictReader(text.splitlines())})
    told = told_apart(names, most)
    assert len(set(told)) == len(names) > 500
    assert max(map(len, told)) <= most + 8
