"""The protocol as it is defined, as it is written down for others, and as it is spoken."""

import json
import re
import typing
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from journeymap.live import frame, protocol
from journeymap.live.json_checks import MOST_BYTES, MOST_DEEP
from tests.support.frames import fields, misfits, named
from tests.support.memory_rooms import made

DOC = (Path(__file__).resolve().parents[2] / "docs" / "live.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ((?:`[^`]+` ?)+)\| ((?:`[^`]+` ?)*)\|", re.MULTILINE)

WITHIN = {
    "presence.view": protocol.Viewport,
    "you": protocol.You,
    "snapshot.can": protocol.Can,
    "operations[]": protocol.DoneOperation,
    "accepted.lost": protocol.LostValue,
    "people[]": protocol.PersonHere,
    "step.workshop": protocol.WorkshopNow,
    "step.step": protocol.StepNow,
    "step.step.rules": protocol.StepRulesNow,
    "step.screen": protocol.ScreenNow,
    "step.sending": protocol.SendingNow,
    "step.counts": protocol.StepCounts,
    "step.aside[]": protocol.NoteAside,
    "step.decided[]": protocol.DecidedElsewhere,
    "step.gains[]": protocol.OpenGain,
}
"""What stands within the frames, as the document calls it."""


YOU: protocol.You = {"id": "a", "name": "A", "role": "owner", "may": ["see"], "colour": 0, "veiled": []}


def table(begins: str) -> dict[str, set[str]]:
    """A table of the document: by what a line is about, the fields it names."""
    found = DOC[DOC.index(f"| {begins} |") :].split("\n\n")[0]
    return {
        " ".join(re.findall("`([^`]+)`", about)): set(re.findall("`([^`]+)`", named))
        for about, named in ROW.findall(found)
    }


def written(kind: Any) -> set[str]:
    """The fields of a frame or of a part of one, as the document writes them."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        always = {name: field.is_required() for name, field in kind.model_fields.items()}
    else:
        always = fields(kind)
    return {name if there else f"{name}?" for name, there in always.items()} - {"type", "type?", "do"}


def models(found: Any) -> set[type[BaseModel]]:
    """Every model in a union of them."""
    if isinstance(found, type):
        return {found} if issubclass(found, BaseModel) else set()
    return {model for one in get_args(found) for model in models(one)}


def incoming() -> dict[str, type[BaseModel]]:
    """What a client may send, as the document calls it."""
    return {
        " ".join(
            get_args(get_type_hints(model)[name])[0] for name in ("type", "do") if name in model.model_fields
        ): model
        for model in models(protocol.Message)
    }


def test_every_frame_that_a_client_sends_stands_in_the_document_with_its_fields_and_no_other() -> None:
    assert table("a client sends") == {name: written(model) for name, model in incoming().items()}


def test_every_frame_that_the_server_sends_stands_in_the_document_with_its_fields_and_no_other() -> None:
    assert table("the server sends") == {name: written(kind) for name, kind in named().items()}


def test_every_part_of_a_frame_stands_in_the_document_with_its_fields_and_no_other() -> None:
    said = {"operations[]": {"do"}}
    assert table("within them") == {name: written(part) | said.get(name, set()) for name, part in WITHIN.items()}


def test_no_type_of_the_protocol_is_forgotten() -> None:
    kinds = {kind for kind in vars(protocol).values() if typing.is_typeddict(kind)}
    assert kinds == {*named().values(), *(part for part in WITHIN.values() if typing.is_typeddict(part))}
    sent = {
        kind
        for kind in vars(protocol).values()
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__module__ == protocol.__name__
    }
    assert {kind for kind in sent if not kind.__name__.startswith("_")} == {*incoming().values(), protocol.Viewport}


def test_the_example_of_a_step_is_one() -> None:
    example = DOC[DOC.index('{"type": "step"') :].split("```")[0]
    assert misfits(json.loads(example)) == []


def test_the_limits_stand_in_the_document() -> None:
    assert f"{MOST_BYTES // 1024} KiB, {MOST_DEEP} levels deep" in DOC


@pytest.mark.parametrize(
    "said",
    [
        frame.snapshot(3, 0, b'{"moments":[{"id":"m"}]}', YOU, {"undo": True, "redo": False}),
        frame.welcome(3, 1, YOU, {"undo": True, "redo": False}),
        frame.operations(2, 3, [b'{"revision":3,"op":"o","by":"a","at":"t","do":"remove","table":"moments","id":"m"}']),
        frame.can(True, False),
        frame.overwritten(made(3, lost_by="b")),
        frame.presence([], 0),
        frame.pong(),
        frame.bye("moved"),
        frame.bye("reload", fresh=True),
    ],
    ids=lambda said: json.loads(said.payload)["type"],
)  # fmt: skip
def test_what_is_put_together_as_text_is_what_the_protocol_says(said: frame.Frame) -> None:
    assert misfits(json.loads(said.payload)) == []


def test_a_frame_that_is_not_as_the_protocol_says_is_found_out() -> None:
    assert misfits({"type": "pong"}) == []
    assert misfits({"type": "pong", "more": 1})
    assert misfits({"type": "can", "undo": True})
    assert misfits({"type": "can", "undo": True, "redo": "no"})
    assert misfits({"type": "presence", "total": 0, "people": [{"id": "a"}]})
    assert misfits({"type": "nothing of ours"})
