"""``hallctl fees`` and ``hallctl deliveries`` on a hall that lived a day, and their addresses."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hallctl.applicants.applicant import Applicant, Looker
from hallctl.samples import write_sample
from tests.forms.pdf import needs_poppler, words_on
from tests.hall_clients import Reply, wish
from tests.journal.back_office_day import live_behind_the_counter_too
from tests.journal.lived_in import applicants_of, lived_in
from tests.verbs import problem, said, told
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.working_hall import FIVE_DAYS

MONEY = '\n[fees]\nbank = "970415"\nbank_name = "VietinBank"\naccount = "0011"\nholder = "TT HCC"\n'


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("hall"), live_behind_the_counter_too)


@pytest.fixture(scope="module")
def day(hall: Path) -> str:
    """The day on which money changed hands."""
    (one,) = told("deliveries", "--hall", hall)["ready"]
    return f"20{one[7:9]}-{one[9:11]}-{one[11:13]}"


def test_the_day_s_money_is_told_by_every_key(hall: Path, day: str) -> None:
    answer = told("fees", "--day", day, "--hall", hall)
    assert set(answer["by"]) == {"counter", "official", "method", "procedure"}
    for lines in answer["by"].values():
        left = sum(line["taken"] - line["paid_back"] for line in lines)
        assert left == answer["total"]["taken"] - answer["total"]["paid_back"] == 9_000
    assert sum(one["amount"] for one in answer["payments"]) == 9_000
    lines = said("fees", "--day", day, "--hall", hall).splitlines()
    assert lines[-1].startswith("  total  4 payments")
    only = told("fees", "--day", day, "--by", "method", "--hall", hall)
    assert [one["key"] for one in only["by"]["method"]] == ["cash"]


def test_every_payment_is_a_line_of_csv(hall: Path, day: str) -> None:
    rows = list(csv.DictReader(io.StringIO(said("fees", "--day", day, "--csv", "--hall", hall))))
    assert [(one["kind"], one["amount"]) for one in rows] == [
        ("paid", "8000"),
        ("paid", "12000"),
        ("corrected", "1000"),
        ("cancelled", "-12000"),
    ]


@needs_poppler
def test_the_day_s_list_is_written_to_be_signed(hall: Path, day: str, tmp_path: Path) -> None:
    paper = tmp_path / "fees.pdf"
    assert said("fees", "--day", day, "--pdf", paper, "--hall", hall) == f"{paper}\n"
    assert "9.000 đ" in words_on(paper.read_bytes())


def test_a_day_without_money_is_empty(hall: Path) -> None:
    total = told("fees", "--day", "2020-01-01", "--hall", hall)["total"]
    assert (total["payments"], total["taken"]) == (0, 0)


def test_what_left_on_a_day_and_in_a_batch_is_told(hall: Path, day: str) -> None:
    gone = told("deliveries", "--day", day, "--hall", hall)["deliveries"]
    assert [one["state"] for one in gone] == ["delivered", "came_back"]
    batch = gone[0]["batch"]
    assert told("deliveries", "--batch", batch, "--hall", hall)["deliveries"] == gone
    lines = said("deliveries", "--batch", batch, "--hall", hall).splitlines()
    assert "came back (không có người nhận)" in lines[1]
    rows = csv.DictReader(io.StringIO(said("deliveries", "--day", day, "--csv", "--hall", hall)))
    assert [one["carrier"] for one in rows] == ["VNPost", "VNPost"]


@needs_poppler
def test_a_batch_s_sheet_is_written_and_logged(hall: Path, day: str, tmp_path: Path) -> None:
    gone = told("deliveries", "--day", day, "--hall", hall)["deliveries"]
    with closing(applicants_of(hall)) as store:
        who = Applicant(name="Lê Văn Phước", address="12 Lê Lợi")
        store.keep(gone[0]["dossier"], who, Looker("test"))
    paper = tmp_path / "sheet.pdf"
    said("deliveries", "--batch", gone[0]["batch"], "--pdf", paper, "--hall", hall)
    assert "12 Lê Lợi" in words_on(paper.read_bytes())
    with closing(applicants_of(hall)) as store:
        assert store.looks(gone[0]["dossier"])[-1].act == "contacted"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("fees", "--day", "soon"), "'soon' is no day"),
        (("deliveries", "--batch", "P9"), "there is no batch 'P9'"),
        (("deliveries", "--pdf", "x.pdf"), "name the batch whose sheet is wanted"),
    ],
)
def test_what_makes_no_sense_is_told(hall: Path, words: tuple[str, ...], complaint: str) -> None:
    assert complaint in problem(*words, "--hall", hall)


class Counter:
    """A hall at work whose counter takes fees and sends results home."""

    def __init__(self, hall: HallAtWork) -> None:
        self.hall = hall
        hall.open("1")
        self.panel = hall.wire("counter-1")
        self.dossier = str(self.do("ReceiveDossier", procedure=FIVE_DAYS)["dossier"])

    def do(self, kind: str, **more: object) -> dict[str, Any]:
        reply = self.panel.ask(wish(kind, **more))
        granted(reply)
        event: dict[str, Any] = reply.json["events"][-1]
        return event

    def get(self, path: str, station: str = "counter-1") -> Reply:
        return self.hall.wire(station).get(path)


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    path = tmp_path_factory.mktemp("money") / "hall"
    write_sample(path, "commune")
    settings = path / "hall.toml"
    settings.write_text(settings.read_text("utf-8") + MONEY, "utf-8")
    with closing(HallAtWork(path)) as hall:
        yield Counter(hall)


def test_from_the_fee_to_the_door_over_the_wire(counter: Counter) -> None:
    code = counter.dossier
    counter.do("ChargeFee", dossier=code, name="Bản sao", amount=8_000)
    slip = counter.get(f"/api/dossiers/{code.lower()}/fees/slip?lang=en")
    assert any(block["block"] == "qr" for block in slip.json["blocks"])
    counter.do("PayFees", dossier=code, method="transfer")
    assert counter.get(f"/api/dossiers/{code}/fees").json["fees"][0]["state"] == "paid"
    assert counter.get(f"/api/dossiers/{code}/fees/slip").status == 422
    today = counter.get("/api/fees").json
    assert (today["total"]["taken"], today["by"]["method"][0]["key"]) == (8_000, "transfer")
    assert counter.get("/api/fees.pdf?lang=en").body[:5] == b"%PDF-"
    counter.do("AskDelivery", dossier=code)
    counter.do("FinishDossier", dossier=code)
    assert counter.get("/api/deliveries").json["ready"] == [code]
    batch = counter.do("HandToCarrier", carrier="VNPost", dossiers=[code])["batch"]
    assert counter.get("/api/deliveries").json["under_way"][0]["batch"] == batch
    assert counter.get(f"/api/deliveries/{batch}/sheet.pdf").body[:5] == b"%PDF-"
    refused = counter.panel.ask(wish("ReturnDossier", dossier=code))
    assert refused.json["refused"] == "with_a_carrier"
    assert counter.do("ConfirmDelivered", dossier=code)["type"] == "DossierReturned"
    rows = counter.get(f"/api/deliveries/{batch}").json["deliveries"]
    assert [one["state"] for one in rows] == ["delivered"]


@pytest.mark.parametrize(
    ("path", "station", "status"),
    [
        ("/api/fees", "board-1", 403),
        ("/api/fees?day=never", "counter-1", 422),
        ("/api/fees.pdf?lang=fr", "counter-1", 422),
        ("/api/deliveries/P9", "counter-1", 404),
        ("/api/deliveries/P9/sheet.pdf", "counter-1", 404),
        ("/api/deliveries", "kiosk-1", 403),
    ],
)
def test_who_asks_for_what_is_not_there_is_told(
    counter: Counter, path: str, station: str, status: int
) -> None:
    assert counter.get(path, station).status == status


def test_answers_are_as_described(counter: Counter) -> None:
    document = counter.hall.wire_with("").get("/api/openapi.json").json
    for path in ("/api/fees", "/api/deliveries", "/api/dossiers/{dossier}/fees"):
        promised = document["paths"][path]["get"]["responses"]["200"]
        schema = promised["content"]["application/json"]["schema"]
        whole = {"$schema": Draft202012Validator.META_SCHEMA["$id"], **schema}
        whole["components"] = document["components"]
        answer = counter.get(path.format(dossier=counter.dossier)).json
        Draft202012Validator(whole).validate(answer)


def test_no_page_shows_what_was_paid(counter: Counter) -> None:
    link = counter.get(f"/api/dossiers/{counter.dossier}").json["link"].rpartition("/")[2]
    assert b"8.000" not in counter.hall.wire_with("").get(f"/d/{link}").body


def test_three_counters_take_one_fee_once(counter: Counter) -> None:
    code = str(counter.do("ReceiveDossier", procedure=FIVE_DAYS)["dossier"])
    wires = [counter.hall.wire(f"counter-{place}") for place in (1, 2, 3)]
    for number in range(1, 8):
        counter.do("ChargeFee", dossier=code, name="Bản sao", amount=1_000)
        for wire in wires:
            wire.send(wish("PayFees", dossier=code, method="cash", fees=[number]))
        replies = [wire.reply() for wire in wires]
        assert sorted(one.status for one in replies) == [200, 409, 409]
    fees = counter.get(f"/api/dossiers/{code}/fees").json["fees"]
    assert [one["state"] for one in fees] == ["paid"] * 7
