"""File descriptors: every connection takes one, the database and every file that is read take some as well."""

from contextlib import suppress
from pathlib import Path

MOST_WANTED = 65_536
"""As many as this are asked for where the system allows it; more would be of no use to one process."""

USUAL_LIMIT = 1_024
"""What is assumed where the system does not say (Windows)."""

_OPEN = Path("/proc/self/fd"), Path("/dev/fd")


def raise_limit() -> int:
    """Raise the soft limit as far as the system allows; how many descriptors this process may have from now on."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return USUAL_LIMIT
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for wanted in (MOST_WANTED, 10_240, 4_096):  # macOS says that there is no limit, and has one
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        if soft == resource.RLIM_INFINITY or soft >= most:
            break
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            break
    return limit()


def limit() -> int:
    """How many descriptors this process may have."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return USUAL_LIMIT
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_WANTED if soft == resource.RLIM_INFINITY else min(soft, MOST_WANTED)


def opened() -> int | None:
    """How many it has; None where the system does not say."""
    for folder in _OPEN:
        with suppress(OSError):
            return sum(1 for _ in folder.iterdir())
    return None
