"""The hall controller, and what its stations share with it."""

__version__ = "1.0.0"
