"""One notice by SMTP. Its Message-ID is made of the notice, so a second copy is known as one."""

from datetime import UTC, datetime
from email.errors import MessageDefect, MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

import aiosmtplib

from hallctl.notices.appointment_letter import (
    AppointmentMatter,
    appointment_subject,
    write_appointment,
)
from hallctl.notices.errors import NotSentError
from hallctl.notices.letter import Matter, letter, subject
from hallctl.settings.tables.telling import Mail

AnyMatter = Matter | AppointmentMatter

BUSY_LINE = 421
"""The server closes the connection: nobody else gets through either."""
FOR_GOOD = 500
BAD_ADDRESS = "bad_address"
"""It is none, or none that this server can reach: whoever knows the applicant looks at it again."""


class Mailer:
    """Sends letters through one server, a connection a letter."""

    def __init__(self, mail: Mail, password: str) -> None:
        self._mail = mail
        self._password = password

    async def send(self, notice: str, to: str, matter: AnyMatter, owed_at: int) -> None:
        """Raises :class:`NotSentError`."""
        await self.post(compose(self._mail.sender, to, notice, matter, owed_at))

    async def post(self, letter_out: EmailMessage) -> None:
        """Any letter that is ready to go. Raises :class:`NotSentError`."""
        mail = self._mail
        try:
            await aiosmtplib.send(
                letter_out,
                hostname=mail.host,
                port=mail.port,
                username=mail.user or None,
                password=self._password or None,
                use_tls=mail.security == "tls",
                start_tls=mail.security == "starttls",
                timeout=mail.timeout_s,
            )
        except aiosmtplib.SMTPException as error:
            raise fault_of(error) from None  # its words may hold the address
        except OSError:
            raise NotSentError("unreachable", nobody_there=True) from None


def compose(sender: str, to: str, notice: str, matter: AnyMatter, owed_at: int) -> EmailMessage:
    """The same notice, the same letter, however often it is made."""
    made = EmailMessage()
    made["From"] = sender
    made["To"] = mailbox(to)
    made["Subject"] = subject_of(matter)
    made["Date"] = format_datetime(datetime.fromtimestamp(owed_at // 1000, UTC))
    made["Message-ID"] = message_id(notice, sender)
    made["Auto-Submitted"] = "auto-generated"
    made["Content-Language"] = ", ".join(matter.languages)
    if isinstance(matter, AppointmentMatter):
        write_appointment(made, matter)
    else:
        made.set_content(letter(matter))
    return made


def mailbox(to: str) -> Address:
    """One address and nobody else's: a comma in it would be two, and the letter another's too.

    Raises :class:`NotSentError`.
    """
    try:
        return Address(addr_spec=to)
    except (ValueError, LookupError, AttributeError, MessageError, MessageDefect):
        raise NotSentError(BAD_ADDRESS, hopeless=True) from None


def subject_of(matter: AnyMatter) -> str:
    """One line, in the language of whoever reads it."""
    if isinstance(matter, AppointmentMatter):
        return appointment_subject(matter)
    return subject(matter)


def message_id(notice: str, sender: str) -> str:
    """Fixed for the notice, so that a mailbox shows a second copy once."""
    return f"<{notice}@{sender.rpartition('@')[2]}>"


def fault_of(error: aiosmtplib.SMTPException) -> NotSentError:
    """What went wrong, as a code."""
    match error:
        case aiosmtplib.SMTPNotSupported():  # letters that this server can't write an address in
            return NotSentError(BAD_ADDRESS, hopeless=True)
        case aiosmtplib.SMTPAuthenticationError():
            return NotSentError("login", nobody_there=True)
        case aiosmtplib.SMTPRecipientsRefused():
            codes = [one.code for one in error.recipients]
            return NotSentError(f"refused {codes[0]}", hopeless=min(codes) >= FOR_GOOD)
        case aiosmtplib.SMTPTimeoutError():
            return NotSentError("timeout", nobody_there=True)
        case aiosmtplib.SMTPResponseException(code=code) if code > 0:
            return NotSentError(
                f"smtp {code}", hopeless=code >= FOR_GOOD, nobody_there=code == BUSY_LINE
            )
    return NotSentError("unreachable", nobody_there=True)
