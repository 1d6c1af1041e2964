"""The power goes between sending and writing that down: the letter comes again, and is the same."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from hallctl.applicants.applicant import Applicant, Looker
from hallctl.applicants.store import Applicants
from hallctl.hall_directory import HallDirectory
from hallctl.verifying import verify
from tests.hall_clients import PATIENCE_S, Serve, new_hall, serve, wish
from tests.notices.servers import Postbox
from tests.verbs import told


@contextmanager
def in_a_thread(post: Postbox) -> Iterator[None]:
    """Serve from a loop of its own: the hall is another process."""
    ready, loop, done = threading.Event(), asyncio.new_event_loop(), asyncio.Event()

    async def run() -> None:
        async with post.open():
            ready.set()
            await done.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    assert ready.wait(PATIENCE_S)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(PATIENCE_S)
        loop.close()


def hall_that_mails(path: Path, port: int) -> Path:
    hall = new_hall(path)
    settings = hall / "hall.toml"
    mail = (
        f'[mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nsender = "a@example.vn"\n'
    )
    text = settings.read_text("utf-8")
    before, _, after = text.partition("[mail]")
    after = after.replace('public_url = ""', 'public_url = "http://hall.example.vn"')
    settings.write_text(before + mail + "[gateway]" + after.partition("[gateway]")[2], "utf-8")
    return hall


def finish_one(hall: Serve) -> str:
    admin = hall.wire()
    received = admin.ask(wish("ReceiveDossier", procedure="1.000045"))
    code = str(received.json["events"][-1]["dossier"])
    directory = HallDirectory(hall.hall.path)
    store = Applicants(directory.applicants, directory.applicants_key(), lambda: 1)
    who = Applicant(name="Hoa", email="hoa@example.vn", notice_by="email")
    store.keep(code, who, Looker("test"))
    store.close()
    with suppress(OSError):  # the plug may be pulled before the answer is read
        admin.ask(wish("FinishDossier", dossier=code))
    return code


def wait_until(happened: "threading.Event") -> None:
    assert happened.wait(PATIENCE_S)


def test_a_letter_sent_as_the_power_goes_is_sent_again_with_the_same_id(tmp_path: Path) -> None:
    post, killed = Postbox(), threading.Event()
    with in_a_thread(post):
        hall = hall_that_mails(tmp_path / "hall", post.port)
        with serve(hall) as serving:

            def pull_the_plug() -> None:
                serving.process.kill()  # the server has the letter and has not said so yet
                killed.set()

            post.on_letter = pull_the_plug
            code = finish_one(serving)
            wait_until(killed)
            serving.kill()
        post.on_letter = lambda: None
        with serve(hall) as again:
            deadline = monotonic() + PATIENCE_S
            while again.wire().get("/api/health").json["notices_waiting"]:
                assert monotonic() < deadline
                sleep(0.05)
            assert again.stop() == 0
    first, second = post.letters
    assert first["Message-ID"] == second["Message-ID"]
    assert first.get_payload() == second.get_payload()
    notices = told("notices", "of", code, "--hall", hall)
    assert [one["state"] for one in notices["notices"]] == ["sent"]
    assert [one["outcome"] for one in notices["tries"]] == ["sent"]
    assert verify(hall / "hall.db", lambda _done: None).problem == ""
