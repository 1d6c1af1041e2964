"""Wishes of the visitor, when the visit is over."""

from typing import Annotated

import msgspec

from hallctl.core.commands.command import Command, Mark, Name

Reasons = Annotated[tuple[Name, ...], msgspec.Meta(min_length=1, max_length=12)]


class RateVisit(Command, frozen=True, kw_only=True):
    """The visitor's two answers, once a visit."""

    visit: Name
    result: Mark
    attitude: Mark


class ExplainRating(Command, frozen=True, kw_only=True):
    """Why the marks were low: reasons of the hall's list, once a visit."""

    visit: Name
    reasons: Reasons
