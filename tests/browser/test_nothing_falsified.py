"""Four people use one map for a while, each in their own way: what the map says in the end they have meant.

`TEST_ROAM_SECONDS=600` lets them go on for longer, and `TEST_ROAM_SEED` draws the same again.
"""

import asyncio
import json
import os
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from playwright.async_api import Page, async_playwright

from journeymap.domain.model.operations import Operation
from journeymap.service.people import SEAT_COOKIE
from tests.browser.conftest import CHROMIUM, FLAGS, LONGEST
from tests.support.board_page import Hall, hall, long_journey
from tests.support.meant_acts import Person, account
from tests.support.nature_park import house
from tests.support.wanderers import PREPARE, Roamer

SECONDS = float(os.environ.get("TEST_ROAM_SECONDS", "25"))
SEED = int(os.environ.get("TEST_ROAM_SEED", "0")) or Random().randrange(1, 10**6)
PEOPLE = ("Ann", "Bob", "Cem", "Dia")
SIZE = {"width": 1440, "height": 900}


def test_whatever_the_map_says_somebody_meant(tmp_path: Path) -> None:
    """Nobody's change is another's, doubled, altered or lost, and nothing is left in a field."""
    print(f"TEST_ROAM_SEED={SEED}")
    database = tmp_path / "journeymap.db"
    with hall(database, *PEOPLE[1:], journey=tuple(long_journey(24, episodes=4))) as room:
        people = {name: Person(name) for name in PEOPLE}
        before = json.loads(room.server.get(f"/api/maps/{room.map_id}")[1])["revision"]
        left = asyncio.run(_roam(room, people))
    log, names = _log(database, room.map_id, before)
    found = account({by: people[name] for by, name in names.items() if name in people}, log)
    wrong = [*found.unmeant, *found.missing, *left]
    assert wrong == [], "\n".join([f"TEST_ROAM_SEED={SEED}", *wrong])
    assert len(log) > SECONDS / 4, "they did something"


async def _roam(room: Hall, people: dict[str, Person]) -> list[str]:
    """Everybody at once, Ann in two windows; what is left in a field when all have come to rest."""
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        roamers = []
        for n, name in enumerate((*PEOPLE, "Ann")):
            context = await browser.new_context(viewport=SIZE, locale="en-GB")  # type: ignore[arg-type]
            cookie = {"name": SEAT_COOKIE, "value": room.seats[name], "url": room.base}
            await context.add_cookies([cookie])  # type: ignore[list-item]
            page = await context.new_page()
            await _opened(page, room)
            tab = f"{name}{n}"
            roamers.append(Roamer(people[name], page, Random(f"{SEED}-{tab}"), tab))
        until = asyncio.get_running_loop().time() + SECONDS
        await asyncio.gather(*(one.roam(until) for one in roamers))
        for one in roamers:
            await one.rest()
        left = [what for one in roamers for what in await one.left_over()]
        for one in roamers:
            print(
                one.name, one.count, "typed;", len(one.skipped), "passed over;", *sorted(set(one.skipped))[:4], sep=" "
            )
        await browser.close()
        return left


async def _opened(page: Page, room: Hall) -> None:
    page.set_default_timeout(LONGEST)
    await page.goto(f"{room.base}/map?map={room.map_id}")
    await page.locator(".status[data-status=live]").wait_for()
    await page.locator(".card").first.wait_for()
    await page.evaluate(PREPARE)
    assert urlsplit(page.url).path == "/map"


def _log(database: Path, map_id: str, since: int) -> tuple[list[Operation], dict[str, str]]:
    """What was done to the map after a revision, and who people are, by id."""
    with house(database) as service:
        owner = service.people.owner()
        names = service.people.authors(owner, map_id)
        log = service.changes.operations(owner, map_id, since)
    return list(log), names
