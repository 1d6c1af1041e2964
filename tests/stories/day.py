"""The words in which stories are told: what people do in a hall, and what they can see there.

Two hands tell them: ``core_day`` by the hall's rules alone, ``screens_day`` by touching screens.
"""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import NamedTuple

from hallctl.core.events import Event
from hallctl.core.views import Counts

LAN, MINH = "Nguyen Thi Lan", "Tran Van Minh"
"""Two officials; their names are typed on a keyboard without an input method."""
AS_USUAL = "Như thường lệ"
"""A counter's own profile, which has no name."""

Called = tuple[str, str]
"""A number and the counter that calls it."""


class Paper(NamedTuple):
    """What came out of the kiosk for one number."""

    number: str
    words: tuple[str, ...]
    """Every line of type on it."""
    link: str
    """Where its QR code leads, as a phone reads it."""
    copies: int


class PhonePage(NamedTuple):
    """The ticket's own page: ``face`` is waiting, near, next, called, missed, finished, over…"""

    face: str
    ahead: int
    counter: str


class Day(ABC):
    """One business day. Words that the hall refuses give the refusal's code."""

    facts: list[Event]
    """What the hall has granted so far to those who asked."""

    # What people do.

    @abstractmethod
    def opens(self) -> None:
        """The day begins, at half past seven."""

    @abstractmethod
    def closes(self) -> None:
        """The day ends, whoever is still here."""

    @abstractmethod
    def minutes_pass(self, minutes: float) -> None:
        """By the hall's clock; screens follow with the next thing that happens."""

    @abstractmethod
    def citizen_takes(
        self, service: str, priority: str | bool | None = None, language: str = "vi"
    ) -> str:
        """Somebody chooses a service at the kiosk; gives the number."""

    @abstractmethod
    def citizen_takes_for_several(self, *services: str) -> str:
        """Somebody picks several services at the kiosk; gives their one number."""

    @abstractmethod
    def service_is_paused(self, service: str, message: str) -> str:
        """A supervisor pauses a service; gives its name, or the refusal."""

    @abstractmethod
    def kiosk_says_of(self, service: str) -> str:
        """What stands on the service's tile about its queue."""

    @abstractmethod
    def two_take_at_once(self, service: str) -> tuple[str, str]:
        """Two people press in the same moment, at two places; gives both numbers."""

    @abstractmethod
    def counter_opens(self, counter: str, official: str = "") -> str:
        """An official sits down at a counter and serves all that it offers; gives the name.

        Whoever is not named is the counter's own: nobody holds two counters.
        """

    @abstractmethod
    def counter_opens_by(self, counter: str, profile: str) -> str:
        """The official chooses a profile by its name before opening; gives the counter."""

    @abstractmethod
    def calls_by(self, counter: str, profile: str) -> str:
        """The official of an open counter chooses another profile, by its name; gives the counter."""

    @abstractmethod
    def panel_profile(self, counter: str) -> str:
        """By which profile the counter calls, as its official reads it."""

    @abstractmethod
    def counter_closes(self, counter: str) -> str:
        """The official leaves; gives the counter."""

    @abstractmethod
    def calls_next(self, counter: str) -> str:
        """The official's one large button: a visit under way is finished first; gives the number."""

    @abstractmethod
    def all_call_at_once(self, counters: tuple[str, ...]) -> list[Called]:
        """Every one of these counters calls in the same moment; gives who was called where."""

    @abstractmethod
    def recalls(self, counter: str) -> str:
        """The official calls the same number once more."""

    @abstractmethod
    def does_not_come(self, counter: str) -> str:
        """Whoever was called is absent; gives the number."""

    @abstractmethod
    def is_put_back(self, number: str) -> str:
        """A number that was called by mistake, or missed, goes back to its queue."""

    @abstractmethod
    def calls_number(self, counter: str, number: str) -> str:
        """The official types a number and calls it; gives the number."""

    @abstractmethod
    def parks(self, counter: str, reason: str = "form") -> str:
        """The citizen does something else meanwhile; gives the number."""

    @abstractmethod
    def goes_on_with(self, counter: str, number: str) -> str:
        """A parked citizen is back at the counter; gives the number."""

    @abstractmethod
    def transfers(self, counter: str, service: str, place: str = "waited") -> str:
        """The official sends the citizen to another service; gives the number."""

    @abstractmethod
    def sends_to_counter(self, counter: str, to_counter: str) -> str:
        """The official sends the citizen to a colleague; gives the number."""

    @abstractmethod
    def adds_service(self, counter: str, service: str) -> str:
        """The citizen needs one thing more; gives the number."""

    @abstractmethod
    def undoes(self, counter: str) -> str:
        """The official takes the last press back; gives the number."""

    @abstractmethod
    def takes_a_break(self, counter: str, reason: str = "lunch") -> str:
        """The official leaves for a while; gives the counter."""

    @abstractmethod
    def is_back(self, counter: str) -> str:
        """The official is back; gives the counter."""

    @abstractmethod
    def finishes(self, counter: str) -> str:
        """The visit is over, and nobody is called yet; gives the number."""

    @abstractmethod
    def rates(self, counter: str, result: int, attitude: int) -> str:
        """The visitor answers what the counter's pad asks; gives the number."""

    @abstractmethod
    def rates_past_the_pad(self, number: str, result: int, attitude: int) -> str:
        """Somebody sends a rating for that visit without being asked for it."""

    @abstractmethod
    def cancels(self, number: str) -> str:
        """A waiting citizen leaves."""

    @abstractmethod
    def paper_runs_out(self) -> None:
        """The kiosk's roll ends in the middle of the next ticket."""

    @abstractmethod
    def paper_is_refilled(self) -> None:
        """A new roll; whatever waits to be printed is printed before this is over."""

    @abstractmethod
    def hall_is_away(self) -> AbstractContextManager[None]:
        """Inside, nobody can reach the controller; after it, the same day goes on."""

    # What people see.

    @abstractmethod
    def board_gold(self) -> Called | None:
        """The newest call, as large as the board shows anything."""

    @abstractmethod
    def board_withdrawn(self) -> list[str]:
        """The numbers whose call the board says was a mistake."""

    @abstractmethod
    def board_calls(self) -> list[Called]:
        """The calls on the board, newest first."""

    @abstractmethod
    def calls_shown(self) -> list[Called]:
        """Every call that has stood in the board's gold row today, in order."""

    @abstractmethod
    def calls_spoken(self, language: str = "vi") -> list[str]:
        """The numbers the hall has heard today, in order."""

    @abstractmethod
    def waiting(self, service: str) -> int:
        """How many wait for the service, on the board."""

    @abstractmethod
    def counts(self) -> Counts:
        """The day's counts, as the board was told them."""

    @abstractmethod
    def sign(self, counter: str) -> str:
        """The number above the counter; "free" or "closed" when there is none."""

    @abstractmethod
    def panel_waiting(self, counter: str) -> list[str]:
        """Who waits for the counter, next first, as its official sees it."""

    @abstractmethod
    def panel_missed(self, counter: str) -> list[str]:
        """Who did not come and may be put back, newest first."""

    @abstractmethod
    def panel_parked(self, counter: str) -> list[str]:
        """Who does something else meanwhile, the longest first."""

    @abstractmethod
    def panel_official(self, counter: str) -> str:
        """Who serves at the counter, by the panel's head; empty while closed."""

    @abstractmethod
    def panel_is_offline(self, counter: str) -> bool:
        """Whether the panel says that it does not hear from the hall."""

    @abstractmethod
    def panel_heard(self, counter: str) -> int:
        """How many views the panel needed, once the hall was back, to show the truth again."""

    @abstractmethod
    def pad_asks(self, counter: str) -> str:
        """Whose visit the pad asks about; empty when it asks nothing."""

    @abstractmethod
    def paper(self, number: str) -> Paper:
        """The ticket in the citizen's hand."""

    @abstractmethod
    def kiosk_lacks_paper(self) -> bool:
        """Whether the kiosk says that its printer is in trouble."""

    @abstractmethod
    def phone_page(self, number: str) -> PhonePage:
        """What the page behind the ticket's QR code says now."""
