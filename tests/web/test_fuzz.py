"""Whatever comes in: requests by the API's own description and beside it, and frames of the live socket.

Each run draws the same cases, half a minute of them. `TEST_FUZZ=20` draws twenty times as many, others each time.
"""

import asyncio
import json
import os
from itertools import cycle
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from journeymap.domain.model.rows import TABLES
from journeymap.service.shared_service import use
from journeymap.web.live.endpoint import PROTOCOL
from tests.support.api_clients import Room
from tests.support.app_sockets import Closed, Live, served

TIMES = int(os.environ.get("TEST_FUZZ", "1"))
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
ROLES = ("owner", "facilitator", "co-facilitator", "participant", "customer", "observer", "stranger")
drawn = settings(
    deadline=None,
    database=None,
    derandomize=TIMES == 1,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)

# The API


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_no_request_is_more_than_the_api_can_answer(room: Room, mode: GenerationMode) -> None:
    """Every answer is one that the description knows, of the shape it says; none is a fault of ours."""
    room.site.writes.burst = room.site.writes.rate = 1e9  # what is asked is looked at, however much it is
    use(room.service)
    described = schemathesis.openapi.from_asgi("/api/openapi.json", room.app)
    who = cycle([room.token(role) for role in ROLES])
    there = {
        "map_id": cycle([room.map_id, room.to_be_id, room.other_map_id, room.own_map_id]),
        "workshop_id": cycle([room.workshop_id, room.other_workshop_id]),
        "participant_id": cycle([person.id for person in room.people.values()]),
    }
    asked = 0
    for found in described.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr]  # a description that is none fails here

        @settings(drawn, max_examples=12 * TIMES)
        @given(case=operation.as_strategy(generation_mode=mode), known=st.booleans())
        def ask(case: Any, known: bool) -> None:
            nonlocal asked
            for name, values in there.items() if known else ():
                if name in (case.path_parameters or {}):
                    case.path_parameters[name] = next(values)
            answer = case.call(headers={"Authorization": f"Bearer {next(who)}"})
            case.validate_response(answer, checks=CHECKS)
            asked += 1

        try:
            ask()
        except Unsatisfiable:  # what takes nothing cannot be asked wrongly
            assert mode is GenerationMode.NEGATIVE
    assert asked > 300


# The socket

words = st.text(max_size=40)
leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4), max_leaves=12
)
ids = st.sampled_from(["m1", "m2", "e1", "e2", "phone", "n1", "t1", "marieke", "new1", "new2"])
names = ids | ids | st.sampled_from(["", "x" * 65, "a b", "\u202e", "../m1"]) | values
tables = st.sampled_from([*TABLES, "maps", "operations", ""])
fields = st.sampled_from(
    ["text", "title", "name", "felt_valence", "channel", "author", "private", "id", "order", "parent", "nothing"]
)
ops = st.integers(0, 10**9).map(lambda n: f"o{n}")
changes = st.fixed_dictionaries(
    {
        "type": st.just("change"),
        "do": st.sampled_from(["add", "set", "move", "remove", "reveal"]),
        "op": ops,
        "table": tables,
        "id": names,
    },
    optional={
        "act": names,
        "base": st.integers(-1, 2**60) | values,
        "parent": names,
        "after": names,
        "field": fields | values,
        "value": words | values,
        "values": st.dictionaries(fields, words | values, max_size=5) | values,
        "other": values,
    },
)
rows = st.sampled_from(
    [("moments", "m1"), ("moments", "m2"), ("episodes", "e1"), ("needs", "n1"), ("channels", "phone")]
)
fitting = st.builds(
    lambda op, row, what: {"type": "change", "op": op, "table": row[0], "id": row[1], **what},
    ops,
    rows | st.tuples(tables, ids),
    st.one_of(
        st.fixed_dictionaries({"do": st.just("set"), "field": fields, "value": words | values}),
        st.fixed_dictionaries({"do": st.just("add"), "parent": ids, "values": st.dictionaries(fields, words)}),
        st.fixed_dictionaries({"do": st.just("move"), "parent": ids, "after": ids | st.none()}),
        st.just({"do": "remove"}),
    ),
)
others = st.fixed_dictionaries(
    {"type": st.sampled_from(["hello", "undo", "redo", "presence", "claim", "snapshot", "accepted", ""]), "op": ops},
    optional={"since": values, "at": names, "editing": values, "viewport": values, "row": names},
)
frames = st.one_of(fitting, fitting, fitting, changes, others).map(json.dumps)
odd = words | st.sampled_from(["[" * 5_000, '{"a":' * 60 + "1" + "}" * 60, "NaN", '{"type":"ping"}x', "\x00"])


def test_no_frame_is_more_than_the_room_can_answer(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever somebody sends, others are told only what is sound, and the log replays to the map."""
    heard = {"refused": 0, "closed": 0}

    async def conversation(live: Live, sent: list[str]) -> int | None:
        quiet, line = await live.ready("facilitator"), await live.ready("participant")
        for frame in [*sent, json.dumps({"type": "ping"})]:
            line.send_text(frame)
        try:
            while (said := await line.receive())["type"] != "pong":
                heard[said["type"]] = heard.get(said["type"], 0) + 1
        except Closed as end:
            heard["closed"] += 1
            return end.code
        quiet.send({"type": "ping"})
        await quiet.expect("pong")
        return None

    @settings(drawn, max_examples=60 * TIMES)
    @given(sent=st.lists(frames, min_size=1, max_size=25), last=st.none() | odd)
    def talk(sent: list[str], last: str | None) -> None:
        async def talking() -> int | None:
            async with served(room) as live:
                return await conversation(live, sent if last is None else [*sent, last])

        assert asyncio.run(talking()) in {None, PROTOCOL}

    talk()
    assert min(heard["refused"], heard["closed"]) > 5, heard
    store = room.service.house.store
    journey = store.journey(room.map_id)
    assert journey.revision > 10, "some of it was worth taking"
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []
    assert journey == store.journey_at(room.map_id, journey.revision)
