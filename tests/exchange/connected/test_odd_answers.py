"""What answers in the place of a tracker may answer anything: that is a sentence, and never an error of ours."""

from threading import Event
from typing import Any

import pytest
from pydantic import SecretStr

from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.tracker import Target
from journeymap.exchange.connected.trackers import CLIENTS, opened
from tests.support.trackers.http import Reply, served

ODD: list[Any] = [[], None, "hi", {}, 7, {"issues": "none"}, {"project": []}, [[]]]


@pytest.mark.parametrize("kind", CLIENTS)
@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_an_answer_of_another_shape_is_said_in_a_sentence(kind: str, odd: Any) -> None:
    with served(lambda _: Reply(200, odd)) as http:
        target = Target(kind, http.base, "park", SecretStr("k" * 20), "me", "textile" if kind == "redmine" else "")
        with pytest.raises(TrackerFault) as fault, opened(target, Event()) as tracker:
            tracker.check()
            tracker.find(["jm-000000000001"], {})
            raise TrackerFault("missing", kind)  # what has no items is no fault
    assert fault.value.reason("en")
