"""The hall controller, and what its stations share with it."""

__version__ = "0.1.0"
