"""What the choices of a form offer that the hall has many of: services, counters, zones, machines. Pure."""

from collections.abc import Callable

from hallctl.web.sections.section_fields import Field, Raw

LANGUAGES, FORMATS, ADDRESSES = "every language", "own formats", "own addresses"
"""What the hall can speak, its own declarations of pads' bytes, and the addresses of its machine, beside what its file says."""
Option = tuple[str, str]
"""What is sent, and how it is called; empty where words say it."""
DEVICE_KINDS = ("pad", "keypad", "led_sign", "lamp")


def options_of(field: Field, raw: Raw, language: str) -> tuple[Option, ...]:
    """The choices of a field, the empty one first where there may be none."""
    if isinstance(field.options, tuple):
        return tuple((each, "") for each in field.options)
    if field.kind == "secret":
        return ()
    named = _NAMED[field.options](raw, language)
    may_be_none = field.kind == "choice" and not field.is_needed
    return (("", "–"), *named) if may_be_none else named


def _named(table: str, key: str) -> Callable[[Raw, str], tuple[Option, ...]]:
    """Entries by their words, or by their own name where they have no words."""

    def every(raw: Raw, language: str) -> tuple[Option, ...]:
        return tuple(
            (str(one[key]), str(words.get(language) or words.get("vi", one[key])))
            for one in raw.get(table, ())
            for words in (one.get("name") if isinstance(one.get("name"), dict) else {},)
        )

    return every


def _stations(role: str) -> Callable[[Raw, str], tuple[Option, ...]]:
    return lambda raw, _language: tuple(
        (str(each["name"]),) * 2 for each in raw.get("station", ()) if each.get("role") == role
    )


def _camera_zones(raw: Raw, _language: str) -> tuple[Option, ...]:
    zones = (str(each["zone"]) for each in raw.get("counter", ()) if each.get("zone"))
    return tuple((one, one) for one in dict.fromkeys(zones))


def _formats(raw: Raw, _language: str) -> tuple[Option, ...]:
    from hardware.lines.formats_known import formats_of  # noqa: PLC0415 - brings Modbus

    every = (name for kind in DEVICE_KINDS for name in formats_of(kind, raw[FORMATS]))
    return tuple((name, name) for name in dict.fromkeys(every))


_NAMED: dict[str, Callable[[Raw, str], tuple[Option, ...]]] = {
    "services": _named("service", "service"),
    "counters": _named("counter", "counter"),
    "zones": _named("zone", "zone"),
    "boards": _stations("board"),
    "machines": _stations("devices"),
    "camera_zones": _camera_zones,
    "formats": _formats,
    "languages": lambda raw, _language: raw[LANGUAGES],
    "addresses": lambda raw, _language: raw[ADDRESSES],
    "beside": lambda raw, _language: tuple(one for one in raw[LANGUAGES] if one[0] != "vi"),
}
