"""Whoever keeps the settings, with a browser that runs no scripts."""

from uuid import uuid4

from tests.web.browsers import Browser, Page
from tests.web.hall_at_work import HallAtWork


class Keeper(Browser):
    """Signed in, with the key that every form carries."""

    def __init__(self, hall: HallAtWork) -> None:
        super().__init__(hall.port)
        self.sign_in("administrator")
        self.key = self.get("/setup").form_key

    def save(self, section: str, table: str, before: str = "", **fields: str) -> Page:
        """Send one form of that page; no section is the first page."""
        sent = {"form_key": self.key, "table": table, "before": before, "act": "save", **fields}
        return self.post(f"/setup/{section}".rstrip("/"), sent)

    def remove(self, section: str, table: str, name: str) -> Page:
        """Press the button that takes an entry out."""
        return self.save(section, table, name, act="remove")

    def undo(self) -> Page:
        """Press the button of the newest change."""
        return self.post("/setup", {"form_key": self.key, "act": "undo"})

    def ask(self, path: str, **fields: str) -> Page:
        """Send any other small form."""
        return self.post(path, {"form_key": self.key, **fields})

    def send_file(self, path: str, name: str, content: bytes, **fields: str) -> Page:
        """Upload a file with a form's fields."""
        return self.send_files(path, [(name, content)], **fields)

    def send_files(self, path: str, files: list[tuple[str, bytes]], **fields: str) -> Page:
        """Upload files with a form's fields."""
        edge = uuid4().hex
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in {"form_key": self.key, **fields}.items()
        ]
        body = "".join(parts).encode()
        for name, content in files:
            told = f'form-data; name="file"; filename="{name}"'
            body += f"--{edge}\r\nContent-Disposition: {told}\r\n\r\n".encode() + content + b"\r\n"
        body += f"--{edge}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        return self.post_json(path, body, **kind)
