"""What the hall's papers say alike: times, names of procedures, who signs."""

from hallctl.core.dossier_time import wall_clock
from hallctl.core.plan import Plan, Words

NUMBER = Words("STT", "No.")
RECEIVED_BY = Words("Bên nhận", "Received by")
SIGN_HERE = Words("(Ký, ghi rõ họ tên)", "(signature and name)")


def clock(at: int, plan: Plan) -> str:
    """A time (ms) as the hall's papers write it: ``08:40 08/10/2026``."""
    return f"{wall_clock(at, plan.timezone):%H:%M %d/%m/%Y}"


def shortened(words: str, most: int = 110) -> str:
    """Long names cut at a word, with an ellipsis: a list is no place to read a whole title."""
    if len(words) <= most:
        return words
    return f"{words[:most].rpartition(' ')[0]} …"


def name_of(procedure: str, plan: Plan) -> str:
    """The procedure's name in the newest catalogue that has it, or its code."""
    for catalogue in reversed(plan.dossiers.catalogues):
        if known := catalogue.procedures.get(procedure):
            return known.name
    return procedure
