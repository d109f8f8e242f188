"""What a device calls itself, in words that its owner knows it by: “Firefox, Windows”."""

import re

from starlette.requests import HTTPConnection

BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("HeadlessChrome", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
"""In this order: each names those after it as well."""
SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"),
    ("Mac OS X", "Mac"), ("Linux", "Linux"),
)  # fmt: skip
_PROGRAM = re.compile(r"[A-Za-z][\w.-]{0,30}")


def device_of(connection: HTTPConnection) -> str:
    """The browser and the system, or the name of a program; "" where nothing is known."""
    said = connection.headers.get("user-agent", "")
    browser = next((name for mark, name in BROWSERS if mark in said), "")
    system = next((name for mark, name in SYSTEMS if mark in said), "")
    if browser or system:
        return ", ".join(part for part in (browser, system) if part)
    program = _PROGRAM.match(said)
    return program[0] if program else ""
