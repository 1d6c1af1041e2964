"""What visitors wrote beside their marks: a private file of its own, never in the journal.

One comment a visit. It is seen by whoever runs the hall and by the inspector; the public sees it
only where one of them has let it. All of it is forgotten on schedule.
"""

import threading
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from hallctl.machine.private_store import open_private, writing

MS_A_DAY = 86_400_000
LONGEST = 500
SHOWN = 200
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST, pattern=r"\S")]


class CommentState(StrEnum):
    """Who may read it."""

    NEW = "new"
    PUBLIC = "public"
    KEPT_BACK = "kept_back"


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """What one visitor wrote, and of which visit."""

    visit: str
    number: str
    counter: str
    official: str
    result: int
    attitude: int
    words: str
    written_at: int
    state: CommentState = CommentState.NEW

    def __repr__(self) -> str:
        """Nothing that a person wrote gets into a log by accident."""
        return f"Comment({self.visit!r}, …)"


class Comments:
    """May be asked from any thread. Methods raise sqlite3.Error."""

    def __init__(self, file: Path, now: Callable[[], int]) -> None:
        """``now`` is in milliseconds since 1970."""
        self._database = open_private(file)
        self._now = now
        self._lock = threading.Lock()
        self._database.table("comments").create(
            {
                "visit": str,
                "number": str,
                "counter": str,
                "official": str,
                "result": int,
                "attitude": int,
                "words": str,
                "written_at": int,
                "state": str,
            },
            pk="visit",
            not_null={"words", "written_at", "state"},
            if_not_exists=True,
        )

    def keep(self, comment: Comment) -> bool:
        """Keep it; False when the visit has one already."""
        row = msgspec.structs.astuple(comment)
        with writing(self._database, self._lock) as database:
            marks = ", ".join("?" * len(row))
            kept = database.execute(f"insert or ignore into comments values ({marks})", row)  # noqa: S608 - our own marks
            return bool(kept.rowcount)

    def every(self) -> list[Comment]:
        """The newest first."""
        return self._read("order by written_at desc limit ?", (SHOWN,))

    def public(self, most: int) -> list[Comment]:
        """What everybody may read, the newest first."""
        return self._read("where state = 'public' order by written_at desc limit ?", (most,))

    def decide(self, visit: str, state: CommentState) -> bool:
        """Whether the public may read it; False when there is no such comment."""
        with writing(self._database, self._lock) as database:
            done = database.execute(
                "update comments set state = ? where visit = ?", (state.value, visit)
            )
            return bool(done.rowcount)

    def forget(self, keep_days: int) -> int:
        """Forget what is older; gives how many there were."""
        return self.forget_before(self._now() - keep_days * MS_A_DAY)

    def forget_before(self, before: int) -> int:
        """Forget what was written before that moment (ms since 1970); gives how many there were."""
        with writing(self._database, self._lock) as database:
            gone = database.execute("delete from comments where written_at < ?", (before,))
            return int(gone.rowcount)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def _read(self, rest: str, values: tuple[object, ...]) -> list[Comment]:
        names = ", ".join(Comment.__struct_fields__)
        with self._lock:
            rows = self._database.execute(f"select {names} from comments {rest}", values).fetchall()  # noqa: S608 - our own names
        named = (dict(zip(Comment.__struct_fields__, row, strict=True)) for row in rows)
        return [msgspec.convert(one, Comment) for one in named]
