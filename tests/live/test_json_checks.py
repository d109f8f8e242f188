"""Reading JSON from anybody."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.text.errors import Refusal
from journeymap.live.json_checks import MOST_DEEP, MOST_VALUES, loaded, parse

PLAIN = st.text(st.characters(codec="utf-8"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
    max_leaves=20,
)


@given(JSON)
def test_what_any_program_sends_is_read_as_it_is(value: object) -> None:
    assert parse(json.dumps(value)) == value
    assert parse(json.dumps(value, ensure_ascii=False).encode()) == value


@given(st.binary() | st.text())
def test_whatever_is_sent_is_read_or_refused_with_a_sentence(sent: bytes | str) -> None:
    try:
        parse(sent)
    except Refusal as refusal:
        said = (refusal.code, refusal.reason("nl"), refusal.reason("en"))
    else:
        said = ("invalid", "gelezen", "read")
    assert said[0] == "invalid"
    assert said[1] != said[2]


@pytest.mark.parametrize(
    "sent",
    ["[" * 10_000, "[" * 10_000 + "]" * 10_000, '{"a":' * 10_000 + "1" + "}" * 10_000, '{"a":[' * 5_000 + "]}" * 5_000],
)
def test_ten_thousand_levels_are_refused(sent: str) -> None:
    with pytest.raises(Refusal):
        parse(sent)


def test_what_nests_as_deep_as_it_may_is_read() -> None:
    assert parse("[" * (MOST_DEEP + 1) + "]" * (MOST_DEEP + 1))
    with pytest.raises(Refusal, match="nested"):
        parse("[" * (MOST_DEEP + 2) + "]" * (MOST_DEEP + 2))


@pytest.mark.parametrize("sent", ['"\\ud800"', '{"\\udfff":1}', '[["x\\udc00y"]]', '{"a":{"b":"\\ud83d"}}'])
def test_half_a_character_is_refused_wherever_it_hides(sent: str) -> None:
    with pytest.raises(Refusal, match="half a character"):
        parse(sent)


def test_a_whole_character_outside_the_first_plane_is_text() -> None:
    assert parse('"\\ud83c\\udf33"') == "🌳"


@pytest.mark.parametrize(
    "sent", ["NaN", "[Infinity]", '{"a":-Infinity}', "1" * 5_000, b"\xff\xfe{}", "", "{", "{'a':1}"]
)
def test_what_is_no_json_is_refused(sent: bytes | str) -> None:
    with pytest.raises(Refusal, match="not JSON"):
        parse(sent)


def nested(values: int) -> object:
    return {"all": [{"a": [n, "x"]} for n in range(values // 4)]}


def test_so_many_values_are_read_and_no_more() -> None:
    assert parse(json.dumps(nested(MOST_VALUES - 1_000)))
    with pytest.raises(Refusal, match="too many values"):
        parse(json.dumps([0] * (MOST_VALUES + 2)))
    with pytest.raises(Refusal, match="nested"):
        parse(json.dumps([[]] * (MOST_VALUES + 2)))


@given(st.text(st.sampled_from('[]{},:"\\ué🌳 a')), st.integers(1, 400))
def test_what_stands_in_a_text_counts_for_nothing(text: str, times: int) -> None:
    value = {"text": text * times, "more": [text]}
    assert loaded(json.dumps(value), most=5) == value
    assert loaded(json.dumps(value, ensure_ascii=False), most=5) == value


@pytest.mark.parametrize(
    "sent",
    [
        "[" + ",".join(["0"] * 30_000) + "]",
        "[" + ",".join(['""'] * 20_000) + "]",
        "[" + ",".join(['"\\\\"'] * 10_000) + "]",
        "{" + ",".join(f'"{n}":0' for n in range(7_000)) + "}",
        "[" + ",".join(["{}"] * 20_000) + "]",
        '["\\\\",' + ",".join(["0"] * 20_000) + ',"\\""]',
        "[" * 30_000,
    ],
)
def test_what_holds_too_many_values_is_refused_before_one_is_made(sent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeymap.live.json_checks.json.loads", lambda *_, **__: pytest.fail("it was read"))
    with pytest.raises(Refusal):
        loaded(sent, most=200)
