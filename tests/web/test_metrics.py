"""The figures: for the owner and whoever has the key for them, and nobody else."""

import asyncio
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from journeymap.web.live.counters import LiveCounters
from tests.support.api_clients import HERE, Room, opened
from tests.support.app_sockets import Live, change, served


def figures(text: str) -> dict[str, float]:
    """Every sample, by its name and labels."""
    found = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = "".join(f" {name}={value}" for name, value in sorted(sample.labels.items()))
            found[sample.name + labels] = sample.value
    return found


def test_the_owner_may_read_them_and_whoever_has_the_key_for_them(open_room: Room) -> None:
    key = open_room.service.people.sessions.metrics_key()
    for client in (
        open_room.program("owner"),
        open_room.browser("owner"),
        open_room.client(authorization=f"Bearer {key}"),
    ):
        answer = client.get("/metrics")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
        assert answer.headers["cache-control"] == "no-store"
        assert figures(answer.text)["journeymap_rooms"] == 0


@pytest.mark.parametrize("role", ["facilitator", "co-facilitator", "participant", "customer", "observer", "stranger"])
def test_nobody_else_may(open_room: Room, role: str) -> None:
    for client in (open_room.program(role), open_room.browser(role)):
        answer = client.get("/metrics")
        assert answer.status_code in (401, 403)
        assert "journeymap_rooms" not in answer.text


def test_a_stranger_may_not(open_room: Room) -> None:
    for client in (
        open_room.client(),
        open_room.client(authorization="Bearer nothing"),
        open_room.client(authorization=f"Bearer {open_room.service.owner_key()}"),
        open_room.local(HERE),
    ):
        answer = client.get("/metrics")
        assert answer.status_code in (303, 401, 403)
        assert "journeymap_rooms" not in answer.text


def test_the_key_for_figures_opens_nothing_else_and_may_be_chosen(tmp_path: Path) -> None:
    with opened(tmp_path, bound_to="0.0.0.0", metrics_key="figures-and-nothing-else") as room:
        client = room.client(authorization="Bearer figures-and-nothing-else")
        assert client.get("/metrics").status_code == 200
        assert client.get("/api/maps").status_code == 401
        assert client.post("/owner", data={"key": "figures-and-nothing-else"}).status_code == 403


def test_at_this_very_machine_one_may(room: Room) -> None:
    assert room.local().get("/metrics").status_code == 200


def test_they_count_what_happens(room: Room) -> None:
    async def conversation() -> dict[str, float]:
        async with served(room) as live:
            return await work(live)

    async def work(live: Live) -> dict[str, float]:
        anna, ben = await live.ready("participant"), await live.ready("observer")
        for n in range(3):
            anna.send(change(f"op-{n}"))
            await ben.expect("operations")
        ben.send(change("no"))
        await ben.expect("refused")
        return figures(room.site.hall.figures.text().decode())

    found = asyncio.run(conversation())
    assert found["journeymap_rooms"] == 1
    assert found["journeymap_people"] == found["journeymap_connections"] == 2
    assert found["journeymap_operations_total"] == 3
    assert found["journeymap_frames_total"] == 6
    assert found["journeymap_refusals_total code=forbidden"] == 1
    assert found["journeymap_fanout_seconds_count"] == 3
    assert found["journeymap_answer_seconds_count"] == 3
    assert found["journeymap_queue_drops_total"] == 0


def test_each_server_counts_for_itself() -> None:
    one, other = LiveCounters(lambda: (1, 2, 3)), LiveCounters(lambda: (0, 0, 0))
    one.dropped()
    assert figures(one.text().decode())["journeymap_queue_drops_total"] == 1
    assert figures(other.text().decode())["journeymap_queue_drops_total"] == 0
    assert figures(one.text().decode())["journeymap_people"] == 2
