"""Which bytes each kind of device on a line may speak."""

from hardware.lines.led_words import LED_WORDS
from hardware.lines.line_devices import LAMP
from hardware.lines.pad_format import formats_with


def formats_of(kind: str, own: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of the formats that a pad, keypad, led_sign or lamp may have; `own` are declared."""
    match kind:
        case "led_sign":
            return tuple(LED_WORDS)
        case "lamp":
            return (LAMP,)
    return tuple(formats_with(own))
