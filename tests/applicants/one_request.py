"""One request to a hall, with any method."""

import http.client
import json
from typing import Any, NamedTuple

from tests.web.hall_at_work import HallAtWork


class Said(NamedTuple):
    """A response as it came."""

    status: int
    kind: str
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self.body)
        return document


def ask(
    hall: HallAtWork, method: str, path: str, body: object = None, station: str = "counter-1"
) -> Said:
    """Ask in the name of that station; of the admin where it is empty."""
    connection = http.client.HTTPConnection("127.0.0.1", hall.port, timeout=20)
    sent = body if isinstance(body, bytes | None) else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {hall.token(station)}"}
    connection.request(method, path, sent, headers)
    response = connection.getresponse()
    said = Said(response.status, response.headers.get_content_type(), response.read())
    connection.close()
    return said
