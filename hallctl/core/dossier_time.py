"""The hall's wall clock: journal times and local times into each other, to the minute.

Receipts and registers tell times to the minute (Circular 03/2025, forms 01 to 07), so dossiers are
reckoned and judged to the minute as well: whoever reads both never finds them at odds.
"""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

MS_A_MINUTE = 60_000

_zone = lru_cache(maxsize=8)(ZoneInfo)


def to_the_minute(at: int) -> int:
    """A time in milliseconds since 1970 without its seconds."""
    return at - at % MS_A_MINUTE


def wall_clock(at: int, timezone: str) -> datetime:
    """What clocks in the zone show at that time (ms since 1970): naive, to the minute."""
    local = datetime.fromtimestamp(at / 1000, _zone(timezone))
    return local.replace(second=0, microsecond=0, tzinfo=None)


def moment(local: datetime, timezone: str) -> int:
    """Milliseconds since 1970 (UTC) when clocks in the zone show ``local``."""
    return round(local.replace(tzinfo=_zone(timezone)).timestamp() * 1000)
