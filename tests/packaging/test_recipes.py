"""Whoever follows a recipe of CONTRIBUTING.md to the letter, and does no more, is done: each is followed in a copy."""

from pathlib import Path

from tests.support.recipes import Edit, copy_tree, recipe, run
from tests.support.server_process import ROOT

FIELD, SCREEN, EXPORT = "Add a field to a row", "Add a screen", "Add an export"

RECIPES = (FIELD, SCREEN, EXPORT)

STAYS_GREEN = (
    "tests/domain/model/test_field_rules.py",
    "tests/domain/text/test_catalogue.py",
    "tests/exchange/test_csv_files.py::test_every_text_is_in_the_csv_where_its_rule_gives_it_a_column_and_comes_back",
    "tests/exchange/test_csv_files.py::test_every_field_of_a_moment_comes_back_from_the_csv",
    "tests/exchange/test_document.py::test_the_published_schema_is_the_one_the_program_has",
    "tests/exchange/test_formats.py::test_every_format_makes_a_file_of_any_map[moments-txt]",
    "tests/exchange/test_map_status.py::test_unless_it_is_known_to_be_validated_it_says_that_it_is_not[moments-txt-en]",
    "tests/exchange/test_plain_moments.py",
    "tests/exchange/test_stories.py::test_every_text_is_in_the_stories_where_its_rule_says_so",
    "tests/storage/test_contract_search.py::test_every_text_is_found_where_its_rule_says_so",
    "tests/storage/test_migrations.py",
    "tests/storage/test_schema.py::test_every_field_of_the_domain_has_a_column",
    "tests/storage/test_schema.py::test_every_column_has_its_fields_type",
    "tests/ui/test_board_texts.py",
    "tests/ui/test_glance.py",
    "tests/ui/test_outline.py",
    "tests/ui/test_shell.py::test_every_page_has_a_name_and_says_what_it_is_good_for",
    "tests/ui/test_shell.py::test_every_page_has_its_file_and_every_file_its_place_in_the_navigation",
    "tests/ui/test_shell.py::test_every_page_opens_in_both_languages",
    "tests/ui/test_shell.py::test_a_page_without_a_map_offers_the_maps",
    "tests/ui/test_shell.py::test_no_page_can_be_opened_past_the_guard",
)
"""What has an opinion on a field, a screen or a format."""

SAYS_WHAT_IS_LEFT_OUT = {
    "tests/domain/model/test_field_rules.py::test_every_field_has_a_rule_and_every_rule_a_field": (
        "What happens to these fields when rows are merged, compared, searched and taken away?"
    ),
    "tests/domain/text/test_catalogue.py::test_every_field_has_a_name_in_every_language": "field-moments-weather",
    "tests/storage/test_schema.py::test_every_field_of_the_domain_has_a_column": "Add a migration to",
    "tests/domain/model/test_field_rules.py::test_every_field_is_tried_by_the_random_journeys": (
        "Say in FIELDS of tests/support/random_values.py what these may hold"
    ),
    "tests/ui/test_board_texts.py::test_every_field_of_a_row_stands_in_its_panel": "'moments', 'weather'",
    "tests/exchange/test_document.py::test_the_published_schema_is_the_one_the_program_has": (
        "write it anew: python -m journeymap.exchange.schema"
    ),
    "tests/ui/test_shell.py::test_every_page_has_a_name_and_says_what_it_is_good_for": (
        "Add these texts to data/texts/en/: shell-page-glance, shell-page-glance-help"
    ),
    "tests/exchange/test_formats.py::test_every_format_says_in_every_language_what_it_is_called_and_good_for": (
        "exchange-format-moments-txt"
    ),
}
"""What fails where a step is left out, and what it says."""


def test_recipes_that_were_followed_leave_everything_green_and_do_what_they_are_for(tmp_path: Path) -> None:
    tree = copy_tree(tmp_path / "copy")
    for n, name in enumerate(RECIPES):
        recipe(name).follow(tree)
        (tree / "tests" / f"test_what_it_is_for_{n}.py").write_text(WHAT_IT_IS_FOR[name].lstrip(), encoding="utf-8")
    code, said = run(
        tree, "pytest", "-q", *_QUIET, *STAYS_GREEN, *(str(path) for path in tree.glob("tests/test_what*"))
    )
    assert code == 0, said[-6_000:]
    for check in (("ruff", "check", "--no-cache", "."), ("ruff", "format", "--no-cache", "--check", ".")):
        code, said = run(tree, *check)
        assert code == 0, said


def test_each_step_that_is_left_out_is_named_by_a_test(tmp_path: Path) -> None:
    tree = copy_tree(tmp_path / "copy")
    code_alone = {
        FIELD: ("journeymap/domain/model/rows.py",),
        SCREEN: ("journeymap/ui", "pages"),
        EXPORT: ("journeymap/exchange",),
    }
    for name, places in code_alone.items():
        for step in recipe(name).steps:
            if isinstance(step, Edit) and step.path.startswith(places):
                step.apply(tree)
    code, said = run(tree, "pytest", "-q", *_QUIET, *SAYS_WHAT_IS_LEFT_OUT)
    assert code == 1, said[-3_000:]
    assert [sentence for sentence in SAYS_WHAT_IS_LEFT_OUT.values() if sentence not in said] == [], said[-6_000:]


