"""Drawn pictures for QML: icons in any colour, faces, soft shadows, QR codes. No emoji, no shaders.

Sources read ``image://kit/icon/<name>/<colour>/<stroke>``, ``face/<1-5>/<colour>``,
``shadow/<radius>/<blur>`` and ``qr/<encoded text>``; colours are hex digits without ``#``.
"""

from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import lucide
import qrcode
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from hallctl.faces import face_svg

_ICONS = Path(lucide.__file__).parent / "lucide.zip"
_FALLBACK = "file-text"


@cache
def _icon_set() -> ZipFile:
    return ZipFile(BytesIO(_ICONS.read_bytes()))


@lru_cache(maxsize=256)
def icon_svg(name: str) -> str:
    """The icon's drawing; an unknown name gives a sheet of paper, as services are free to name one."""
    try:
        return _icon_set().read(f"{name}.svg").decode()
    except KeyError:
        return icon_svg(_FALLBACK)


@lru_cache(maxsize=512)
def _svg_image(svg: str, colour: str, edges: tuple[int, int], stroke: str = "") -> QImage:
    """Drawn once, however many screens and scenes show it."""
    svg = svg.replace("currentColor", f"#{colour}")
    if stroke:
        svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    picture = _clear_image(QSize(*edges))
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    return picture


def _clear_image(size: QSize) -> QImage:
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


@lru_cache(maxsize=64)
def shadow_image(radius: int, blur: int) -> QImage:
    """A soft shadow to be stretched by its middle: corners of ``radius + blur`` pixels."""
    edge = 2 * (radius + blur) + 2
    picture = _clear_image(QSize(edge, edge))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for ring in range(blur):
        painter.setBrush(QColor(7, 41, 74, 1 + round(0.9 * ring / blur)))
        inset = QRectF(ring, ring, edge - 2 * ring, edge - 2 * ring)
        corner = radius + blur - ring
        painter.drawRoundedRect(inset, corner, corner)
    painter.end()
    return picture


def qr_image(text: str, wanted: int) -> QImage:
    """A black and white QR code at most ``wanted`` pixels wide, whole pixels a module."""
    rows = _qr_rows(text)
    side = len(rows)
    picture = QImage(b"".join(rows), side, side, side, QImage.Format.Format_Grayscale8)
    edge = max(1, wanted // side) * side
    return picture.convertToFormat(QImage.Format.Format_RGB32).scaled(edge, edge)


@lru_cache(maxsize=16)
def _qr_rows(text: str) -> tuple[bytes, ...]:
    """A byte a module, 0 where it is dark; the same code is asked for at several sizes."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    code.add_data(text)
    return tuple(bytes(0 if is_dark else 255 for is_dark in row) for row in code.get_matrix())


class KitPictures(QQuickImageProvider):
    """Serves the kit's drawings to one QML engine."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, source: str, size: QSize, wanted: QSize) -> QImage:  # noqa: N802 - Qt's name
        """Draw ``source`` at the size QML asks for; 96 pixels where it asks for none."""
        picture = _draw(source, wanted if wanted.width() > 0 else QSize(96, 96))
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture


def _draw(source: str, wanted: QSize) -> QImage:
    kind, _, rest = source.partition("/")
    if kind == "qr":
        return qr_image(unquote(rest), wanted.width())
    edges = wanted.width(), wanted.height()
    match kind, rest.split("/"):
        case "icon", [name, colour, stroke]:
            return _svg_image(icon_svg(name), colour, edges, stroke)
        case "face", [level, colour]:
            return _svg_image(face_svg(level), colour, edges)
        case "shadow", [radius, blur]:
            return shadow_image(int(radius), int(blur))
        case _:
            msg = f"no such picture: {source}"
            raise ValueError(msg)
