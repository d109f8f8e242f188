"""The command line: what it lists, brings in and takes out, and how it says what it does not do."""

import io
import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing

import pytest

from journeymap import __version__
from journeymap.cli import backups, main, maps, sync_command
from journeymap.cli.commands import command_line
from journeymap.cli.run_command import has_screen
from journeymap.exchange.formats import OF_A_MAP, offered
from tests.support.server_process import MODULE, environment

PARK = "nature-park"
COMMANDS = ("run", *maps.COMMANDS, *sync_command.COMMANDS, *backups.COMMANDS)
EXAMPLE = re.compile(r"^        journeymap (.*)$", re.MULTILINE)


@pytest.fixture
def cli(tmp_path, monkeypatch, capsys):
    """Run a command on a database of its own: the exit code, what it said, what it complained about."""
    monkeypatch.setenv("JOURNEYMAP_DATABASE", str(tmp_path / "maps.db"))
    monkeypatch.setenv("JOURNEYMAP_LANGUAGE", "en")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.chdir(tmp_path)

    def run(*words):
        with pytest.raises(SystemExit) as end:
            main([str(word) for word in words])
        said = capsys.readouterr()
        return end.value.code, said.out, said.err

    return run


@pytest.fixture
def park(cli):
    """The same, with the nature park loaded."""
    assert cli("sample", PARK)[0] == 0
    return cli


@pytest.fixture
def table(tmp_path):
    """A small spreadsheet whose columns are named in words of its own."""
    file = tmp_path / "interviews.csv"
    file.write_text(
        "Fase,Stap,Wens\nOntdekken,Leest het magazine,Inspiratie\nBezoek,Meldt zich bij de balie,Welkom zijn\n"
    )
    return file


def refused(answer, *words):
    code, said, complaint = answer
    assert (code, said) == (1, "")
    assert len(complaint.splitlines()) == 1
    for word in words:
        assert word in complaint


def titles(cli):
    """The titles of all maps."""
    _, said, _ = cli("maps")
    return [re.split(r"  +", line)[1] for line in said.splitlines()[1:]]


# Help


