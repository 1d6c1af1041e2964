"""Manifests on paper: what they say, and that every row's barcode reads back."""

import msgspec
import pytest
import zxingcpp
from PIL import Image

from hallctl.core import commands as c
from hallctl.core.drawing.slip_drawing import SlipArtist
from hallctl.core.paper import Text
from hallctl.core.plan import Words
from hallctl.core.refusals import Refusal
from hallctl.core.slips.manifest_paper import manifest_paper
from hallctl.core.views import SlipJob
from hallctl.forms.errors import FormError
from hallctl.forms.hall_lists import Column, HallList, draw_lists
from hallctl.ledger.runs.run_reading import items_of, run_named
from hallctl.papers.manifests import departments_on, manifest_list, manifest_slip
from hardware.slips.paper import Paper
from hardware.slips.raster import draw_receipt
from hardware.slips.receipt import decode_receipt
from tests.core.one_day import PRINTING_PANEL as PANEL
from tests.core.one_day import wish
from tests.dossiers.many import ledger_of
from tests.forms.pdf import needs_poppler, pages_of, words_on
from tests.runs.courier import ENVIRONMENT, JUSTICE, WITH_RUNS, Courier
from tests.runs.test_run_laws import facts_of_runs


@pytest.fixture
def carried(courier: Courier) -> tuple[Courier, str]:
    """A run that takes three dossiers to two departments, and one back."""
    run = courier.open()
    dossiers = [courier.receive() for _ in range(4)]
    for dossier, department in zip(dossiers, (None, JUSTICE, None), strict=False):
        courier.out(dossier, department=department)
    courier.do(c.ForwardDossier, dossiers[3])
    courier.back(dossiers[3])
    return courier, run.run


@needs_poppler
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_department_has_a_page_and_every_row_its_barcode(
    carried: tuple[Courier, str], language: str
) -> None:
    database = ledger_of(facts_of_runs(carried[0]))
    run, items = run_named(database, carried[1]), items_of(database, carried[1])
    assert run is not None
    lists = [manifest_list(WITH_RUNS, run, items, one, language) for one in departments_on(items)]
    pdf = draw_lists(lists)
    first, second = pages_of(pdf, 300)
    assert set(read_all(first)) == {items[place].dossier for place in (0, 2, 3)}
    assert read_all(second) == [items[1].dossier]
    said = words_on(pdf)
    for words in ("Sở Nông nghiệp và Môi trường", "Cấp đổi giấy chứng nhận", carried[1]):
        assert words in said
    total = {"vi": "2 hồ sơ đi, 1 hồ sơ về", "en": "2 out, 1 back"}[language]
    assert total in said


def manifest_job(courier: Courier, run: str, **more: str) -> SlipJob:
    """The manifest that counter 1 has to print."""
    courier.day.do(wish(c.PrintManifest, run=run, **{"department": ENVIRONMENT, **more}), PANEL)
    artist = SlipArtist(courier.day.hall, courier.day.plan, lambda _dossier: "")
    *_, job = artist.jobs(courier.day.at, PANEL.name)
    return job


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_manifest_is_a_job_that_says_what_the_ledger_says(
    carried: tuple[Courier, str], language: str
) -> None:
    courier, name = carried
    database = ledger_of(facts_of_runs(courier))
    run = run_named(database, name)
    assert run is not None
    told = manifest_slip(WITH_RUNS, run, items_of(database, name), ENVIRONMENT)
    job = manifest_job(courier, name, language=language)
    assert job.document == manifest_paper(told, language)
    assert (job.kind, job.dossier) == ("manifest", "")


def test_a_manifest_that_waits_over_night_says_that_its_run_is_over(
    carried: tuple[Courier, str],
) -> None:
    courier, name = carried
    slip = manifest_job(courier, name).slip
    run = courier.runs.every[name]
    for item in list(run.items):
        place = None if item.direction == "back" else item.department
        courier.arrive(courier[item.dossier], department=place)
    courier.close(run)
    courier.move_to(2)
    courier.day.open("1")
    courier.open()
    assert name not in courier.runs.every
    artist = SlipArtist(courier.day.hall, courier.day.plan, lambda _dossier: "")
    (job,) = artist.jobs(courier.day.at, PANEL.name)
    assert job.slip == slip
    assert any(name in block.text for block in job.document.blocks if isinstance(block, Text))


def test_of_what_a_run_does_not_carry_there_is_no_manifest(carried: tuple[Courier, str]) -> None:
    courier, name = carried
    fresh = courier.open().run
    refusals = {
        courier.refusal(c.PrintManifest, run=run, department=department)[0]
        for run, department in ((fresh, JUSTICE), (name, "royal"), ("2026-11-23-9", JUSTICE))
    }
    assert refusals == {
        Refusal.NOTHING_ON_MANIFEST,
        Refusal.UNKNOWN_DEPARTMENT,
        Refusal.UNKNOWN_RUN,
    }
    assert courier.refusal(c.PrintManifest, run=name, department=JUSTICE)[0] is Refusal.NO_PRINTER


def read_all(page: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(page)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_slip_s_barcodes_are_scanned_at_the_other_end(
    carried: tuple[Courier, str], language: str
) -> None:
    database = ledger_of(facts_of_runs(carried[0]))
    run, items = run_named(database, carried[1]), items_of(database, carried[1])
    assert run is not None
    slip = manifest_slip(WITH_RUNS, run, items, ENVIRONMENT)
    assert (slip.out, slip.back) == ((items[0].dossier, items[2].dossier), (items[3].dossier,))
    paper = manifest_paper(slip, language)
    drawn = draw_receipt(decode_receipt(msgspec.json.encode(paper)), Paper(576))
    assert set(read_all(drawn)) == {items[place].dossier for place in (0, 2, 3)}


def test_a_department_without_rows_gets_an_empty_slip() -> None:
    courier = Courier()
    run = courier.open()
    database = ledger_of(facts_of_runs(courier))
    record = run_named(database, run.run)
    assert record is not None
    slip = manifest_slip(WITH_RUNS, record, [], JUSTICE)
    assert (slip.out, slip.back, slip.department) == ((), (), Words("Sở Tư pháp"))


def test_a_list_that_does_not_fit_its_columns_is_refused() -> None:
    courier = Courier()
    one = HallList(
        authority="",
        hall="Một cửa",
        issued=courier.day.today,
        title="Danh sách",
        columns=(Column("A", 1), Column("B", 1)),
        rows=(("một",),),
    )
    with pytest.raises(FormError, match="other columns"):
        draw_lists([one])
    with pytest.raises(FormError, match="no list"):
        draw_lists([])
