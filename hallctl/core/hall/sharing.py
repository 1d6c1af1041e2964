"""One copy of what thousands of dossiers have in common: a hall of many years stays small."""

from functools import lru_cache

from hallctl.core.deadlines import DeadlineRules, Term


@lru_cache(maxsize=4096)
def shared(text: str) -> str:
    """One copy of a text."""
    return text


@lru_cache(maxsize=4096)
def shared_papers(papers: tuple[str, ...]) -> tuple[str, ...]:
    """One copy of a list that all dossiers of a procedure may have in common."""
    return papers


@lru_cache(maxsize=4096)
def shared_rules(term: Term | None, rules: DeadlineRules) -> tuple[Term | None, DeadlineRules]:
    """One copy of the rules that dossiers are reckoned by."""
    return term, rules
