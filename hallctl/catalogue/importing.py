"""A new version of the catalogue: read, checked, compared, and only then put on the shelf."""

from datetime import date
from pathlib import Path

import msgspec

from hallctl.catalogue.comparing import Changes, changes_between
from hallctl.catalogue.entry import Listing
from hallctl.catalogue.references import known_to
from hallctl.catalogue.remarks import Remark, remarks_on
from hallctl.catalogue.sheets.reading import entries_of, read_sheet
from hallctl.catalogue.shelf import Shelf
from hallctl.core.plan import Plan


class Draft(msgspec.Struct, frozen=True):
    """A version that may be put on the shelf, and what it would change there."""

    listing: Listing
    changes: Changes
    remarks: tuple[Remark, ...]


def draft_of(file: Path, effective: date, shelf: Shelf, plan: Plan) -> Draft:
    """The file as the version of that day; nothing is written.

    It is compared with what is in force on that day now. Raises CatalogueError.
    """
    before = shelf.listing(effective)
    entries = entries_of(read_sheet(file), before.by_code(), known_to(plan))
    return Draft(
        Listing(effective, entries),
        changes_between(before.entries, entries),
        remarks_on(entries),
    )
