"""Keeps what the newest edition's examples say: ``python -m tests.forms.keep``."""

import textwrap

from hallctl.forms.drawing import NUMBERS, draw_form
from hallctl.forms.editions import EDITIONS
from hallctl.forms.examples import examples
from tests.forms.pdf import words_on
from tests.forms.test_editions import RELEASED


def keep() -> None:
    """Write one text a form; its lines mean nothing."""
    folder = RELEASED / EDITIONS[-1].folder
    folder.mkdir(parents=True, exist_ok=True)
    for form in examples():
        said = textwrap.fill(words_on(draw_form(form)), 100, break_on_hyphens=False)
        (folder / f"{NUMBERS[type(form)]}.txt").write_text(said + "\n", "utf-8")


if __name__ == "__main__":
    keep()
