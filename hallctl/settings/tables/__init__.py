"""The tables of ``hall.toml`` as they are written, and what reading them gives."""
