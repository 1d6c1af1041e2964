"""``/setup/papers``: tickets and receipts designed before a true picture of them."""

import asyncio

from aiohttp import web

from hallctl.people.sessions import Person
from hallctl.settings import HallSettings, read_hall
from hallctl.settings.changing.editing import Wanted
from hallctl.settings.pictures import LARGEST_UPLOAD, BadPictureError, keep, logo_of
from hallctl.web.door.files_in import FileTooLargeError, file_of
from hallctl.web.door.forms_in import fields_of
from hallctl.web.pages.page_files import UNKEPT
from hallctl.web.setup.paper_forms import SIZES, SLIPS, look_of, rows_of, settings_of
from hallctl.web.setup.setup_desk import NOTHING, SetupDesk, Told
from hallctl.web.setup.setup_forms import Form, one
from hallctl.web.setup.slip_pictures import drawn, example_paper
from hardware.printer.printer_address import read_printer
from hardware.printer.printer_profile import GENERIC_58, GENERIC_80
from hardware.slips.paper import Paper


class PapersPage:
    """Answers ``/setup/papers/ticket`` and ``/setup/papers/receipt``, and draws them."""

    def __init__(self, desk: SetupDesk) -> None:
        self._desk = desk
        self._site = desk.site

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard, of_slip = self._desk.guard, "/setup/papers/{slip:" + "|".join(SLIPS) + "}"
        router.add_get(of_slip, guard(self.get))
        router.add_post(of_slip, guard(self.post))
        router.add_post(f"{of_slip}/logo", guard(self.choose_logo))
        router.add_get(f"{of_slip}/preview.png", guard(self.preview))

    async def get(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """The form as the file has it, or as a browser without scripts wants to see it."""
        return await self._page(request)

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Take the form's slip, or the usual one again."""
        form = await fields_of(request, person.form_key)
        slip = request.match_info["slip"]
        fields = settings_of(slip, form)
        if one(form, "act") == "usual":
            fields = dict.fromkeys(fields) | {"logo": None}
        return await self._take(request, person, fields)

    async def choose_logo(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Take a picture for the slip, or take it off."""
        try:
            sent = await file_of(request, person.form_key, LARGEST_UPLOAD)
            picture = await asyncio.to_thread(logo_of, sent.content) if sent.content else b""
        except (FileTooLargeError, BadPictureError):
            return await self._page(request, Told(trouble="bad_picture"))
        directory = self._desk.directory
        logo = await asyncio.to_thread(keep, directory, picture, ".png") if picture else None
        return await self._take(request, person, {"logo": logo})

    async def preview(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """The slip of the form in the address, as that printer burns it."""
        slip = request.match_info["slip"]
        plan = self._site.plan
        form = _query(request)
        papers = (await asyncio.to_thread(read_hall, self._desk.directory)).plan.papers
        logo = getattr(papers, slip).logo
        look = look_of(slip, form, logo) if one(form, "form") else getattr(papers, slip)
        language = "en" if one(form, "language") == "en" else "vi"
        paper = example_paper(slip, plan, look, language)
        picture = await asyncio.to_thread(drawn, paper, width_of(one(form, "width")))
        headers = UNKEPT
        return web.Response(body=picture, content_type="image/png", headers=headers)

    async def _take(
        self, request: web.Request, person: Person, fields: dict[str, object]
    ) -> web.StreamResponse:
        slip, file = request.match_info["slip"], self._desk.file

        def want() -> Wanted:
            return Wanted(file.with_table(slip, fields), f"{slip}: saved")

        told = await self._desk.take(want, person, f"/setup/papers/{slip}?done=1")
        return await self._page(request, told)

    async def _page(self, request: web.Request, told: Told = NOTHING) -> web.Response:
        slip = request.match_info["slip"]
        settings, _ = await self._desk.read()
        look = getattr(settings.plan.papers, slip)
        form = _query(request)
        if one(form, "form"):
            look = look_of(slip, form, look.logo)
        said = {
            "slip": slip,
            "slips": SLIPS,
            "rows": rows_of(slip, look.lines),
            "look": look,
            "sizes": SIZES,
            "widths": widths_of(settings),
            "query": request.query_string,
            "language_shown": one(form, "language") or self._site.language(request),
            "width_shown": one(form, "width"),
        }
        return await self._desk.page(request, "papers", said, told)


def widths_of(settings: HallSettings) -> list[tuple[str, str]]:
    """Each width there is to look at: ``576x203``, and whose it is."""
    every = [
        (one.name, read_printer(one.printer).profile) for one in settings.stations if one.printer
    ]
    every += [(usual.name, usual) for usual in (GENERIC_80, GENERIC_58)]
    named: dict[str, list[str]] = {}
    for name, profile in every:
        named.setdefault(f"{profile.width_dots}x{profile.dpi}", []).append(name)
    return [(width, ", ".join(dict.fromkeys(names))) for width, names in named.items()]


def width_of(written: str) -> Paper:
    """That width; the usual one for anything else."""
    dots, _, dpi = written.partition("x")
    if dots.isdecimal() and dpi.isdecimal() and 256 <= int(dots) <= 1280 and 100 <= int(dpi) <= 600:
        return Paper(int(dots), int(dpi))
    return Paper()


def _query(request: web.Request) -> Form:
    return {name: request.query.getall(name) for name in request.query}
