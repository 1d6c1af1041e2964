"""Why an address can't be listened on, and what to do: asyncio names it inside a sentence only."""

import errno
import re

_ADDRESS = re.compile(r"\('([^']+)', (\d+)")
_REMEDIES = {
    errno.EADDRINUSE: "is taken by another program; stop that one, or choose another port",
    errno.EADDRNOTAVAIL: "is no address of this machine; choose another host, or 0.0.0.0 for all",
    errno.EACCES: "is not ours to take: ports below 1024 are the system's; choose a higher one",
}


def listening_fault(error: OSError) -> str:
    """The address, what is wrong with it and what to do; empty where it is about something else."""
    found, remedy = _ADDRESS.search(error.strerror or ""), _REMEDIES.get(error.errno or 0, "")
    if not found or not remedy:
        return ""
    host, port = found.groups()
    return f"{host}:{port} {remedy}, with --host and --port or in [server] of hall.toml"
