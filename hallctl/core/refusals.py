"""Refusals: why a wish cannot be granted, as a code each screen turns into kind words."""

from enum import StrEnum

import msgspec


class Refusal(StrEnum):
    """Every reason the hall gives for saying no."""

    DAY_NOT_OPEN = "day_not_open"
    DAY_ALREADY_OPEN = "day_already_open"
    DAY_IN_THE_PAST = "day_in_the_past"
    NOT_ALLOWED = "not_allowed"
    ID_REUSED = "id_reused"
    UNKNOWN_SERVICE = "unknown_service"
    UNKNOWN_COUNTER = "unknown_counter"
    UNKNOWN_TICKET = "unknown_ticket"
    UNKNOWN_VISIT = "unknown_visit"
    UNKNOWN_PRIORITY = "unknown_priority"
    UNKNOWN_LANGUAGE = "unknown_language"
    COUNTER_ALREADY_OPEN = "counter_already_open"
    COUNTER_NOT_OPEN = "counter_not_open"
    SIGN_IN_FIRST = "sign_in_first"
    COUNTER_BUSY = "counter_busy"
    COUNTER_FREE = "counter_free"
    NOBODY_WAITING = "nobody_waiting"
    TICKET_NOT_ALLOWED = "ticket_not_allowed"
    VISIT_NOT_FINISHED = "visit_not_finished"
    ALREADY_RATED = "already_rated"
    RATING_OVER = "rating_over"
    NO_REASONS_ASKED = "no_reasons_asked"
    UNKNOWN_REASON = "unknown_reason"
    ALREADY_PRINTED = "already_printed"
    NO_PRINTER = "no_printer"
    UNKNOWN_SLIP = "unknown_slip"
    NO_PRINTER_THERE = "no_printer_there"
    PRINTS_THERE_ALREADY = "prints_there_already"
    NOT_ASKED_BACK = "not_asked_back"
    UNKNOWN_NUMBER = "unknown_number"
    REASON_NOT_OFFERED = "reason_not_offered"
    COUNTER_ON_BREAK = "counter_on_break"
    NOT_ON_BREAK = "not_on_break"
    OFFICIAL_ELSEWHERE = "official_elsewhere"
    SAME_OFFICIAL = "same_official"
    RECALLS_USED_UP = "recalls_used_up"
    RECALL_TOO_SOON = "recall_too_soon"
    NOWHERE_TO_TRANSFER = "nowhere_to_transfer"
    SERVICE_PLANNED_ALREADY = "service_planned_already"
    NOTE_NAMES_A_PERSON = "note_names_a_person"
    NOTHING_TO_UNDO = "nothing_to_undo"
    TICKET_HAS_MOVED_ON = "ticket_has_moved_on"
    NOT_DUE_YET = "not_due_yet"
    NO_AGENCY_CODE = "no_agency_code"
    UNKNOWN_PROCEDURE = "unknown_procedure"
    PROCEDURE_ELSEWHERE = "procedure_elsewhere"
    UNKNOWN_TERM = "unknown_term"
    DOSSIER_CODE_DAMAGED = "dossier_code_damaged"
    UNKNOWN_DOSSIER = "unknown_dossier"
    UNKNOWN_DEPARTMENT = "unknown_department"
    DOSSIER_NOT_ALLOWED = "dossier_not_allowed"
    COMPLETE_BEFORE_PRESENTED = "complete_before_presented"
    RECEIPT_IN_THE_FUTURE = "receipt_in_the_future"
    DUE_BEFORE_RECEIPT = "due_before_receipt"
    DUE_ON_A_DAY_OFF = "due_on_a_day_off"
    DUE_AFTER_TERM = "due_after_term"
    DUE_NOT_LATER = "due_not_later"
    ALREADY_REAPPOINTED = "already_reappointed"
    TOO_LATE_TO_REAPPOINT = "too_late_to_reappoint"


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Raised by a decision; carries the code and the details that explain it."""

    def __init__(self, refusal: Refusal, **details: msgspec.Raw | str | int | list[str]) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.details = details
