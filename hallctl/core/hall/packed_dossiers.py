"""Every dossier of the hall by its code; those that nobody has asked for since the start lie packed.

Nearly all of a hall's dossiers are over and done with. A start takes them in as they were packed,
a few hundred bytes each, and makes one again when somebody asks for it, with the texts and rules
that others have in common.
"""

from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from hallctl.core.hall.dossier import Dossier, StepTaken
from hallctl.core.hall.sharing import shared, shared_papers, shared_rules

Packed = tuple[list[str], list[int], bytes]
"""The codes in order, where in the bytes each one's dossier ends, and the bytes."""

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(tuple[Dossier, list[StepTaken]])


class Dossiers(Mapping[str, Dossier]):
    """By code, in the order they were received."""

    __slots__ = ("_bytes", "_ends", "_places", "_unpacked")

    def __init__(self, packed: Packed = ([], [], b"")) -> None:
        codes, ends, self._bytes = packed
        self._ends = [0, *ends]
        self._places = {code: place for place, code in enumerate(codes)}
        """Those that came packed."""
        self._unpacked: dict[str, Dossier] = {}
        """Those that were asked for, and new ones."""

    def __getitem__(self, code: str) -> Dossier:
        found = self._unpacked.get(code)
        if found is None:  # two threads that ask at once get the same
            found = self._unpacked.setdefault(code, _unpacked(self._lying(code)))
        return found

    def __setitem__(self, code: str, dossier: Dossier) -> None:
        self._unpacked[code] = dossier

    def __contains__(self, code: object) -> bool:
        return code in self._unpacked or code in self._places

    def __iter__(self) -> Iterator[str]:
        yield from self._places
        yield from (code for code in self._unpacked if code not in self._places)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def packed(self) -> Packed:
        """All of them as bytes."""
        ends, body = list[int](), bytearray()
        for code in self:
            known = self._unpacked.get(code)
            body += _packed(known) if known else self._lying(code)
            ends.append(len(body))
        return list(self), ends, bytes(body)

    def _lying(self, code: str) -> bytes:
        place = self._places[code]
        return self._bytes[self._ends[place] : self._ends[place + 1]]


def _packed(dossier: Dossier) -> bytes:
    """Its steps are told one by one from the first, however many there are."""
    steps, step = list[StepTaken](), dossier.last_step
    while step is not None:
        steps.append(replace(step, before=None))
        step = step.before
    return _encoder.encode((replace(dossier, last_step=None), steps[::-1]))


def _unpacked(body: bytes) -> Dossier:
    dossier, steps = _decoder.decode(body)
    for step in steps:
        department = shared(step.department)
        dossier.last_step = replace(step, before=dossier.last_step, department=department)
    dossier.procedure = shared(dossier.procedure)
    dossier.department = shared(dossier.department)
    dossier.counted_for = shared(dossier.counted_for)
    dossier.service = shared(dossier.service)
    dossier.calendar = shared(dossier.calendar)
    dossier.papers = shared_papers(dossier.papers)
    dossier.term, dossier.rules = shared_rules(dossier.term, dossier.rules)
    return dossier
