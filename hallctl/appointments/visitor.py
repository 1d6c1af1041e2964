"""Who comes to an appointment. Personal: never a fact, never logged."""

from typing import Literal, NamedTuple

import msgspec

from hallctl.applicants.applicant import Email, Name, Phone
from hallctl.core.plan.appointment_rules import Contact

Lack = Literal["email", "phone", "contact"]


class Visitor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose appointment it is, and how to reach them. What was not given is empty."""

    name: Name
    phone: Phone = ""
    email: Email = ""

    def __repr__(self) -> str:
        """Nothing of a person gets into a log by accident."""
        return "Visitor(…)"


class Kept(NamedTuple):
    """What the store has of one appointment besides the visitor."""

    appointment: str
    reference: str
    """What another system calls it, or empty."""


def lacking(visitor: Visitor, contact: Contact) -> Lack | None:
    """What the hall wants of whoever books and has not got, or None."""
    if contact in {"email", "both"} and not visitor.email:
        return "email"
    if contact in {"phone", "both"} and not bare_phone(visitor.phone):
        return "phone"
    if contact == "either" and not (visitor.email or bare_phone(visitor.phone)):
        return "contact"
    return None


def bare_phone(phone: str) -> str:
    """A telephone's digits, a leading +84 or 84 read as 0, however it was spaced."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    abroad = digits.removeprefix("84")
    return f"0{abroad}" if len(digits) > 10 and abroad != digits else digits
