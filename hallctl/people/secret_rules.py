"""What a password and a PIN must be like; each rule answers with its name when it is broken."""

SHORTEST, LONGEST = 10, 200
PIN_SHORTEST, PIN_LONGEST = 6, 12
FEWEST_DIFFERENT = 5
PIN_FEWEST_DIFFERENT = 3
RUNS = ("01234567890", "09876543210")


def wrong_with_password(password: str, account: str) -> str:
    """``password_short``, ``password_long`` or ``password_weak``; empty when it is good."""
    if len(password) < SHORTEST:
        return "password_short"
    if len(password) > LONGEST:
        return "password_long"
    plain = password.casefold()
    if len(set(plain)) < FEWEST_DIFFERENT or account.casefold() in plain:
        return "password_weak"
    return ""


def wrong_with_pin(pin: str) -> str:
    """``pin_shape`` or ``pin_weak``; empty when it is good."""
    is_digits = pin.isascii() and pin.isdigit()
    if not is_digits or not PIN_SHORTEST <= len(pin) <= PIN_LONGEST:
        return "pin_shape"
    if len(set(pin)) < PIN_FEWEST_DIFFERENT or any(pin in run for run in RUNS):
        return "pin_weak"
    return ""
