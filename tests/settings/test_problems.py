"""Each way to spoil a hall.toml, and the line that says so."""

from pathlib import Path

import pytest

from hallctl.settings import SettingsError, read_hall
from tests.settings.conftest import SMALL_HALL

LAND = '[[service]]\nservice = "land"\nletter = "B"'
SECOND_SIGN = '[[station]]\nname = "sign-2"\nrole = "sign"\ncounter = "1"\n\n[[station]]\nname = "k'

SPOILED = [
    # kinds and keys
    (
        "target_minutes",
        "target_minuts",
        "rules.target_minutes: is written 'target_minuts'; correct",
    ),
    ("port = 8080", "colour = 1", "server.colour: is not a known key; use one of: host, port, pu"),
    ("port = 8080", 'port = "8080"', "server.port: '8080' does not fit; write a whole number with"),
    ("port = 8080", "port = true", "server.port: True does not fit; write a whole number without"),
    ("weekdays = [1, 2]", 'weekdays = ["T2"]', "hours.weekdays: ['T2'] does not fit; write a list"),
    (
        'counter = "1"\nserv',
        "counter = 1\nserv",
        "counter[1].counter: 1 does not fit; write a text",
    ),
    ('{ vi = "Sở Tư pháp" }', '"Sở Tư pháp"', "department.justice.name: 'Sở Tư pháp' does not fit"),
    ('{ vi = "Sở Tư pháp" }', "{ }", "department.justice.name.vi: is missing; add it: a text"),
    ("[[priority]]", "[priority]", "priority: {'group': 'elderly', 'head_start'"),
    ('letter = "A"\n', "", "service.civil-status.letter: is missing; add it: a text in quotes"),
    ("[rules]", "[[rules]]", "rules: [{'target_minutes': 15}] does not fit; write a [table] of"),
    # the hall
    ('"Một cửa"', '" "', "hall.name.vi: is empty; write the Vietnamese words"),
    ('"Ủy ban"', '"' + "Ủ" * 201 + '"', "hall.authority.vi: is too long; use at most 200"),
    ('"Chào"', '""', "hall.notices[1].vi: is empty; write the Vietnamese words"),
    ("Asia/Ho_Chi_Minh", "Asia/Hanoi", "hall.timezone: 'Asia/Hanoi' is not a known zone; did you"),
    ("Asia/Ho_Chi_Minh", "../../etc", "hall.timezone: '../../etc' is not a known zone; did you"),
    ('["vi", "en"]', '["vi", "fr"]', "hall.languages: there is no language 'fr'; use one of: vi"),
    ('["vi", "en"]', '["vi", "vi"]', "hall.languages: names 'vi' twice; name it once"),
    ('["vi", "en"]', '["en"]', 'hall.languages: Vietnamese is not among them; add "vi"'),
    ("[hours]", 'emblem = "no.svg"\n[hours]', "hall.emblem: there is no picture 'no.svg'; put an"),
    (
        "[hours]",
        'emblem = "a\\u0000.svg"\n[hours]',
        "hall.emblem: there is no picture 'a\\x00.svg'",
    ),
    # hours and rules
    ("[1, 2]", "[0, 2]", "hours.weekdays: 0 is no weekday; use 1 (Monday) to 7 (Sunday)"),
    ("[1, 2]", "[1, 1]", "hours.weekdays: names a day twice; name each day once"),
    ("07:30-11:30", "07:30", "hours.shifts[1]: '07:30' is not a stretch of a day; write opening"),
    ("07:30-11:30", "07:30-24:30", "hours.shifts[1]: '07:30-24:30' is not a stretch of a day"),
    ("07:30-11:30", "11:30-07:30", "hours.shifts[1]: '11:30-07:30' is not a stretch of a day"),
    ("07:30-11:30", "07:30-13:45", "hours.shifts: 13:30 is before the last shift's end, 13:45"),
    (
        'shifts = ["07:30-11:30", "13:30-17:00"]',
        "opens_by_itself = true",
        "hours.opens_by_itself: ",
    ),
    ("target_minutes = 15", "target_minutes = 0", "rules.target_minutes: 0 minutes makes no sense"),
    ("target_minutes = 15", "target_minutes = nan", "rules.target_minutes: nan minutes makes no"),
    ("target_minutes = 15", "rating_minutes = 1441", "rules.rating_minutes: 1441 minutes makes no"),
    # services and priority
    ('letter = "B"', 'letter = "A"', "service.land.letter: 'A' is already the letter of 'civil-st"),
    ('letter = "B"', 'letter = "Đ"', "service.land.letter: 'Đ' is not one of A–Z; give each serv"),
    ('letter = "B"', 'letter = "AB"', "service.land.letter: 'AB' is not one of A–Z; give each ser"),
    ('"Đất đai"', '""', "service.land.name.vi: is empty; write the Vietnamese words"),
    (
        LAND,
        LAND + '\nicon = "file-txt"',
        "service.land.icon: there is no icon 'file-txt' in Lucide",
    ),
    (
        LAND,
        LAND + '\nicon = "ủ"',
        "service.land.icon: there is no icon 'ủ' in Lucide; write \"file",
    ),
    (LAND, LAND + "\ntypical_minutes = -1", "service.land.typical_minutes: -1 minutes makes no"),
    (
        '["justice"]',
        '["justce"]',
        "service.civil-status.departments: there is no department 'justce'",
    ),
    ('"land"]', '"lnd"]', "counter.1.services: there is no service 'lnd'; did you mean 'land'?"),
    ('"land"]', '"land", "land"]', "counter.1.services: names 'land' twice; name it once"),
    (', "land"]', "]", "service.land: no counter offers it; add it to the services of a counter"),
    ('["civil-status", "land"]', "[]", "counter.1.services: is empty; name at least one service"),
    (
        'service = "land"',
        'service = "civil-status"',
        "service.civil-status: stands in the file more",
    ),
    ('service = "land"', 'service = "Đất đai"', "service.'Đất đai': 'Đất đai' is not a good name"),
    ('counter = "1"\nserv', 'counter = "quầy"\nserv', "counter.'quầy': 'quầy' can't be shown on a"),
    ("rate = 2", "rate = 0.5", "priority.elderly.rate: 0.5 is slower than everybody else's; write"),
    ("rate = 2", "rate = inf", "priority.elderly.rate: inf is slower than everybody else's; write"),
    ("head_start = 10", "head_start = -1", "priority.elderly.head_start: -1 would put the group b"),
    ('group = "elderly"', 'group = "normal"', "priority.normal: is there already, at rate 1"),
    # stations and server
    (
        'role = "sign"',
        'role = "sing"',
        "station.sign-1.role: 'sing' does not fit; did you mean 'si",
    ),
    ('name = "sign-1"', 'name = "kiosk-1"', "station.kiosk-1: stands in the file more than once"),
    (
        '"sign"\ncounter = "1"',
        '"sign"\ncounter = "9"',
        "station.sign-1.counter: there is no counter",
    ),
    (
        '"sign"\ncounter = "1"',
        '"sign"',
        "station.sign-1.counter: is missing; say which counter the",
    ),
    ('"sign"\n', '"board"\n', "station.sign-1.counter: a board stands at no counter; take it out"),
    ('"sign"\n', '"sign"\nprinter = "simulate"\n', "station.sign-1.printer: a sign prints nothing"),
    ('[[station]]\nname = "k', SECOND_SIGN, "station.sign-1.counter: counter '1' has its sign al"),
    (
        'printer = "simulate"\n',
        "",
        'station.kiosk-1.printer: a kiosk needs a printer; write "simul',
    ),
    ('"simulate"', '"usb"', "station.kiosk-1.printer: 'usb' is no address: use tcp://HOST:PORT"),
    ('"simulate"', '"tcp://"', "station.kiosk-1.printer: 'tcp://' is no address: use"),
    (
        '"simulate"',
        '"tcp://h:99999"',
        "station.kiosk-1.printer: 'tcp://h:99999' is no address: Port",
    ),
    ('"simulate"', '"serial:"', "station.kiosk-1.printer: 'serial:' is no address: use"),
    ("port = 8080", "port = 65536", "server.port: 65536 is not a port; write 1024–65535, or 0 for"),
    ("port = 8080", 'host = "a b"', "server.host: 'a b' is not an address; write \"0.0.0.0\" for"),
    ("port = 8080", 'public_url = "hall.vn"', "server.public_url: 'hall.vn' is not a web address"),
    ("port = 8080", 'public_url = "http://[::1"', "server.public_url: 'http://[::1' is not a web"),
    ("port = 8080", 'public_url = "http://a/?b"', "server.public_url: 'http://a/?b' is not a web"),
]


