"""What a change of the set-up was, in the reader's words: kept are the table, its entry, and what was done."""

import re

Words = dict[str, str]

KEPT = re.compile(r"(?P<table>[a-z_]+)(?: (?P<name>.*))?: (?P<act>saved|removed|photo)")
PLAYLIST = re.compile(r"playlist: (?P<act>\w+) (?P<name>.*)")
CATALOGUE = re.compile(r"catalogue \d{4}-\d\d-\d\d: (?P<name>.*)")
UNDO = "undo: "
NAMED = {
    "service": "queue_service",
    "counter": "setup_counter",
    "station": "station",
    "ticket": "papers_ticket",
    "receipt": "papers_receipt",
    "alert_rule": "rules_alerts",
    "report_mail": "sent_orders",
    "webhook": "webhooks_title",
}
"""Tables whose words are those of their page; the others have a part of the set-up of their own."""


def change_in_words(what: str, words: Words) -> str:
    """The change as the page tells it; as it was kept where nothing is known of it."""
    if what.startswith(UNDO):
        return words["change_undo"].format(what=change_in_words(what.removeprefix(UNDO), words))
    if found := CATALOGUE.fullmatch(what):
        return f"{words['section_catalogue']}: {found['name']}"
    if found := PLAYLIST.fullmatch(what):
        act = words.get(f"change_{found['act']}", words["change_saved"])
        return f"{words['section_playlist']}: {found['name']}, {act}"
    if found := KEPT.fullmatch(what):
        done = words[f"change_{found['act']}"]
        return f"{entry_in_words(found['table'], found['name'], words)}: {done}"
    return what


def entry_in_words(table: str, name: str | None, words: Words) -> str:
    """An entry of a table, or the whole table, as its page calls it."""
    place = words.get(NAMED.get(table, f"part_of_{table}"), table)
    return f"{place} {name}" if name else place
