"""A shell script that makes the issues on GitHub with its command line, `gh`.

Whatever a map says stands in single quotes, where a shell reads nothing but text.
"""

from collections.abc import Iterator

from journeymap.domain.text.catalogue import say
from journeymap.exchange.trackers.github import LABEL, issue_body, issue_labels
from journeymap.exchange.trackers.work_items import Work, WorkItem

MOST_BELOW = 100
"""So many sub-issues does an issue have on GitHub."""
MOST_IN_AN_HOUR = 480
"""GitHub takes 80 writes a minute and 500 an hour: fewer go with a second between them, more with eight."""

_HEAD = r"""#!/bin/sh
# Run this in a checkout of your repository, or with GH_REPO=OWNER/NAME. It may be run again: what is there stays.
set -eu

rest() { sleep "${PAUSE:-@PAUSE@}"; }

label() {
    if ! printf '%s\n' "$labels" | grep -Fiqx -- "$1"; then
        rest
        gh label create "$1" >/dev/null
    fi
}

# The number of the issue with this id, made where it is not there: id, title, labels, body.
issue() {
    number=$(printf '%s\n' "$known" | sed -n "s/^$1 //p" | head -n 1)
    if [ -n "$number" ]; then
        printf '#%s = %s\n' "$number" "$2"
        return
    fi
    rest
    url=$(printf '%s\n' "$4" | gh issue create --title="$2" --label="$3" --body-file=-)
    number=${url##*/}
    printf '#%s + %s\n' "$number" "$2"
}

epic() {
    issue "$@"
    epic=$number
    below=$(gh api --paginate "repos/{owner}/{repo}/issues/$epic/sub_issues" --jq '.[].number')
}

# Puts the last issue below the last epic.
below() {
    if ! printf '%s\n' "$below" | grep -Fqx -- "$number"; then
        rest
        child=$(gh api "repos/{owner}/{repo}/issues/$number" --jq .id)
        gh api --method=POST "repos/{owner}/{repo}/issues/$epic/sub_issues" --field="sub_issue_id=$child" >/dev/null
    fi
}

labels=$(gh label list --limit=10000 --json=name --jq='.[].name')
known=$(gh issue list --state=all --limit=10000 --label=@LABEL@ --json=number,body --jq='@FIND@')
"""
_FIND = r'.[] | (.number | tostring) as $n | .body | capture("<!-- journeymap: (?<id>[a-z0-9-]+) -->") | "\(.id) \($n)"'


def github_sh(work: Work) -> bytes:
    """The script: labels first, then each epic and below it its stories."""
    return ("\n".join(_lines(work)) + "\n").encode()


def quoted(text: str) -> str:
    """The text for a shell, whatever it holds."""
    return "'" + text.replace("'", "'\"'\"'") + "'"


def _lines(work: Work) -> Iterator[str]:
    if not work.items:
        yield f"#!/bin/sh\nprintf '%s\\n' {quoted(work.nothing)}"
        return
    labels = list(dict.fromkeys(label for item in work.items for label in issue_labels(item)))
    pause = 1 if len(labels) + 2 * len(work.items) <= MOST_IN_AN_HOUR else 8
    yield _HEAD.replace("@PAUSE@", str(pause)).replace("@LABEL@", LABEL).replace("@FIND@", _FIND)
    yield from (f"label {quoted(label)}" for label in labels)
    children = work.children()
    for epic in work.of_kind("epic"):
        yield f"\nepic {_given(epic, work)}"
        for place, story in enumerate(children[epic.id]):
            yield f"issue {_given(story, work)}"
            yield "below" if place < MOST_BELOW else f"printf '%s\\n' {quoted(say('tracker-gh-full', work.language))}"


def _given(item: WorkItem, work: Work) -> str:
    values = (item.id, item.title, ",".join(issue_labels(item)), issue_body(item, work.language))
    return " ".join(map(quoted, values))
