"""What the hall decided about ratings: what pads show at rest, comments, and signs to look for."""

import msgspec


class RatingTable(msgspec.Struct, frozen=True, kw_only=True):
    """``[rating]``: what is asked of visitors beside their marks, and what they are shown."""

    pad_shows_rate: bool = False
    """Whether pads at rest show the hall's satisfaction of today."""
    comments: bool = True
    """Whether the phone asks for a few words too."""
    comment_days: int = 90
    """How long they are kept."""


class SignRules(msgspec.Struct, frozen=True, kw_only=True):
    """``[signs]``: from when on a rating looks as if the visitor had not given it; 0 looks for none."""

    own_device: bool = True
    """Whether a browser in which somebody of the hall has signed in is one."""
    burst_ratings: int = 5
    burst_s: int = 60
    """So many ratings of one official within so many seconds."""
    shortest_visit_s: int = 20
    """From the call to the end: nobody is served faster."""
    shortest_stay_s: int = 60
    """From taking the number to the end of the visit: nobody was there."""
    fastest_s: float = 2.0
    """From the end of the visit to the second answer: nobody reads that fast."""
    pad_ratings: int = 12
    pad_s: float = 6.0
    """So many full marks a day for one official, nearly all within so many seconds of the end."""
    device_ratings: int = 3
    """So many visits with one official rated from one phone on one day."""
