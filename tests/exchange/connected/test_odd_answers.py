"""What answers in the place of a tracker may answer anything: that is a sentence, and never an error of ours."""

from threading import Event
from typing import Any

import pytest
from pydantic import SecretStr

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.parts import turned
from journeymap.exchange.connected.tracker import Target
from journeymap.exchange.connected.trackers import CLIENTS, opened
from tests.support.trackers.http import Reply, served

ODD: list[Any] = [[], None, "hi", {}, 7, {"issues": "none"}, {"project": []}, [[]]]


@pytest.mark.parametrize("kind", CLIENTS)
@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_an_answer_of_another_shape_is_said_in_a_sentence_or_taken_for_nothing(kind: str, odd: Any) -> None:
    with served(lambda _: Reply(200, odd)) as http:
        target = Target(kind, http.base, "park", SecretStr("k" * 20), "me", "textile" if kind == "redmine" else "")
        said = looked(target)
        assert said is None or all(said.reason(language) for language in LANGUAGES)


def looked(target: Target) -> TrackerFault | None:
    """The fault, where there is one; nothing is found in either case."""
    try:
        with opened(target, Event()) as tracker:
            tracker.check()
            assert not tracker.find(["jm-000000000001"], {})
    except TrackerFault as fault:
        return fault
    return None


@pytest.mark.parametrize("kind", ["redmine", "github", "jira", "linear"])
def test_a_list_without_end_is_not_read_for_ever(kind: str) -> None:
    with pytest.raises(TrackerFault) as fault:
        list(turned(kind))
    assert fault.value.kind == "large"
    assert all(fault.value.reason(language) for language in LANGUAGES)
