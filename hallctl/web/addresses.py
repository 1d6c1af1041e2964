"""Where citizens' phones find the pages of their tickets and dossiers."""

from datetime import date
from urllib.parse import quote

from hallctl.web.links import Links


class Addresses:
    """Whole addresses, as QR codes carry them; known once the server listens."""

    def __init__(self, links: Links) -> None:
        self.public_url = ""
        self.station_url = ""
        """Where stations find the hall."""
        self.port = 0
        self.links = links

    def link_to(self, ticket: str) -> str:
        """The address in a ticket's QR code."""
        return f"{self.public_url}/t/{self.links.link(ticket)}"

    def link_to_code(self, code: str) -> str:
        """The address in the code that boards and kiosks show to phones."""
        return f"{self.public_url}/n/{code}"

    @property
    def complaint_page(self) -> str:
        """Where a phone finds the form to complain on."""
        return f"{self.public_url}/complaint"

    def link_to_dossier(self, dossier: str) -> str:
        """The address in the QR code of a dossier's receipt."""
        return f"{self.public_url}/d/{self.links.dossier_link(dossier)}"

    def link_to_appointment(self, appointment: str) -> str:
        """The address in the QR code of an appointment."""
        return f"{self.public_url}/a/{self.links.appointment_link(appointment)}"

    def link_to_procedure(self, procedure: str) -> str:
        """A procedure's own page in the public listing."""
        return f"{self.public_url}/procedures/{quote(procedure, safe='')}"

    def link_to_day(self, day: date) -> str:
        """The page of a day's signed figures, in the board's QR code."""
        return f"{self.public_url}/days/{day.isoformat()}"
