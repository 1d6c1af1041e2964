"""Which small function weighs which wish about a complaint."""

from collections.abc import Callable
from typing import Any

from hallctl.core import commands
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.complaint_decisions import (
    add_to_complaint,
    answer_complaint,
    ask_complainant,
    file_complaint,
    forward_complaint,
    publish_answer,
    refuse_complaint,
)
from hallctl.core.hall import Hall

DECIDE_COMPLAINTS: dict[type[commands.Command], Callable[[Hall, Any, Circumstances], Facts]] = {
    commands.FileComplaint: file_complaint,
    commands.ForwardComplaint: forward_complaint,
    commands.RefuseComplaint: refuse_complaint,
    commands.AskComplainant: ask_complainant,
    commands.AddToComplaint: add_to_complaint,
    commands.AnswerComplaint: answer_complaint,
    commands.PublishAnswer: publish_answer,
}
