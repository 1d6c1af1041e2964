"""What the hall answers a kiosk that looks at a dossier."""

from typing import Any

from hallctl.core.views import DossierView
from hallctl.station.dossiers import DossierHere
from tests.fakes.fake_link import FakeLink
from tests.web.dossier_views import at_its_end, dossier, longest, on_its_way

NOT_FOUND = 404
CODE = "H15.50.05.13-261116-0975"
HERE: dict[str, DossierHere] = {
    name: DossierHere(view, "results" if name == "finished" else "")
    for name, view in {
        **on_its_way(),
        **at_its_end(),
        "longest": longest(),
        "struck": dossier(state="struck"),
    }.items()
}
HERE["held"] = DossierHere(HERE["finished"].dossier, "results", "T001")
REFUSED: dict[str, dict[str, Any]] = {
    "shape": {"refused": "dossier_code_damaged", "details": {"dossier": "A017", "part": "shape"}},
    "link": {
        "refused": "dossier_code_damaged",
        "details": {"dossier": "https://example.org/d/" + "x" * 80, "part": "link"},
    },
    "serial": {"refused": "unknown_dossier", "details": {"dossier": CODE, "part": "serial"}},
    "agency": {"refused": "unknown_dossier", "details": {"dossier": CODE, "part": "agency"}},
    "not allowed": {"refused": "not_allowed", "details": {"role": "kiosk"}},
}


def view_of(name: str) -> DossierView:
    return HERE[name].dossier


def show(link: FakeLink, name: str) -> None:
    """The hall answers the oldest request."""
    if name in HERE:
        link.say(200, HERE[name])
    elif name in REFUSED:
        link.say(NOT_FOUND, REFUSED[name])
    else:
        link.say(0, b"")
