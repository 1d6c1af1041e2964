"""What a chosen profile changes: how the counter calls from its next call on."""

from hallctl.core.applying.remembering import fact_of, keep_press
from hallctl.core.events.floor_events import ProfileChosen
from hallctl.core.hall import Hall, ProfilePress


def profile_chosen(hall: Hall, event: ProfileChosen) -> None:
    """Whom the counter serves stays; a choice that was taken back can't be taken back again."""
    counter = hall.counters[event.counter]
    before, after = (counter.profile, counter.services), (event.profile, event.services)
    counter.profile, counter.services = after
    if event.is_undo:
        counter.presses.pop()
    else:
        keep_press(counter, ProfilePress(fact_of(event), event.at, before, after))
