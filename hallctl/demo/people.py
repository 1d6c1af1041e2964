"""Made-up people who run the demo's hall, signed in for the album: one of each role."""

from collections.abc import Mapping
from secrets import token_urlsafe

from hallctl.core.permissions import PEOPLE, Role
from hallctl.hall_directory import HallDirectory
from hallctl.people import sessions
from hallctl.people.accounts import Account
from hallctl.people.house import open_people

NAMES: Mapping[Role, str] = {
    Role.OFFICIAL: "Đinh Thị Bích",
    Role.SUPERVISOR: "Lý Quang Vinh",
    Role.HEAD: "Tạ Thị Minh Châu",
    Role.INSPECTOR: "Hồ Văn Khải",
    Role.ADMINISTRATOR: "Mai Xuân Trường",
}
BY, HERE = "demo", "127.0.0.1"


def sign_in_everybody(home: HallDirectory, at: int) -> dict[Role, str]:
    """Take one of each role on staff, and give the cookies of their sessions; ``at`` in ms.

    Nobody knows their passwords: they are drawn and forgotten.
    """
    people, cookies = open_people(home), dict[Role, str]()
    try:
        for role in PEOPLE:
            people.registry.add(Account(account=role.value, name=NAMES[role], role=role), BY, at)
            people.registry.choose_password(role.value, token_urlsafe(24), at)
            with people.store.writing() as database:
                cookies[role] = sessions.begin(database, role.value, HERE, at)
    finally:
        people.store.close()
    return cookies