def test_the_version_is_the_packages(cli):
    assert cli("--version") == (0, f"{__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(cli, command):
    code, said, _ = cli(command, "--help")
    assert code == 0
    assert "For example" in said
    assert f"journeymap {command}" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_in_the_help_is_a_command_that_is_understood(command):
    app = command_line()
    examples = EXAMPLE.findall(app[command].help)
    assert examples
    for example in examples:
        function, _, _ = app.parse_args(example, exit_on_error=False, print_error=False)
        assert function is app[command].default_command


@pytest.mark.parametrize(
    "words",
    [("fly",), ("maps", "--fast"), ("run", "--port", "many"), ("import",), ("import", "x.csv", "--kind", "was")],
)
def test_words_that_are_not_understood_end_with_2(cli, words):
    code, _, complaint = cli(*words)
    assert code == 2
    assert complaint


def test_the_module_is_the_command():
    said = subprocess.run([*MODULE, "--version"], env=environment(), capture_output=True, text=True, check=True)
    assert said.stdout.strip() == __version__


# Maps and samples


def test_without_a_database_reading_makes_none(cli, tmp_path):
    for words in (("maps",), ("export", "x"), ("backup", "copy.zip")):
        refused(cli(*words), "maps.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_says_what_to_do_first(cli, tmp_path):
    assert cli("sample")[0] == 0
    assert "journeymap import" in cli("maps")[1]


def test_samples_are_listed_and_loaded_with_their_to_be(cli):
    assert PARK in cli("sample")[1]
    code, said, _ = cli("sample", PARK)
    assert code == 0
    assert len(titles(cli)) == 2
    assert any(title in said for title in titles(cli))


def test_an_unknown_sample_is_refused_with_the_ones_there_are(cli):
    refused(cli("sample", "moon"), "moon", PARK)


def test_the_list_can_be_searched(park):
    assert len(park("maps", "--search", "park")[1].splitlines()) > 1
    assert "journeymap import" in park("maps", "--search", "xylophone")[1]


def test_a_reader_who_leaves_early_gets_no_traceback(park, tmp_path):
    variables = environment(database=tmp_path / "maps.db")
    with subprocess.Popen([*MODULE, "maps"], env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        listing.stdout.close()
        assert b"Traceback" not in listing.stderr.read()
        assert b"BrokenPipe" not in listing.stderr.read()


# Export


@pytest.mark.parametrize("name", ["title", "TITLE", "id"])
def test_a_map_is_found_by_title_or_id(park, name):
    line = re.split(r"  +", park("maps")[1].splitlines()[1])
    wanted = {"title": line[1], "TITLE": line[1].upper(), "id": line[0]}[name]
    code, said, _ = park("export", wanted)
    assert code == 0
    assert json.loads(said)["map"]["title"] == line[1]


def test_no_file_in_a_folder_overwrites_another(cli, tmp_path):
    """Formats of one suffix, all stories and those that changed, and maps whose titles are alike."""
    folder = tmp_path / "out"
    folder.mkdir()
    for at, title in enumerate(("A visit", "a visit!", "A visit stories")):
        document = {
            "format": "journeymap",
            "version": 1,
            "identity": f"map{at}",
            "map": {"title": title, "kind": "to-be"},
        }
        (tmp_path / "one.json").write_text(json.dumps(document), encoding="utf-8")
        assert cli("import", tmp_path / "one.json", "--yes")[0] == 0
    wanted = [
        (title, *words)
        for title in ("A visit", "a visit!", "A visit stories")
        for words in (("json",), ("stories-json",), ("stories-json", "--only-changed"), ("stories-csv",))
    ]
    for title, name, *more in wanted:
        assert cli("export", title, "--format", name, "-o", folder, *more)[0] == 0
    assert len(list(folder.iterdir())) == len(wanted)


def test_of_a_to_be_the_stories_that_stay_as_they_are_are_taken_only_when_asked_for(park):
    to_be = next(title for title in titles(park) if "one plan" in title)
    changed, every = (
        json.loads(park("export", to_be, "--format", "stories-json", *more)[1])["epics"]
        for more in ((), ("--all-stories",))
    )
    assert sum(len(epic["stories"]) for epic in changed) < sum(len(epic["stories"]) for epic in every) == 44


def test_an_exported_map_can_be_brought_in_again_unchanged(park, tmp_path):
    title = titles(park)[0]
    assert park("export", title, "--output", tmp_path / "map.json")[0] == 0
    assert park("import", tmp_path / "map.json", "--yes", "--title", "A copy", "--again")[0] == 0
    assert "A copy" in titles(park)
    first = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    second = json.loads(park("export", "A copy")[1])
    assert second["map"].pop("title") == "A copy"
    first["map"].pop("title")
    assert second.pop("identity") != first.pop("identity"), "a copy is another map"
    assert second == first


@pytest.mark.parametrize("name", [*(one.name for one in offered(*OF_A_MAP)), *maps.SHORT])
def test_every_format_can_be_written_into_a_folder(park, tmp_path, name):
    (tmp_path / "out").mkdir()
    code, said, _ = park("export", titles(park)[0], "--format", name, "-o", tmp_path / "out")
    assert code == 0
    (file,) = (tmp_path / "out").iterdir()
    assert str(file) in said
    assert file.stat().st_size > 500


def test_the_help_names_every_format(cli):
    words = cli("export", "--help")[1].replace("│", " ").split()
    assert {*(one.name for one in offered(*OF_A_MAP)), *maps.SHORT} <= {word.strip("(),.:") for word in words}


def test_an_unknown_format_is_refused_with_the_ones_there_are(park):
    refused(park("export", titles(park)[0], "--format", "stone"), "stone", "json", "csv")


def test_an_unknown_map_is_refused(park):
    refused(park("export", "The moon"), "The moon")


def test_a_title_that_two_maps_have_is_refused_with_their_ids(park):
    park("sample", PARK)
    title = titles(park)[0]
    code, _, complaint = park("export", title)
    assert code == 1
    ids = [line.split()[0] for line in park("maps")[1].splitlines()[1:] if title in line]
    assert all(one in complaint for one in ids)


def test_a_file_that_cannot_be_written_leaves_what_was_there(park, tmp_path):
    (tmp_path / "file").write_text("mine")
    refused(park("export", titles(park)[0], "-o", tmp_path / "file" / "map.json"), "map.json")
    assert (tmp_path / "file").read_text() == "mine"
    assert not list(tmp_path.glob("**/*.part"))


# Import


def test_a_preview_shows_what_would_be_written_and_writes_nothing(cli, table):
    code, said, _ = cli("import", table, "--map", "Fase=episode", "--map", "Stap=moment", "--preview")
    assert code == 0
    assert "Fase" in said
    assert "Leest het magazine" in said
    assert titles(cli) == []


def test_columns_can_be_given_a_meaning(cli, table):
    words = ("import", table, "--title", "Een dag", "--map", "Fase=episode", "--map", "Stap=moment", "--yes")
    assert cli(*words)[0] == 0
    assert titles(cli) == ["Een dag"]
    exported = json.loads(cli("export", "Een dag")[1])
    assert [episode["title"] for episode in exported["episodes"]] == ["Ontdekken", "Bezoek"]


def test_without_a_title_the_map_is_called_after_the_file(cli, table):
    assert cli("import", table, "--map", "Fase=episode", "--map", "Stap=moment", "--yes")[0] == 0
    assert titles(cli) == ["interviews"]


def test_nobody_at_the_keyboard_means_nothing_is_written(cli, table):
    code, said, complaint = cli("import", table, "--map", "Fase=episode", "--map", "Stap=moment")
    assert code == 1
    assert "--yes" in complaint
    assert said
    assert titles(cli) == []


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_a_person_is_asked_and_answers(cli, table, monkeypatch, answer, written):
    keyboard = io.StringIO(answer)
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", keyboard)
    assert cli("import", table, "--map", "Fase=episode", "--map", "Stap=moment")[0] == 0
    assert bool(titles(cli)) is written


def test_a_column_without_a_meaning_is_refused(cli, table):
    refused(cli("import", table, "--map", "Stap", "--yes"), "Stap")


def test_a_file_that_is_not_there_is_refused(cli):
    refused(cli("import", "nowhere.csv"), "nowhere.csv")


@pytest.mark.parametrize("content", [b"", b"{", b"\x00\x01\x02" * 900, b'{"format": "something else"}'])
@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_a_file_that_cannot_be_read_is_refused_and_nothing_is_written(cli, tmp_path, content, suffix):
    file = tmp_path / f"file.{suffix}"
    file.write_bytes(content)
    code, _, complaint = cli("import", file, "--yes")
    assert code == 1
    assert "Traceback" not in complaint
    assert titles(cli) == []


# Backups


def test_a_backup_comes_back_with_maps_and_key(park, tmp_path):
    before, key = titles(park), (tmp_path / "maps.key").read_text()
    code, said, _ = park("backup", tmp_path / "friday.zip")
    assert code == 0
    assert str(tmp_path / "friday.zip") in said
    (tmp_path / "maps.db").unlink()
    (tmp_path / "maps.key").unlink()
    assert park("restore", tmp_path / "friday.zip", "--yes")[0] == 0
    assert titles(park) == before
    assert (tmp_path / "maps.key").read_text() == key
    assert (tmp_path / "maps.key").stat().st_mode & 0o777 == 0o600


def test_a_backup_in_a_folder_is_called_by_the_time(park, tmp_path):
    (tmp_path / "backups").mkdir()
    assert park("backup", tmp_path / "backups")[0] == 0
    (made,) = (tmp_path / "backups").iterdir()
    assert re.fullmatch(r"journeymap-\d{4}-\d\d-\d\d-\d{6}\.zip", made.name)


def test_a_dry_run_says_what_a_backup_holds_and_changes_nothing(park, tmp_path):
    park("backup", tmp_path / "friday.zip")
    park("sample", "nature-park")
    files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    code, said, complaint = park("restore", tmp_path / "friday.zip", "--dry-run")
    assert (code, complaint) == (0, "")
    assert "2 maps with 103 micro-moments" in said
    assert __version__ in said
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == files


def test_what_was_there_is_kept_under_another_name(park, tmp_path):
    park("backup", tmp_path / "friday.zip")
    park("sample", "nature-park")
    assert len(titles(park)) == 4
    code, said, _ = park("restore", tmp_path / "friday.zip", "--yes")
    assert code == 0
    assert len(titles(park)) == 2
    (kept,) = tmp_path.glob("maps-before-*.db")
    assert str(kept) in said
    assert len(park("maps", "--database", kept)[1].splitlines()[1:]) == 4


def test_nobody_at_the_keyboard_has_agreed(park, tmp_path):
    park("backup", tmp_path / "friday.zip")
    before = (tmp_path / "maps.db").read_bytes()
    code, _, complaint = park("restore", tmp_path / "friday.zip")
    assert code == 1
    assert "--yes" in complaint
    assert "--dry-run" in complaint
    assert (tmp_path / "maps.db").read_bytes() == before


def test_a_key_that_is_a_setting_is_not_in_the_backup_and_told_apart(park, tmp_path, monkeypatch):
    monkeypatch.setenv("JOURNEYMAP_SECRET", "s" * 40)
    assert "JOURNEYMAP_SECRET" in park("backup", tmp_path / "friday.zip")[1]
    with zipfile.ZipFile(tmp_path / "friday.zip") as made:
        assert "journeymap.key" not in made.namelist()
        assert b"ssss" not in made.read("contents.json")
    assert park("restore", tmp_path / "friday.zip", "--dry-run")[2] == ""
    monkeypatch.setenv("JOURNEYMAP_SECRET", "t" * 40)
    assert "seat" in park("restore", tmp_path / "friday.zip", "--dry-run")[2]
    monkeypatch.delenv("JOURNEYMAP_SECRET")
    assert "key" in park("restore", tmp_path / "friday.zip", "--dry-run")[2]


def test_a_plain_copy_of_a_database_is_restored_too(park, tmp_path):
    with closing(sqlite3.connect(tmp_path / "maps.db")) as source, closing(sqlite3.connect(tmp_path / "old.db")) as old:
        source.backup(old)
    park("sample", "nature-park")
    assert park("restore", tmp_path / "old.db", "--yes")[0] == 0
    assert len(titles(park)) == 2


def test_a_backup_never_replaces_the_database_itself(park, tmp_path):
    before = titles(park)
    refused(park("backup", tmp_path / "maps.db"), "maps.db")
    assert titles(park) == before


def test_a_backup_that_cannot_be_made_is_refused(park, tmp_path):
    (tmp_path / "file").write_text("mine")
    refused(park("backup", tmp_path / "file" / "copy.zip"), "copy.zip")


# Language and screen


def test_answers_and_refusals_speak_the_chosen_language(cli, monkeypatch):
    monkeypatch.setenv("JOURNEYMAP_LANGUAGE", "nl")
    refused(cli("maps"), "nog geen kaarten")


@pytest.mark.parametrize(
    ("variables", "platform", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}, "linux", False),
        ({"DISPLAY": ":0", "CI": "true"}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_browser_is_opened_only_where_there_is_a_screen(variables, platform, screen):
    assert has_screen(variables, platform) is screen


def test_what_a_table_leaves_open_is_said_on_the_command_line(cli, tmp_path):
    file = tmp_path / "scores.csv"
    file.write_text("Phase,Step,Satisfaction\nBefore,waits,1\nThere,is helped,5\n", encoding="utf-8")
    code, _, complaint = cli("import", file, "--yes")
    assert code == 1
    assert "Satisfaction: these numbers can be on more than one scale" in complaint
    code, said, _ = cli("import", file, "--scale", "Satisfaction=1..5", "--yes")
    assert code == 0
    assert "a row for every micro-moment" in said
    code, _, complaint = cli("import", file, "--scale", "Satisfaction=0..7", "--yes")
    assert code == 1
    assert "It is one of: -2..2, 1..5" in complaint


def test_a_table_brings_a_map_up_to_date_from_the_command_line(cli, tmp_path):
    file = tmp_path / "visit.csv"
    file.write_text("ID,Phase,Moment\na,Before,I call\nb,Before,I wait\n", encoding="utf-8")
    assert cli("import", file, "--title", "A visit", "--yes")[0] == 0
    file.write_text("ID,Phase,Moment\na,Before,I phone\n,Before,I pay\n", encoding="utf-8")
    code, said, _ = cli("import", file, "--update", "A visit", "--yes")
    assert code == 0
    for line in ("~ I call · Micro-moment: I call → I phone", "+ I pay (micro-moment)", "? I wait (micro-moment)"):
        assert line in said
    assert "--remove-missing" in said
    code, said, _ = cli("import", file, "--update", "A visit", "--remove-missing", "--yes")
    assert code == 0
    assert "- I wait (micro-moment)" in said
    _, exported, _ = cli("export", "A visit", "--format", "csv")
    assert "I phone" in exported
    assert "I wait" not in exported
