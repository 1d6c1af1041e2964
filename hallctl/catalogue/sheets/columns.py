"""The columns a catalogue may have, in the order they are kept."""

from hallctl.core.catalogue import CHANNELS
from hallctl.core.deadlines import Unit

LEVELS = ("bo", "tinh", "xa", "khac")
"""Ministry, province, commune, others."""

UNITS: dict[str, Unit] = {
    "working_day": "working_day",
    "day": "calendar_day",
    "calendar_day": "calendar_day",
    "hour": "hour",
    "month": "month",
}
"""The listings' words for the units of a time limit."""

FLAGS = ("after15h_rule", "apology_slip")

REQUIRED = ("code", "name")

HALLS_OWN = ("service", "department", "here_from", "elsewhere", "elsewhere_why", "papers")
"""What the hall itself decides. A national listing lacks them, and the hall's stay as they are."""

COLUMNS = (
    "code",
    "name",
    "field",
    "ministry",
    "levels",
    "subject",
    "implementing",
    "decision",
    "result",
    *(f"{channel}_{what}" for channel in CHANNELS for what in ("time", "unit", "fee", "cur")),
    *(f"{channel}_fee_note" for channel in CHANNELS),
    *FLAGS,
    *HALLS_OWN,
)
