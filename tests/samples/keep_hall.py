"""``python -m tests.samples.keep_hall TARGET``: a whole hall of this release, as its own backup.

Run once a release; what it has kept is never made again. It asks only for what every release has.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import Request, urlopen
from uuid import UUID, uuid4

from hallctl.complaints.words import Complainant, ComplaintWords
from hallctl.hall_directory import HallDirectory
from hallctl.people.house import open_people

PASSWORD = "mật khẩu rất dài 77"
APPLICANT = {"name": "Đặng Thị Ngọc Diễm", "identity": "001190000123", "phone": "0900 000 123"}
SERVICE, PROCEDURE = "civil-status", "1.004837"


def hallctl(*words: object) -> str:
    command = [sys.executable, "-m", "hallctl", *(str(word) for word in words)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def ask(home: HallDirectory, method: str, path: str, body: object, token: Path) -> object:
    headers = {"Authorization": f"Bearer {token.read_text().strip()}"}
    url = f"{home.address.read_text().strip()}{path}"
    with urlopen(Request(url, json.dumps(body).encode(), headers, method=method)) as answer:
        return json.load(answer)


def lived(home: HallDirectory) -> None:
    """A day, a dossier with its applicant, an account, a complaint's words."""

    def send(kind: str, **fields: object) -> dict[str, object]:
        wish = {"id": str(uuid4()), "type": kind, **fields}
        told = ask(home, "POST", "/api/commands", wish, home.admin_token)
        assert isinstance(told, dict)
        last: dict[str, object] = told["events"][-1]
        return last

    send("OpenDay")
    send("OpenCounter", counter="1", official="Lan")
    for _ in range(3):
        send("IssueTicket", service=SERVICE)
    send("CallNext", counter="1")
    send("FinishVisit", counter="1")
    dossier = send("ReceiveDossier", procedure=PROCEDURE, counter="1")["dossier"]
    counter = home.station_token("counter-1")
    ask(home, "PUT", f"/api/dossiers/{dossier}/applicant", APPLICANT, counter)
    send("CloseDay")


def main(target: Path) -> None:
    with tempfile.TemporaryDirectory() as room:
        home = HallDirectory(Path(room) / "hall")
        hallctl("init", home.path, "--sample", "commune")
        serving = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "hallctl",
                "serve",
                home.path,
                *["--host", "127.0.0.1", "--port", "0"],
            ]
        )
        while not home.address.exists():
            time.sleep(0.05)
        lived(home)
        serving.terminate()
        serving.wait(20)
        hallctl("people", "add", "lan", "--name", "Lan", "--role", "official", "--hall", home.path)
        people = open_people(home)
        people.registry.choose_password("lan", PASSWORD, round(time.time() * 1000))
        people.store.close()
        words = ComplaintWords(home.complaints, lambda: round(time.time() * 1000))
        words.filed(words.keep(UUID(int=1), "Chờ quá lâu", Complainant(phone="0922 333 444")))
        words.close()
        hallctl("backup", home.path, "--to", room)
        (made,) = Path(room).glob("hall-*.hall")
        shutil.copy(made, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
