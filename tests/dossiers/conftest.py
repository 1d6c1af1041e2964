"""Dossiers' tests begin at a desk that has received nothing yet."""

import pytest

from tests.dossiers.desk import Desk


@pytest.fixture
def desk() -> Desk:
    """A desk on Monday morning."""
    return Desk()
