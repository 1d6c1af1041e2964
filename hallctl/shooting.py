"""Takes one picture of a camera, with its login from a file that only the hall may read."""

from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from hallctl.core.equipment import Camera


class Photographer:
    """Opens a camera, takes a picture and lets go of it."""

    def __init__(self, logins: Path) -> None:
        """``logins``: a folder with ``NAME.login``, each holding ``user:password``."""
        self._logins = logins

    def __call__(self, camera: Camera) -> bytes:
        """A JPEG of what it sees now. Raises ConnectionError."""
        import cv2  # noqa: PLC0415 - half a second, for halls with cameras only

        from hardware.transport.camera import VideoCamera  # noqa: PLC0415 - the same

        video = VideoCamera(self._source(camera))
        try:
            written, picture = cv2.imencode(".jpg", video.grab())
        finally:
            video.close()
        if not written:
            raise ConnectionError(f"camera {camera.camera} gave no picture")
        return picture.tobytes()

    def _source(self, camera: Camera) -> str:
        login = self._logins / f"{camera.camera}.login"
        parts = urlsplit(camera.source)
        if not login.exists() or not parts.hostname:
            return camera.source
        user, _, password = login.read_text("utf-8").strip().partition(":")
        place = f"{quote(user, safe='')}:{quote(password, safe='')}@{parts.netloc}"
        return urlunsplit((parts.scheme, place, parts.path, parts.query, ""))
