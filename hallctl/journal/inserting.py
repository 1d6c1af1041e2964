"""Many rows in few statements: each lets go of the interpreter once, not once a row."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import Any

Execute = Callable[..., Any]
"""Runs one statement with its parameters, inside the transaction that is open."""

TOGETHER = 64


def insert(execute: Execute, table: str, rows: Sequence[Sequence[Any]], clash: str = "") -> None:
    """Insert rows of one length; ``table`` names the table and its columns.

    ``clash`` says in SQL what becomes of a row that is there already; empty raises.
    """
    for begins in range(0, len(rows), TOGETHER):
        some = rows[begins : begins + TOGETHER]
        statement = _statement(table, len(some), len(some[0]), clash)
        execute(statement, tuple(chain.from_iterable(some)))


@cache
def _statement(table: str, rows: int, columns: int, clash: str) -> str:
    one = f"({', '.join('?' * columns)})"
    values = ", ".join([one] * rows)
    return f"insert into {table} values {values} {clash}"  # noqa: S608 - our own names
