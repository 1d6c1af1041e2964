"""Pictures that people choose: small, upright, without what a camera wrote into them, or refused."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from hallctl.settings.pictures import LOGO, PORTRAIT, BadPictureError, keep, logo_of, portrait_of
from hardware.slips.paper import Paper
from hardware.slips.picture import PictureError, draw_picture

GPS = 0x8825


def photo(size: tuple[int, int] = (900, 1200), kind: str = "JPEG") -> bytes:
    out = BytesIO()
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (21.0, 1.0, 42.0)}
    exif[0x010F] = "a camera's maker"
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def test_a_photo_is_small_and_tells_nothing_of_where_it_was_taken() -> None:
    raw = photo()
    assert b"a camera's maker" in raw
    kept = portrait_of(raw)
    with Image.open(BytesIO(kept)) as found:
        assert (found.format, found.size) == ("JPEG", PORTRAIT)
        assert not dict(found.getexif())
    assert b"maker" not in kept
    assert len(kept) < 30_000


def test_a_logo_is_grey_on_white_and_no_larger_than_paper_bears() -> None:
    out = BytesIO()
    Image.new("RGBA", (2000, 400), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(BytesIO(logo_of(out.getvalue()))) as found:
        assert found.mode == "L"
        assert found.width <= LOGO[0]
        assert found.getextrema() == (255, 255), "what was clear is white"


@pytest.mark.parametrize("raw", [b"", b"GIF89a", b"<svg/>", photo()[:200]])
def test_what_is_no_picture_is_refused(raw: bytes) -> None:
    for read in (logo_of, portrait_of):
        with pytest.raises(BadPictureError):
            read(raw)


def test_a_picture_is_kept_under_what_it_is(tmp_path: Path) -> None:
    first, again = (keep(tmp_path, b"the same", ".png") for _ in range(2))
    assert first == again
    assert (tmp_path / first).read_bytes() == b"the same"
    assert [one.name for one in (tmp_path / "pictures").iterdir()] == [Path(first).name]


@pytest.mark.parametrize("width", [384, 576])
def test_greys_become_dots_as_dark_as_they_were(width: int) -> None:
    from base64 import b64encode

    out = BytesIO()
    Image.new("L", (300, 100), 128).save(out, "PNG")
    strip = draw_picture(b64encode(out.getvalue()).decode(), Paper(width))
    assert strip.width == width
    dots = strip.crop(((width - 300) // 2, 0, (width + 300) // 2, 100)).histogram()
    assert sum(dots[1:255]) == 0, "black or white, nothing between"
    assert 0.4 < dots[0] / (300 * 100) < 0.6


@pytest.mark.parametrize("png", ["", "!!", "aGVsbG8="])
def test_what_can_t_be_drawn_is_said(png: str) -> None:
    with pytest.raises(PictureError):
        draw_picture(png, Paper())
