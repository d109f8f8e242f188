"""Issues for GitHub: as data, as files, and by a script that is run with a `gh` that writes down what it got."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeymap.domain.model.journey import Journey
from journeymap.exchange.trackers.github_script import quoted
from tests.support.small_maps import made, sample
from tests.support.tracker_files import AWKWARD, awkward, check_label, check_title, of, park

GH = """#!{python}
import json, os, pathlib, sys
here = pathlib.Path(os.environ["GH_STATE"])
state = {{"calls": [], "labels": ["JourneyMap"], "issues": [], "subs": []}}
state |= json.loads(here.read_text()) if here.exists() else {{}}
args = sys.argv[1:]
reads = "--body-file=-" in args
call = {{"args": args, "stdin": sys.stdin.buffer.read().decode() if reads else ""}}
state["calls"].append(call)
if args[:2] == ["label", "list"]:
    print("\\n".join(state["labels"]))
elif args[:2] == ["label", "create"]:
    if args[2].casefold() in [one.casefold() for one in state["labels"]]:
        sys.exit("there already")
    state["labels"].append(args[2])
elif args[:2] == ["issue", "list"]:
    for number, body in enumerate(state["issues"], 1):
        print(body.split("journeymap: ")[1].split(" ")[0], number)
elif args[:2] == ["issue", "create"]:
    if len(state["issues"]) == int(os.environ.get("GH_BREAKS_AT", "-1")):
        sys.exit("the network is gone")
    state["issues"].append(call["stdin"])
    print(f"https://github.example/o/r/issues/{{len(state['issues'])}}")
elif args[0] == "api" and args[1] == "--paginate":
    print("\\n".join(str(child - 1000) for parent, child in state["subs"] if parent == args[2].split("/")[-2]))
elif args[0] == "api" and args[1] == "--method=POST":
    parent = args[2].split("/")[-2]
    child = int(args[3].removeprefix("--field=sub_issue_id="))
    if [parent, child] in state["subs"]:
        sys.exit("a sub-issue already")
    state["subs"].append([parent, child])
else:
    print(1000 + int(args[1].split("/")[-1]))
here.write_text(json.dumps(state))
"""

Run = Callable[..., dict[str, Any]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a script with a `gh` of ours, and says what that was asked, run after run."""
    tools = tmp_path / "tools"
    tools.mkdir()
    gh = tools / "gh"
    gh.write_text(GH.format(python=sys.executable), encoding="utf-8")
    gh.chmod(0o755)
    shell = shutil.which("sh")
    assert shell

    def run_(script: bytes, *, fails: bool = False, **environment: str) -> dict[str, Any]:
        path = tmp_path / "issues.sh"
        path.write_bytes(script)
        given = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "GH_STATE": str(tmp_path / "state"), "PAUSE": "0"}
        done = subprocess.run([shell, str(path)], env=given | environment, cwd=tools, capture_output=True, check=False)
        assert (done.returncode != 0) is fails, done.stderr.decode()
        state: dict[str, Any] = json.loads((tmp_path / "state").read_text()) if (tmp_path / "state").exists() else {}
        assert [one.name for one in tools.iterdir()] == ["gh"], "a text was run as a command"
        return state | {"said": done.stdout.decode()}

    return run_


def issues_of(state: dict[str, Any]) -> list[tuple[str, list[str], str]]:
    """Title, labels and body of each issue that was made."""
    return [
        (call["args"][2].removeprefix("--title="), call["args"][3].removeprefix("--label=").split(","), call["stdin"])
        for call in state["calls"]
        if call["args"][:2] == ["issue", "create"]
    ]


def small(*texts: str) -> Journey:
    return made(*texts, map={"title": "A visit", "kind": "to-be"})


# As data and as files


@pytest.mark.parametrize("journey", [awkward(), awkward("nl"), sample("to-be")], ids=["awkward", "Dutch", "sample"])
def test_each_issue_is_one_that_github_takes_with_a_hidden_id_and_its_epic(journey: Journey) -> None:
    issues = json.loads(of("stories-github-json", journey))["issues"]
    assert len(issues) == len(journey.episodes) + len(journey.moments)
    seen = set()
    for one in issues:
        assert set(one["issue"]) == {"title", "body", "labels"}
        check_title(one["issue"]["title"])
        assert 0 < len(one["issue"]["body"]) <= 65_536
        assert re.match(f"<!-- journeymap: {one['id']} -->\n\n", one["issue"]["body"])
        assert one["issue"]["labels"][:2] == ["journeymap", one["id"]]
        assert len(one["issue"]["labels"]) <= 100
        for label in one["issue"]["labels"]:
            check_label(label)
        assert (one["type"], one["parent"] in seen) in (("Epic", False), ("Story", True))
        assert one["id"] not in seen
        seen.add(one["id"])


