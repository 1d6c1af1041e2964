"""The catalogue on disk: checked when it comes in, kept by effective date, searched as people type."""
