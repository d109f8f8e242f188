"""The page for the wall: who may see it, and that nothing in it runs."""

import pytest

from tests.support.api_clients import Room

INSIDE = ("owner", "facilitator", "co-facilitator", "participant", "customer", "observer")


@pytest.mark.parametrize("role", INSIDE)
def test_everybody_in_a_workshop_may_see_its_page(open_still: Room, role: str) -> None:
    answer = open_still.browser(role).get(f"/poster?workshop={open_still.workshop_id}")
    assert answer.status_code == 200
    assert "Visiting a nature park" in answer.text


def test_others_may_not(open_still: Room) -> None:
    asked = f"/poster?workshop={open_still.workshop_id}"
    assert open_still.browser("stranger").get(asked).status_code == 403
    assert open_still.client().get(asked).headers["location"] == "join"


@pytest.mark.parametrize("workshop", ["", "nowhere", "..%2f..", "x" * 500])
def test_a_workshop_that_is_not_there_is_said_in_a_sentence(open_still: Room, workshop: str) -> None:
    answer = open_still.browser("owner").get(f"/poster?workshop={workshop}")
    assert answer.status_code in (403, 404)
    assert "Traceback" not in answer.text


def test_nothing_in_it_runs_and_nothing_comes_from_elsewhere(open_still: Room) -> None:
    answer = open_still.browser("owner").get(f"/poster?workshop={open_still.workshop_id}&lang=nl")
    policy = answer.headers["content-security-policy"]
    assert "script-src" not in policy
    assert policy.startswith("default-src 'none'")
    assert answer.headers["cache-control"] == "no-store"
    assert "<script" not in answer.text
    assert '<html lang="nl">' in answer.text


def test_without_names_is_asked_for_in_the_address(open_still: Room) -> None:
    asked = f"/poster?workshop={open_still.workshop_id}&names=no"
    assert open_still.browser("owner").get(asked).status_code == 200
