"""What several forms show alike: whose paper it is, whom it is about, who signs."""

from datetime import date

import msgspec


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """The head of an official paper.

    ``authority`` stands above ``hall``, which issues the paper on the day ``issued`` at ``place``
    (a province or commune). ``number`` is the paper's own; empty leaves dots for a pen. ``sign``
    is the hall's abbreviation behind it. An electronic paper is signed digitally.
    """

    authority: str
    hall: str
    place: str
    issued: date
    number: str = ""
    sign: str = "TTPVHCC"
    is_electronic: bool = False


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A citizen or an organisation. What is empty is left as dots for a pen."""

    name: str
    identity: str = ""
    """The personal or organisation number."""
    address: str = ""
    phone: str = ""
    email: str = ""


class Authoriser(msgspec.Struct, frozen=True, kw_only=True):
    """Who has authorised the one that hands the dossier in, and by which paper."""

    person: Person
    paper: str = ""


class Contact(msgspec.Struct, frozen=True):
    """Whom to ask, and the telephone."""

    name: str
    phone: str = ""


class Signer(msgspec.Struct, frozen=True):
    """Whoever signs for the agency; the form has a title of its own where there is none."""

    name: str = ""
    title: str = ""
