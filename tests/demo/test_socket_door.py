"""The simulated ask over one kept connection; one that the hall has let go of is opened anew, and nothing happens twice."""

from pathlib import Path

from hallctl.command_ids import new_command_id
from hallctl.core import commands, events
from hallctl.core.permissions import Actor, Role
from hallctl.settings import read_hall
from hallctl.simulate.socket_door import SocketDoor
from tests.web.hall_at_work import HallAtWork


def test_a_connection_that_was_let_go_is_opened_anew(tmp_path: Path) -> None:
    hall = HallAtWork(tmp_path / "hall")
    try:
        actor = Actor("admin", Role.ADMIN)
        door = SocketDoor(f"http://127.0.0.1:{hall.port}", {"admin": hall.token()})
        door.ask(actor, commands.OpenDay(command_id=new_command_id()))
        assert door._connection.sock is not None
        door._connection.sock.shutdown(2)
        service = read_hall(tmp_path / "hall").plan.services[0].service
        issued = door.ask(actor, commands.IssueTicket(command_id=new_command_id(), service=service))
        (ticket,) = [one for one in issued if isinstance(one, events.TicketIssued)]
        assert ticket.number.endswith("001")
        door.close()
    finally:
        hall.close()
