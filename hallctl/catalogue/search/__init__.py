"""Finds procedures as citizens ask for them: everyday words, no accents, slips, codes."""

import re
import threading
from collections.abc import Iterable
from heapq import nlargest

from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

from hallctl.catalogue.entry import Entry
from hallctl.catalogue.search.everyday_words import EverydayWords, Phrase, everyday_words
from hallctl.catalogue.search.folding import fold, folded_words
from hallctl.catalogue.search.ranking import Document, Query, Ranking
from hallctl.catalogue.search.spelling import Spelling

LONGEST_QUERY = 200
MOST_WORDS = 16
MOST_CANDIDATES = 250
"""So many are looked at closely; the index says which."""
WORTH_SHOWING = 0.3
BESIDE_THE_BEST = 0.5
"""What answers half as well as the best is no answer beside it."""
TOGETHER = 0.5
"""Beside an answer that says this much of the query in its order, one that says none of it so is
no answer: Vietnamese words come in twos, and *khai … sinh* apart is not *khai sinh*."""
GUESSED = 0.95
"""How far a guess is trusted beside what was really typed."""
Scored = tuple[float, Document]
_CODE = re.compile(r"\d\.?\d{2,}[\w.]*|\d\.\d[\w.]*|[a-z]\w*\d\w*_\w+")


class Search:
    """An index of one catalogue in memory. May be asked from any thread."""

    def __init__(self, entries: Iterable[Entry], words: EverydayWords | None = None) -> None:
        self._words = words or everyday_words()
        self._ranking = Ranking(entries, self._words.fillers)
        self._spelling = Spelling(self._texts(), self._words.fillers)
        self._database = _index(self._ranking)
        self._one_at_a_time = threading.Lock()

    def find(self, query: str, limit: int = 10) -> list[Entry]:
        """The procedures that answer best, the best first; none where nothing fits."""
        asked = query[:LONGEST_QUERY]
        found = self._by_code(asked) or self._by_words(asked, limit)
        return found[: max(limit, 0)]

    def _by_code(self, asked: str) -> list[Entry]:
        if not _CODE.fullmatch(asked.strip().casefold()):
            return []
        wanted = _bare(asked)
        entries = (document.entry for document in self._ranking.documents)
        fitting = [one for one in entries if _bare(one.code).startswith(wanted)]
        return sorted(fitting, key=lambda one: (len(one.code), one.code))

    def _by_words(self, asked: str, limit: int) -> list[Entry]:
        words = tuple(folded_words(asked)[:MOST_WORDS])
        if not words:
            return []
        readings = self._readings(words)
        query = self._ranking.query(asked, readings)
        documents = (self._ranking.documents[number] for number in self._candidates(readings))
        scored = [(self._ranking.score(one, query), one) for one in documents]
        best = max(scored, key=_by_score, default=None)
        if best is None:
            return []
        worth = max(WORTH_SHOWING, BESIDE_THE_BEST * best[0])
        answers = self._beside(best[1], query, [one for one in scored if one[0] >= worth])
        return [one.entry for _, one in nlargest(limit, answers, key=_by_score)]

    def _beside(self, best: Document, query: Query, answers: list[Scored]) -> list[Scored]:
        """The answers that say the words together, where the best one does."""
        company = self._ranking.company
        if company(best, query) < TOGETHER:
            return answers
        return [one for one in answers if company(one[1], query)]

    def _readings(self, words: Phrase) -> dict[Phrase, float]:
        typed = {self._spelling.meant(words): GUESSED, words: 1.0}
        terse = {self._without_fillers(one): trust for one, trust in typed.items()}
        renamed = {
            reading: trust
            for one, trust in (typed | terse).items()
            for reading in self._words.readings(one)
        }
        return typed | renamed

    def _without_fillers(self, words: Phrase) -> Phrase:
        return tuple(word for word in words if word not in self._words.fillers)

    def _candidates(self, readings: Iterable[Phrase]) -> list[int]:
        words = {word for reading in readings for word in reading}
        telling = sorted((words - self._words.fillers) or words)
        wish = " OR ".join(f'"{word}"' for word in telling)
        with self._one_at_a_time:
            found = self._database.execute(
                "select rowid from names where names match ? order by bm25(names, 1.0, 0.4) limit ?",
                (wish, MOST_CANDIDATES),
            ).fetchall()
        return [number for (number,) in found]

    def _texts(self) -> list[Phrase]:
        """Everything that people may type, for the spelling."""
        procedures = (one.entry.procedure for one in self._ranking.documents)
        names = [tuple(folded_words(text)) for one in procedures for text in (one.name, one.field)]
        return [*names, *self._words.phrases, *self._words.phrases]


def _by_score(one: Scored) -> tuple[float, str]:
    return one[0], one[1].entry.code


def _index(ranking: Ranking) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.execute("create virtual table names using fts5(name, field)")
    database.executemany(
        "insert into names(rowid, name, field) values (?, ?, ?)",
        (
            (number, " ".join(folded_words(one.entry.procedure.name)), " ".join(one.field))
            for number, one in enumerate(ranking.documents)
        ),
    )
    return database


def _bare(code: str) -> str:
    return fold(code).replace(" ", "")
