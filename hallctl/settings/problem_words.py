"""Problems of ``hall.toml`` in the reader's language."""

from hallctl.settings.problems import Problem


def in_words(problem: Problem) -> str:
    """One line: where, what is wrong, what to do."""
    where = f"{problem.path}: " if problem.path else ""
    return f"{where}{problem.wrong}; {problem.remedy}"
