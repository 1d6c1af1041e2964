"""The five faces of a rating, drawn alike on pads and pages."""

_FACES = {
    "1": "M20 44 Q32 30 44 44",
    "2": "M21 43 Q32 36 43 43",
    "3": "M21 41 L43 41",
    "4": "M21 39 Q32 47 43 39",
    "5": "M19 37 Q32 55 45 37 Z",
}
_BROWS = {"1": '<path d="M17 20 L26 23.5 M47 20 L38 23.5" stroke-width="3"/>'}


def face_svg(level: str) -> str:
    """A face from 1 (very unhappy) to 5 (very happy), outlined in the current colour."""
    mouth_fill = "currentColor" if level == "5" else "none"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" '
        'stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">'
        '<circle cx="32" cy="32" r="28"/>'
        '<ellipse cx="23" cy="28.5" rx="1.6" ry="2.4" fill="currentColor"/>'
        '<ellipse cx="41" cy="28.5" rx="1.6" ry="2.4" fill="currentColor"/>'
        f"{_BROWS.get(level, '')}"
        f'<path d="{_FACES[level]}" fill="{mouth_fill}"/></svg>'
    )
