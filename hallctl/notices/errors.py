"""Why a notice could not be sent: a code for the journal, and whether another try makes sense."""


class NotSentError(Exception):
    """Carries a code that names neither an address nor a server's own words."""

    def __init__(self, fault: str, *, hopeless: bool = False, nobody_there: bool = False) -> None:
        super().__init__(fault)
        self.fault = fault
        self.hopeless = hopeless
        """The other side refuses this message for good."""
        self.nobody_there = nobody_there
        """The server itself could not be reached: others need not be tried now."""
