"""Small pairs whose figures were worked out by hand: the code, and with it the API, is held to the arithmetic."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change
from journeymap.exchange.document import from_document
from journeymap.web.api.compare_models import CompareAnswer
from tests.support.small_maps import built

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.json"))
_CHANGES: TypeAdapter[list[Change]] = TypeAdapter(list[Change])


def read(path: Path) -> dict[str, Any]:
    pair: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return pair


def compared(pair: dict[str, Any]) -> Comparison:
    base = built(from_document(pair["as_is"], "as-is"), "as-is")
    to_be, _ = perform(Journey("to-be"), to_be_changes(base, "to-be", "The to-be"))
    to_be, _ = perform(to_be, _CHANGES.validate_python(pair["changes"]))
    as_is, _ = perform(base, _CHANGES.validate_python(pair.get("later", [])))
    return compare(as_is, to_be, base=base)


def told(found: Comparison, along: str) -> dict[str, Any]:
    """The API's answer, with lists of named things by their names."""
    answer = CompareAnswer.of(found, along).model_dump(mode="json")
    answer |= {name: {one["name"]: one for one in answer[name]} for name in ("figures", "story")}
    answer["undecided"] = [m["id"] for one in answer["matches"] if one["undecided"] for m in one["as_is"]]
    answer["matches"] = {(one["as_is"] or one["to_be"])[0]["id"]: one for one in answer["matches"]}
    answer["pains"] = {one["pain"]["id"]: one for one in answer["pains"]}
    answer["rows"] = [[one["table"], one["disposition"]] for one in answer["rows"]]
    return answer


def at(answer: Any, place: str) -> Any:
    for name in place.split("."):
        answer = answer[int(name)] if isinstance(answer, list) else answer[name]
    return answer


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_what_was_worked_out_by_hand_comes_out(path: Path) -> None:
    pair = read(path)
    found = compared(pair)
    for along, expected in {"": pair["expected"], **pair.get("along", {})}.items():
        answer = told(found, along)
        for place, value in expected.items():
            said = at(answer, place)
            exact = not isinstance(value, float | int) or isinstance(value, bool)
            assert said == (value if exact else pytest.approx(value, abs=1e-9)), (
                f"{along} {place}: {pair['arithmetic']}"
            )


def test_every_pair_says_how_its_numbers_were_worked_out() -> None:
    assert len(PAIRS) >= 20
    assert [path.stem for path in PAIRS if not read(path)["arithmetic"]] == []
