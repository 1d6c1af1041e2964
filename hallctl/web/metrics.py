"""``GET /metrics``: the hall in figures for Prometheus; for this machine itself, or with the admin's token.

Figures of the day are read off the hall when somebody asks; only answers are counted as they leave.
"""

from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from shutil import disk_usage
from time import perf_counter

from aiohttp import web
from prometheus_client import (
    CollectorRegistry,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from hallctl import __version__
from hallctl.controller import Controller
from hallctl.core.permissions import Role
from hallctl.web.api.command_api import CommandApi
from hallctl.web.door import answers
from hallctl.web.fan_out import FanOut
from hallctl.web.known.tokens import Tokens

SPANS_S = (0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


class HallFigures(Collector):
    """What is true of the hall at the moment it is asked."""

    def __init__(self, controller: Controller, fan_out: FanOut, directory: Path) -> None:
        self._controller = controller
        self._fan_out = fan_out
        self._directory = directory

    def collect(self) -> Iterator[Metric]:
        """Every gauge of the hall."""
        hall = self._controller.hall
        about = GaugeMetricFamily("hallctl_build", "The release that runs.", labels=["version"])
        about.add_metric([__version__], 1)
        yield about
        yield _one("hallctl_ready", "1 while commands are answered.", not self._controller.failure)
        yield _one("hallctl_day_open", "1 while a business day is open.", hall.is_open)
        yield _one("hallctl_journal_number", "Facts in the journal.", hall.journal_number)
        yield _one("hallctl_epoch", "How often the journal was restored or taken over.", hall.epoch)
        yield _one("hallctl_stations", "Stations that listen.", self._fan_out.listening)
        yield _one("hallctl_counters_open", "Counters where somebody serves.", len(hall.counters))
        yield _one("hallctl_unprinted", "Tickets that are not on paper.", len(hall.unprinted))
        yield from self._by_service()
        free = disk_usage(self._directory).free
        yield _one("hallctl_disk_free_bytes", "Free on the disk of the hall.", free)

    def _by_service(self) -> Iterator[Metric]:
        hall, labels = self._controller.hall, ["service"]
        waiting = GaugeMetricFamily("hallctl_waiting", "Who waits now.", labels=labels)
        issued = GaugeMetricFamily("hallctl_issued_today", "Numbers given today.", labels=labels)
        longest = GaugeMetricFamily(
            "hallctl_longest_wait_seconds", "Of those called today.", labels=labels
        )
        for service, tally in hall.tallies.items():
            waiting.add_metric([service], hall.queues.length(service))
            issued.add_metric([service], tally.issued)
            longest.add_metric([service], tally.longest_wait / 1000)
        yield from (waiting, issued, longest)


class Metrics:
    """The registry of one hall, and the page that shows it."""

    def __init__(self, figures: HallFigures, tokens: Tokens) -> None:
        self._tokens = tokens
        self._registry = CollectorRegistry()
        self._registry.register(figures)
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        self._answers = Histogram(
            "hallctl_answer_seconds",
            "From a command's arrival to its durable answer.",
            ["status"],
            buckets=SPANS_S,
            registry=self._registry,
        )

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/metrics", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """Everything, in the text format."""
        actor = self._tokens.actor(request)
        if not _is_own(request.remote) and (actor is None or actor.role is not Role.ADMIN):
            return answers.unknown_token()
        return web.Response(
            body=generate_latest(self._registry),
            headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"},
        )

    def answered(self, status: int, seconds: float) -> None:
        """A command was answered."""
        self._answers.labels(str(status)).observe(seconds)


class MeasuredCommands:
    """The door for commands, with a clock beside it."""

    def __init__(self, commands: CommandApi, metrics: Metrics) -> None:
        self._commands = commands
        self._metrics = metrics

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_post("/api/commands", self.post)

    async def post(self, request: web.Request) -> web.Response:
        """Answer one command."""
        began = perf_counter()
        response = await self._commands.post(request)
        self._metrics.answered(response.status, perf_counter() - began)
        return response


def _one(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(name, about, value=float(value))


def _is_own(remote: str | None) -> bool:
    try:
        return bool(remote) and ip_address(str(remote)).is_loopback
    except ValueError:
        return False