def test_every_recipe_is_followed() -> None:
    said = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, _, recipes = said.partition("\n## Recipes\n")
    assert tuple(line.removeprefix("### ") for line in recipes.splitlines() if line.startswith("### ")) == RECIPES


_QUIET = ("-p", "no:cacheprovider")

WHAT_IT_IS_FOR = {
    FIELD: """
from itertools import count

from journeymap.domain.changes.copy import copy_changes, to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.merge import merge_changes, merge_moments
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.rows import Moment
from journeymap.exchange.csv_files import map_csv, stories_csv
from journeymap.exchange.markdown import stories_markdown
from journeymap.exchange.stories import stories
from journeymap.ui.components.board.facts import facts, rows
from journeymap.ui.outline import draw_outline
from journeymap.ui.screens.compare.moment_changes import changes_in_words
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.history import screen
from tests.support.app import app_in
from tests.support.small_maps import made

SAID = {"text": "I wait", "weather": "drizzle"}
IDS = count()


def new_id() -> str:
    return f"new-{next(IDS)}"


def test_the_weather_survives_a_merge() -> None:
    journey = made({"id": "a", "text": "I wait"}, {"id": "b", **SAID})
    for merge in (merge_moments(journey, "a", "b", new_id), merge_changes(journey, "a", ["b"], new_id)):
        assert perform(journey, merge)[0].get(Moment, "a").weather == "drizzle"
    journey = perform(journey, [Set(table="moments", id="a", field="weather", value="sun")])[0]
    kept = perform(journey, merge_changes(journey, "a", ["b"], new_id))[0].get(Moment, "a")
    assert (kept.weather, kept.notes) == ("sun", "Weather: drizzle")


def test_the_weather_is_taken_away_and_copied() -> None:
    journey = made(SAID)
    assert "Weather" in map_csv(journey).decode("utf-8-sig").splitlines()[0]
    assert '"drizzle"' in map_csv(journey).decode("utf-8-sig")
    told = stories(journey)
    assert "- **Weather**: drizzle" in stories_markdown(journey, told)
    for flavour in ("spreadsheet", "tracker"):
        assert '"drizzle"' in stories_csv(journey, told, flavour).decode("utf-8-sig")
    for changes in (copy_changes(journey, "map"), to_be_changes(journey, "map", "To be")):
        assert perform(Journey("map"), changes)[0].moments[0].weather == "drizzle"


def test_other_weather_is_compared_and_told() -> None:
    as_is = made(SAID)
    to_be = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "To be"))[0]
    to_be = perform(to_be, [Set(table="moments", id=to_be.moments[0].id, field="weather", value="sun")])[0]
    pair = Pair(as_is, to_be)
    assert pair.comparison.fates[0].changed == ("weather",)
    assert changes_in_words(pair, pair.comparison.fates[0], "en") == ("Weather: “drizzle” → “sun”",)


def test_the_board_and_its_panel_know_the_weather() -> None:
    assert rows()["defaults"]["moments"]["weather"] == ""
    assert "weather" in rows()["searched"]["moments"]
    assert facts("nl")["fields"]["moments"]["weather"]["widget"] == "line"


def test_the_weather_is_found_by_a_search_and_read_in_the_outline(tmp_path, monkeypatch) -> None:
    with app_in(tmp_path) as app:
        episode = Add(table="episodes", id="e", values={"title": "Before"})
        app.new_map("A visit", episode, Add(table="moments", id="m", parent="e", values=SAID))
        assert [hit.id for hit in app.service.maps.search(app.owner, "drizzle")] == ["m"]
        monkeypatch.setattr(screen, "draw_history", lambda: draw_outline(made(SAID)))
        assert "Weather: drizzle" in app.open("history", map=app.new_map("Another")).said
""",
    SCREEN: """
import pytest

from journeymap.domain.model.operations import Add
from tests.support.app import app_in


@pytest.mark.parametrize(("language", "name"), [("en", "Micro-moments"), ("nl", "Micromomenten")])
def test_the_screen_shows_a_map_in_both_languages(tmp_path, language: str, name: str) -> None:
    with app_in(tmp_path) as app:
        episode = Add(table="episodes", id="e", values={"title": "Before"})
        map_id = app.new_map("A visit", episode, Add(table="moments", id="m", parent="e", values={"text": "I call"}))
        metric = app.open("glance", language=language, map=map_id).metric[0]
        assert (metric.label, metric.value) == (name, "1")
""",
    EXPORT: """
import pytest

from journeymap.cli.commands import command_line
from tests.support.api_clients import opened
from tests.support.app import app_in


def test_the_format_is_on_the_screen(tmp_path) -> None:
    with app_in(tmp_path) as app:
        screen = app.open("map", map=app.new_map("A visit")).press("Take away")
        links = [link.proto.label for link in screen.get("link_button")]
        assert "Micro-moments (text)" in links


def test_the_format_is_in_the_api_and_its_description(tmp_path) -> None:
    with opened(tmp_path) as room:
        described = room.client().get("/api/openapi.json").json()["paths"]["/maps/{map_id}/export"]["get"]
        assert "`moments-txt`: Micro-moments (text)" in described["description"]
        answer = room.program("observer").get(f"/api/maps/{room.map_id}/export?format=moments-txt")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_the_format_stands_in_the_help_of_the_command(capsys) -> None:
    with pytest.raises(SystemExit):
        command_line()(["export", "--help"])
    assert "moments-txt" in capsys.readouterr().out
""",
}
"""What each was followed for, as a test of its own in the copy."""
