"""Reed–Solomon over GF(256) as QR codes have it: corrects errors, and erasures at half the price.

ISO/IEC 18004, annex B: polynomial 0x11D, generator roots from power 0. A codeword is a list of
bytes, highest power first; polynomials within are lowest power first.
"""

_EXP = [1] * 510
_LOG = [0] * 256
for _power in range(1, 255):
    _EXP[_power] = _EXP[_power - 1] << 1 ^ (0x11D if _EXP[_power - 1] & 0x80 else 0)
    _LOG[_EXP[_power]] = _power
_EXP[255:] = _EXP[:255]


class TooDamaged(ValueError):  # noqa: N818  what the codeword is, not what went wrong here
    """More errors than the parity can tell."""


def corrected(word: list[int], parity: int, erased: frozenset[int], spare: int) -> list[int]:
    """`word` without its errors. Raises TooDamaged.

    `erased` are places whose byte is not trusted. `spare` parity bytes are left to prove the
    result: each of them makes a wrong one 256 times rarer.
    """
    syndromes = [_at(word, power) for power in range(parity)]
    if not any(syndromes):
        return word
    if len(erased) > parity - spare:
        raise TooDamaged
    last = len(word) - 1
    known = [1]
    for place in erased:
        known = _times(known, [1, _EXP[last - place]])
    locator = _locator(syndromes, known)
    errors = len(locator) - len(known)
    if 2 * errors + len(erased) > parity - spare:
        raise TooDamaged
    places = [
        place for place in range(len(word)) if not _value(locator, _EXP[255 - (last - place)])
    ]
    if len(places) != len(locator) - 1:
        raise TooDamaged
    mended = _mended(word, syndromes, locator, places)
    if any(_at(mended, power) for power in range(parity)):
        raise TooDamaged
    return mended


def parity_of(message: list[int], parity: int) -> list[int]:
    """The parity bytes that follow `message`."""
    generator = [1]
    for power in range(parity):
        generator = _times([_EXP[power], 1], generator)
    rest = [0] * parity
    for byte in message:
        factor = byte ^ rest[0]
        rest = [*rest[1:], 0]
        for place in range(parity):
            rest[place] ^= _product(generator[parity - 1 - place], factor)
    return rest


def _product(one: int, other: int) -> int:
    return _EXP[_LOG[one] + _LOG[other]] if one and other else 0


def _times(one: list[int], other: list[int]) -> list[int]:
    result = [0] * (len(one) + len(other) - 1)
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            result[i + j] ^= _product(left, right)
    return result


def _at(word: list[int], power: int) -> int:
    """The codeword's value at a root of the generator."""
    value = 0
    for byte in word:
        value = byte ^ (_EXP[_LOG[value] + power] if value else 0)
    return value


def _value(polynomial: list[int], x: int) -> int:
    value = 0
    for factor in reversed(polynomial):
        value = _product(value, x) ^ factor
    return value


def _locator(syndromes: list[int], known: list[int]) -> list[int]:
    """Berlekamp and Massey's search, begun with the places that are known to be bad."""
    locator, previous = list(known), list(known)
    length = erased = len(known) - 1
    for step in range(erased, len(syndromes)):
        discrepancy = 0
        for i, factor in enumerate(locator[: step + 1]):
            discrepancy ^= _product(factor, syndromes[step - i])
        previous = [0, *previous]
        if not discrepancy:
            continue
        mended = _sum(locator, [_product(factor, discrepancy) for factor in previous])
        if 2 * length <= step + erased:
            length = step + erased + 1 - length
            inverse = _EXP[255 - _LOG[discrepancy]]
            previous = [_product(factor, inverse) for factor in locator]
        locator = mended
    while len(locator) > 1 and not locator[-1]:
        locator.pop()
    return locator


def _sum(one: list[int], other: list[int]) -> list[int]:
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return [
        a ^ b for a, b in zip(longer, [*shorter, *[0] * (len(longer) - len(shorter))], strict=True)
    ]


def _mended(
    word: list[int], syndromes: list[int], locator: list[int], places: list[int]
) -> list[int]:
    """Forney's values put right at their places."""
    evaluator = _times(syndromes, locator)[: len(syndromes)]
    slope = [factor if power % 2 else 0 for power, factor in enumerate(locator)][1:]
    mended = list(word)
    for place in places:
        root = _EXP[255 - (len(word) - 1 - place)]
        below = _value(slope, root)
        if not below:
            raise TooDamaged
        above = _product(_value(evaluator, root), _EXP[255 - _LOG[root]])
        mended[place] ^= _product(above, _EXP[255 - _LOG[below]])
    return mended
