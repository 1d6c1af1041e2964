"""Cameras of the hall: which there are and whether they see, and a still where the hall keeps stills.

For inspectors. Every still that is taken or looked at is a line in the record.
"""

import asyncio
from collections.abc import Awaitable, Callable

import msgspec
from aiohttp import web

from hallctl.core.equipment import Camera
from hallctl.core.permissions import Actor, Sight, may_see
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.views import DeviceUpkeep, StationUpkeep
from hallctl.people.record import Kind
from hallctl.stills import Stills
from hallctl.web.door import answers
from hallctl.web.known.staff import Staff
from hallctl.web.known.tokens import Tokens

FRESH_MS = 30_000
"""A look at a camera holds this long: opening one takes seconds."""
NOT_ALLOWED, GONE = 403, 503

Shoot = Callable[[Camera], bytes]
"""A JPEG of what the camera sees now; blocks. Raises ConnectionError."""


class CameraSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A camera and whether it sees: ``state`` is ok or gone, since when it was looked at so."""

    camera: str
    counter: str
    zone: str
    state: str
    since: int
    stills: list[str]


class CamerasSeen(msgspec.Struct, frozen=True, kw_only=True):
    """Every camera asked for; without ``keeps_stills`` there are none and none can be taken."""

    keeps_stills: bool
    cameras: list[CameraSeen]


class StillTaken(msgspec.Struct, frozen=True, kw_only=True):
    """A still that was taken now and is kept under that name."""

    camera: str
    still: str
    at: int


class CameraDesk:
    """``/api/cameras``."""

    def __init__(
        self, plan: Plan, stills: Stills, shoot: Shoot, tokens: Tokens, staff: Staff
    ) -> None:
        self._plan = plan
        self._stills = stills
        self._shoot = shoot
        self._tokens = tokens
        self._staff = staff
        self._seen: dict[str, tuple[str, int, int]] = {}
        """By camera: its state, since when, and when it was looked at."""

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/api/cameras", self._for_inspectors(self._list))
        router.add_post("/api/cameras/{camera}/stills", self._for_inspectors(self._take))
        router.add_get("/api/cameras/{camera}/stills/{still}", self._for_inspectors(self._show))

    def _for_inspectors(
        self, handler: Callable[[web.Request, Actor], Awaitable[web.Response]]
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def guarded(request: web.Request) -> web.Response:
            actor = self._tokens.actor(request)
            if actor is None:
                return answers.unknown_token()
            if not may_see(actor.role, Sight.INBOX):
                return answers.refused(Refused(Refusal.NOT_ALLOWED, role=actor.role), NOT_ALLOWED)
            return await handler(request, actor)

        return guarded

    @property
    def keeps_stills(self) -> bool:
        """Whether the hall keeps any."""
        return self._keeps

    async def at_counter(self, counter: str) -> list[CameraSeen]:
        """The cameras that see it, each looked at now or a moment ago."""
        self._stills.forget_old(self._staff.now())
        return list(await asyncio.gather(*map(self._look, cameras_at(self._plan, counter))))

    async def take(self, request: web.Request, account: str, name: str) -> bool:
        """Take and keep a still, in the record; False where none is kept or the camera is gone."""
        camera = next((one for one in self._plan.cameras if one.camera == name), None)
        if camera is None or not self._keeps:
            return False
        at = self._staff.now()
        try:
            picture = await asyncio.to_thread(self._shoot, camera)
        except ConnectionError:
            return False
        still = await asyncio.to_thread(self._stills.keep, camera.camera, picture, at)
        await self._staff.note(request, Kind.LOOKED_AT, account, f"{camera.camera}: {still}")
        return True

    def upkeep(self) -> tuple[StationUpkeep, ...]:
        """How those are that somebody has looked through since the hall was started; none opened."""
        devices = tuple(
            DeviceUpkeep(
                device=name, kind="camera", state=state, reason="", errors=0, breaks=0, since=since
            )
            for name, (state, since, _) in sorted(self._seen.items())
        )
        at = max((looked for *_, looked in self._seen.values()), default=0)
        told = StationUpkeep(station="cameras", reported_at=at, is_late=False, devices=devices)
        return (told,) if devices else ()

    async def _list(self, request: web.Request, _actor: Actor) -> web.Response:
        counter = request.query.get("counter", "")
        cameras = cameras_at(self._plan, counter) if counter else self._plan.cameras
        self._stills.forget_old(self._staff.now())
        seen = await asyncio.gather(*(self._look(one) for one in cameras))
        told = CamerasSeen(keeps_stills=self._keeps, cameras=list(seen))
        return answers.json_response(msgspec.json.encode(told))

    async def _take(self, request: web.Request, actor: Actor) -> web.Response:
        camera = self._camera(request)
        if camera is None or not self._keeps:
            return answers.not_found("camera" if camera is None else "stills")
        at = self._staff.now()
        try:
            picture = await asyncio.to_thread(self._shoot, camera)
        except ConnectionError:
            return answers.json_response(b'{"refused":"camera_gone","details":{}}', GONE)
        name = await asyncio.to_thread(self._stills.keep, camera.camera, picture, at)
        await self._note(request, actor, camera, name)
        taken = StillTaken(camera=camera.camera, still=name, at=at)
        return answers.json_response(msgspec.json.encode(taken))

    async def _show(self, request: web.Request, actor: Actor) -> web.Response:
        camera, name = self._camera(request), request.match_info["still"]
        self._stills.forget_old(self._staff.now())
        picture = self._stills.picture(camera.camera, name) if camera and self._keeps else None
        if camera is None or picture is None:
            return answers.not_found("still")
        await self._note(request, actor, camera, name)
        headers = {"Cache-Control": "no-store"}
        return web.Response(body=picture, content_type="image/jpeg", headers=headers)

    @property
    def _keeps(self) -> bool:
        return self._plan.camera_rules.keep_stills

    def _camera(self, request: web.Request) -> Camera | None:
        wanted = request.match_info["camera"]
        return next((one for one in self._plan.cameras if one.camera == wanted), None)

    async def _note(self, request: web.Request, actor: Actor, camera: Camera, name: str) -> None:
        about = f"{camera.camera}: {name}"
        await self._staff.note(request, Kind.LOOKED_AT, actor.name, about)

    async def _look(self, camera: Camera) -> CameraSeen:
        now = self._staff.now()
        state, since, looked_at = self._seen.get(camera.camera, ("", now, 0))
        if now - looked_at > FRESH_MS:
            found = await asyncio.to_thread(_state_of, self._shoot, camera)
            since = since if found == state else now
            state = found
            self._seen[camera.camera] = (state, since, now)
        return CameraSeen(
            camera=camera.camera,
            counter=camera.counter,
            zone=camera.zone,
            state=state,
            since=since,
            stills=self._stills.names(camera.camera) if self._keeps else [],
        )


def cameras_at(plan: Plan, counter: str) -> tuple[Camera, ...]:
    """The cameras that see a counter: its own, and those of its zone."""
    planned = plan.counter(counter)
    zone = planned.zone if planned else ""
    return tuple(
        one for one in plan.cameras if one.counter == counter or (zone and one.zone == zone)
    )


def _state_of(shoot: Shoot, camera: Camera) -> str:
    try:
        shoot(camera)
    except ConnectionError:
        return "gone"
    return "ok"
