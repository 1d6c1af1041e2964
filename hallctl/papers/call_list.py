"""Whom officials have to call: notices that nothing could be sent for, with name and telephone."""

from collections.abc import Iterable

import msgspec

from hallctl.applicants.applicant import Contact, Contacts, Looker
from hallctl.ledger.office.notice_reading import NoticeRecord


class CallToMake(msgspec.Struct, frozen=True, kw_only=True):
    """One call; ``why`` is what kept the notice from being sent."""

    notice: str
    dossier: str
    kind: str
    why: str
    owed_at: int
    calls: int
    """How often somebody has called in vain."""
    name: str
    phone: str


def calls_to_make(
    notices: Iterable[NoticeRecord], contacts: Contacts, by: Looker
) -> list[CallToMake]:
    """A line a notice, longest owed first; who is not kept any more stays nameless."""
    return [_call(notice, contacts.contact(notice.dossier, by)) for notice in notices]


def _call(notice: NoticeRecord, contact: Contact | None) -> CallToMake:
    return CallToMake(
        notice=notice.notice,
        dossier=notice.dossier,
        kind=notice.kind,
        why=notice.why or "",
        owed_at=notice.owed_at,
        calls=notice.calls,
        name=contact.name if contact else "",
        phone=contact.phone if contact else "",
    )
