"""A hall directory's ``hall.toml``, read into a plan, its stations and its server."""

from hallctl.settings.problems import Problem, SettingsError
from hallctl.settings.reading import FILE_NAME, read_hall
from hallctl.settings.tables.hall import HallSettings, Server, Station

__all__ = [
    "FILE_NAME",
    "HallSettings",
    "Problem",
    "Server",
    "SettingsError",
    "Station",
    "read_hall",
]
