"""The contract: finding maps and rows by what people wrote, whatever is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.model.field_rules import searched_fields
from journeymap.domain.model.operations import Add, Remove, Set
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.storage.store import Store
from tests.support.journeys import FURTHER, MAP_ID
from tests.support.marked_map import MARKS, marked
from tests.support.store_calls import change, create, create_full


def _found(store: Store, text: str, **among) -> list[str]:
    return [hit.id for hit in store.search(text, **among)]


def _maps(store: Store, text: str) -> set[str]:
    return {found.id for found in store.heads(search=text)}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("visit to the park", MAP_ID),
        ("heard at the desk", MAP_ID),
        ("noor", "persona"),
        ("day outside", "persona"),
        ("before", "before"),
        ("I arrive", "arrive"),
        ("a place", "sure"),
        ("music", "waiting"),
        ("look in", "planning"),
        ("welcome", "welcome"),
        ("most people", "happy"),
        ("phone", "phone"),
    ],
)
def test_whatever_people_wrote_is_found(store: Store, text: str, row: str) -> None:
    create_full(store)
    create(store, "other", Add(table="maps", id="other", values={"title": "Something else"}))
    assert _found(store, text) == [row]
    assert _maps(store, text) == {MAP_ID}


def test_a_hit_says_where_it_is_and_what_it_says(store: Store) -> None:
    create_full(store)
    (hit,) = store.search("music")
    said = (hit.map_id, hit.map_title, hit.table, hit.id, hit.text)
    assert said == (MAP_ID, "A visit to the park", "pain_points", "waiting", "ten minutes of music")


def test_words_are_found_in_any_order_case_and_accent_and_the_last_from_its_beginning(store: Store) -> None:
    create(store, "m", Add(table="maps", id="m", values={"title": "Bézoek aan het Natuurpark"}))
    for text in ("natuurpark bezoek", "BEZOEK", "het natu", "bézoëk", "n"):
        assert _found(store, text) == ["m"], text
    for text in ("bezoe aan", "natuurparken", "oek", "bezoek strand"):
        assert _found(store, text) == [], text


def test_a_map_is_found_by_words_from_different_places_on_it(store: Store) -> None:
    create_full(store)
    assert _maps(store, "noor music welc") == {MAP_ID}
    assert _found(store, "noor music welc") == []
    assert _maps(store, "noor strand") == set()


def test_nothing_typed_lists_every_map_and_finds_no_row(store: Store) -> None:
    create_full(store)
    create(store, "empty")
    for text in ("", "   ", "\n\t", "\x00"):
        assert _maps(store, text) == {MAP_ID, "empty"}
        assert _found(store, text) == []


def test_signs_are_searched_for_as_they_are(store: Store) -> None:
    values = {"title": '100% "sure" & e-mail', "notes": "🌳 _x_ C++ naïve*"}
    create(store, "signs", Add(table="maps", id="signs", values=values))
    create(store, "plain", Add(table="maps", id="plain", values={"title": "100 sure"}))
    for text in ("%", '"', "&", "🌳", "100 %", '"sure" &', "e-mail 🌳", "_x_", "C++", "naive*", "*naive 🌳"):
        assert _maps(store, text) == {"signs"}, text
        assert _found(store, text) == ["signs"], text
    for text in ("🌲", "^", "sure #"):
        assert _maps(store, text) == set(), text
        assert _found(store, text) == [], text


AWKWARD = """
" "" ' AND NOT~park park~OR NEAR( park~NEAR/2~visit title:park main~:~park ^park
park* * (park park) -park + {main}:~park
\\ % ﷺ שלום --~x ;~DROP~TABLE~texts 🌳* "🌳"* ½ ²
""".replace("\n", " ").split()


@pytest.mark.parametrize(
    "text", [*(text.replace("~", " ") for text in AWKWARD), "park\x00visit", "\ud800", "a" * 9000, "park " * 900]
)
def test_nothing_typed_is_read_as_a_query(store: Store, text: str) -> None:
    create_full(store)
    assert {hit.map_id for hit in store.search(text)} <= {MAP_ID}
    assert _maps(store, text) <= {MAP_ID}
    assert _maps(store, "park") == {MAP_ID}


def test_no_text_breaks_the_search(store: Store) -> None:
    create_full(store)

    @settings(max_examples=300)
    @given(text=st.text(st.characters(), max_size=30) | st.text("\"*^:(){}+-% 'aANDORT\x00", max_size=20))
    def holds(text: str) -> None:
        assert {hit.map_id for hit in store.search(text)} <= {MAP_ID}
        assert _maps(store, text) <= {MAP_ID}

    holds()


def test_search_follows_every_change(store: Store) -> None:
    create_full(store)
    change(store, MAP_ID, Set(table="moments", id="call", field="text", value="I ring the bell"))
    assert (_found(store, "call"), _found(store, "bell")) == ([], ["call"])
    change(store, MAP_ID, Set(table="touchpoints", id="call-phone", field="notes", value="busy line"))
    assert _found(store, "busy") == ["call-phone"]
    change(store, MAP_ID, Set(table="touchpoints", id="call-phone", field="notes", value=""))
    assert _found(store, "busy") == []
    change(store, MAP_ID, Remove(table="episodes", id="before"))
    assert _found(store, "bell") == _found(store, "music") == []


def test_the_search_can_be_kept_to_some_maps_and_to_the_best_hits(store: Store) -> None:
    for map_id in ("a", "b", "c"):
        create_full(store, map_id)
    assert {hit.map_id for hit in store.search("music", map_ids=["a", "c"])} == {"a", "c"}
    assert _found(store, "music", map_ids=[]) == []
    assert len(store.search("music", most=2)) == 2


def test_a_name_counts_for_more_than_a_note(store: Store) -> None:
    title = Add(table="maps", id="m", values={"title": "Map", "notes": "about the desk and so on"})
    create(store, "m", title, Add(table="channels", id="c", values={"name": "Desk", "notes": "the place where"}))
    assert _found(store, "desk") == ["c", "m"]


def test_an_archived_map_is_not_found_among_the_others(store: Store) -> None:
    create_full(store)
    store.write(lambda tx: tx.archive(MAP_ID, "now")).result()
    assert _maps(store, "park") == set()
    assert [found.id for found in store.heads(search="park", archived=True)] == [MAP_ID]


_IDS = {"as_is", "item", "node", "person"}
"""Main fields that hold an id, which nobody reads."""


def test_every_table_with_a_text_of_its_own_is_searched(store: Store) -> None:
    """A new table of rows has to be added to the texts by a migration."""
    create_full(store)
    change(store, MAP_ID, *FURTHER)
    for table, kind in ROW_TYPES.items():
        if kind.main_field in kind.references or kind.main_field in _IDS:
            continue
        row = next(iter(store.journey(MAP_ID).tables[table].values()))
        # What is decided keeps the text of a moment that is found by itself: there it is the reason.
        field = kind.main_field if table != "dispositions" else "reason"
        change(store, MAP_ID, Set(table=table, id=row.id, field=field, value=f"unmistakable {table}"))
        assert _found(store, f'"unmistakable {table}"') == [row.id]


@pytest.mark.parametrize(("table", "name"), MARKS)
def test_every_text_is_found_where_its_rule_says_so(store: Store, table: str, name: str) -> None:
    create(store, "map", *marked("m"))
    found = [(hit.table, hit.id) for hit in store.search(MARKS[table, name])]
    row_id = "map" if table == "maps" else f"m-{table}"
    wanted = [(table, row_id)] if name in searched_fields(table) else []
    assert found == wanted, (
        f"A search does not keep to the rule of {table}.{name}. Gather the texts of {table} anew in the migration that "
        f"adds the field: set `gathered` back to revision 0, {searched_fields(table)}."
    )
