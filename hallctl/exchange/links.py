"""Which dossier of another system is which of the hall's; kept beside the journal, without a name."""

from pathlib import Path

from hallctl.machine.private_store import PrivateStore

_TABLE = """
create table if not exists links (
    system text, code text, dossier text not null unique, primary key (system, code)
)
"""


class Links:
    """The store."""

    def __init__(self, file: Path) -> None:
        self._store = PrivateStore(file, _TABLE)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def of(self, system: str) -> dict[str, str]:
        """Their codes with ours."""
        with self._store.reading() as database:
            rows = database.execute("select code, dossier from links where system = ?", (system,))
            return dict(rows.fetchall())

    def keep(self, system: str, code: str, dossier: str) -> None:
        """These two are one."""
        with self._store.writing() as database:
            database.execute(
                "insert into links values (?, ?, ?) on conflict do nothing", (system, code, dossier)
            )
