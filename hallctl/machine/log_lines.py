"""Log lines: plain for people, or JSON, one object a line, for machines that gather them."""

import json
import logging
from datetime import UTC, datetime

PLAIN = "hallctl: %(message)s"


class JsonLines(logging.Formatter):
    """``at`` in UTC, ``level``, ``logger``, ``message``, and ``exception`` where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def log_in_json() -> None:
    """From now on, lines are JSON."""
    for handler in logging.getLogger().handlers:
        handler.setFormatter(JsonLines())