def test_criteria_are_a_list_of_tasks() -> None:
    issues = json.loads(of("stories-github-json", **park()))["issues"]
    assert all("\n- [ ] " in one["issue"]["body"] for one in issues if one["type"] == "Story")


def test_files_hold_the_same_bodies_and_the_list_says_which_is_which() -> None:
    bodies = {one["id"]: one["issue"]["body"] for one in json.loads(of("stories-github-json", awkward()))["issues"]}
    with zipfile.ZipFile(io.BytesIO(of("stories-github-zip", awkward()))) as archive:
        index = json.loads(archive.read("issues.json"))["issues"]
        assert {one["id"]: archive.read(one["file"]).decode().rstrip("\n") for one in index} == bodies
        assert sorted(archive.namelist()) == sorted(["issues.json", *(one["file"] for one in index)])
        assert all("/" not in name and len(name.encode()) < 120 for name in archive.namelist())


# The script


def test_the_script_hands_over_every_text_to_the_letter_and_runs_none_of_them(run: Run) -> None:
    dangerous = [text for text in AWKWARD if text[0] in "-\"'" or any(sign in text for sign in "`$\\|;")]
    journey = small(*dangerous)
    state = run(of("stories-github-sh", journey))
    expected = json.loads(of("stories-github-json", journey))["issues"]
    found = [(title, labels, body.removesuffix("\n")) for title, labels, body in issues_of(state)]
    assert found == [(one["issue"]["title"], one["issue"]["labels"], one["issue"]["body"]) for one in expected]
    for call in state["calls"]:
        assert call["args"][0] in ("label", "issue", "api")
    assert [title for title, _, _ in found] == ["Before", *dangerous]


@pytest.mark.parametrize("text", ["a\nb", "'\n$(x)", "\\", "'", "''", "", "-n", "%s"])
def test_any_text_is_one_argument_of_a_shell(text: str) -> None:
    echo = ["sh", "-c", f"printf '<%s>' {quoted(text)}"]
    assert subprocess.run(echo, capture_output=True, check=True).stdout.decode() == f"<{text}>"


def test_stories_become_sub_issues_by_id_and_labels_exist_before_they_are_used(run: Run) -> None:
    journey = made(episodes=[{"title": title, "moments": [{"text": "One"}, {"text": "Two"}]} for title in ("A", "B")])
    state = run(of("stories-github-sh", journey))
    issues = json.loads(of("stories-github-json", journey))["issues"]
    number = {one["id"]: place for place, one in enumerate(issues, 1)}
    expected = [[str(number[one["parent"]]), 1000 + number[one["id"]]] for one in issues if one["parent"]]
    assert state["subs"] == expected
    known: set[str] = {"journeymap"}
    for call in state["calls"]:
        if call["args"][:2] == ["label", "create"]:
            assert call["args"][2] not in known
            known.add(call["args"][2])
        if call["args"][:2] == ["issue", "create"]:
            assert set(call["args"][3].removeprefix("--label=").split(",")) <= known


def test_run_again_it_changes_nothing(run: Run) -> None:
    script = of("stories-github-sh", small("one", "two"))
    first = run(script)
    again = run(script)
    for kind in ("issues", "subs", "labels"):
        assert again[kind] == first[kind]


@pytest.mark.parametrize("at", ["0", "1", "2"])
def test_after_it_broke_off_it_makes_what_is_missing_and_nothing_twice(run: Run, at: str) -> None:
    script = of("stories-github-sh", small("one", "two"))
    run(script, fails=True, GH_BREAKS_AT=at)
    state = run(script)
    assert len(state["issues"]) == 3
    assert state["subs"] == [["1", 1002], ["1", 1003]]


def test_an_epic_has_at_most_a_hundred_sub_issues() -> None:
    script = of("stories-github-sh", small(*(f"Step {n}" for n in range(103)))).decode()
    assert script.count("\nbelow\n") == 100
    assert script.count("stands by itself") == 3


def test_many_issues_are_made_slower_than_few() -> None:
    assert 'sleep "${PAUSE:-1}"' in of("stories-github-sh", small("one")).decode()
    assert 'sleep "${PAUSE:-8}"' in of("stories-github-sh", small(*(f"Step {n}" for n in range(200)))).decode()


def test_where_there_is_nothing_the_script_says_so_and_asks_nobody(run: Run) -> None:
    same = sample("as-is")
    state = run(of("stories-github-sh", same, as_is=same, only_changed=True))
    assert state["said"] == f"Nothing has changed since “{same.title}”.\n"
    assert "calls" not in state