@pytest.mark.parametrize(("old", "new", "line"), SPOILED, ids=[line[:48] for *_, line in SPOILED])
def test_each_fault_is_one_line_that_says_where_and_what_to_do(
    tmp_path: Path, old: str, new: str, line: str
) -> None:
    assert old in SMALL_HALL
    lines = _problems(tmp_path, SMALL_HALL.replace(old, new, 1))
    assert any(one.startswith(f"hall.toml: {line}") for one in lines), lines
    assert all("; " in one for one in lines)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    spoiled = (
        SMALL_HALL.replace('letter = "B"', 'letter = "A"')
        .replace("rate = 2", "rate = 0")
        .replace("port = 8080", "port = -1")
        .replace('role = "sign"', 'role = "lamp"')
    )
    assert len(_problems(tmp_path, spoiled)) == 4


def test_one_slip_is_told_once(tmp_path: Path) -> None:
    assert _problems(tmp_path, SMALL_HALL.replace("letter = ", "leter = ", 1)) == [
        "hall.toml: service.civil-status.letter: is written 'leter'; correct the key"
    ]
    assert len(_problems(tmp_path, SMALL_HALL.replace('["civil-status", "land"]', '"land"'))) == 1


def test_an_empty_file_is_told_what_a_hall_needs(tmp_path: Path) -> None:
    assert _problems(tmp_path, "") == [
        "hall.toml: hall: is missing; add it: a [table] of that name",
        "hall.toml: service: is missing; add it: one or more [[tables]] of that name",
        "hall.toml: counter: is missing; add it: one or more [[tables]] of that name",
    ]


def _problems(directory: Path, text: str) -> list[str]:
    (directory / "hall.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_hall(directory)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.problems)
    return lines
