"""Tables for Jira, Azure DevOps, Linear and Redmine, each held to what its vendor's documentation says."""

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from journeymap.domain.model.journey import Journey
from journeymap.exchange.stories import stories
from journeymap.exchange.trackers.bodies import JIRA, PLAIN
from tests.support.journeys import journeys
from tests.support.small_maps import made, sample
from tests.support.tracker_files import AWKWARD, awkward, check_label, check_text, check_title, of, park, table

Check = Callable[[bytes, Journey], None]
ID = re.compile(r"jm-[0-9a-f]{12}")


def counted(journey: Journey) -> tuple[int, int, int]:
    """How many epics, stories and tasks a file of the whole map has."""
    made = [story for epic in stories(journey) for story in epic.stories]
    return len(journey.episodes), len(made), sum(len(story.tasks) for story in made)


# What the vendors say


def check_jira(content: bytes, journey: Journey) -> None:
    """Atlassian: a Summary; parents above whatever is below them, `Parent` their `Issue ID`; a column a label."""
    header, rows = table(content)
    first = header.index("Labels")
    assert header[:first] == ["Issue Type", "Issue ID", "Parent", "Summary", "Description", "Priority"]
    assert set(header[first:]) == {"Labels"}
    kinds = [row[0] for row in rows]
    epics, of_map, tasks = counted(journey)
    assert kinds == ["Epic"] * epics + ["Story"] * of_map + ["Sub-task"] * tasks
    numbers = [row[1] for row in rows]
    assert len(set(numbers)) == len(numbers)
    assert all(number.isdigit() for number in numbers)
    for row in rows:
        above = {"Epic": [""], "Story": numbers[:epics], "Sub-task": numbers[epics : epics + of_map]}
        assert row[2] in above[row[0]]
        assert row[5] in (("Highest", "High", "Medium", "Low") if row[0] == "Story" else ("",))
        check_title(row[3])
        check_text(row[3])
        check_text(row[4])
        assert row[4][0].isalpha()
        assert 0 < len(row[4]) <= 32_767
        labels = [label for label in row[first:] if label]
        assert row[first:] == labels + [""] * (len(row) - first - len(labels)), "no hole among labels"
        for label in labels:
            check_label(label)
        assert ID.fullmatch(labels[0])
        assert labels[0] in row[4], "the stable id is in the text, too"
    assert len({row[first] for row in rows}) == len(rows)


def check_azure(story: str, *, apart: bool) -> Check:
    """Microsoft: `ID` empty in what is new; `Title 1` above `Title 2`; HTML; tags by semicolons; Basic: no criteria."""

    def check(content: bytes, journey: Journey) -> None:
        header, rows = table(content)
        criteria = ["Acceptance Criteria"] if apart else []
        titles = ["Title 1", "Title 2", "Title 3"]
        points = "Story Points" if story == "User Story" else "Effort"
        assert header == ["ID", "Work Item Type", *titles, "Description", *criteria, "Priority", points, "Tags"]
        epics, of_map, tasks = counted(journey)
        assert Counter(row[1] for row in rows) == +Counter({"Epic": epics, story: of_map, "Task": tasks})
        seen = False
        for row in rows:
            assert row[0] == ""
            assert [bool(cell) for cell in row[2:5]] == [row[1] == kind for kind in ("Epic", story, "Task")]
            seen = seen or row[1] == "Epic"
            assert seen, "nothing stands below before there is something above"
            check_title("".join(row[2:5]))
            check_text("".join(row[2:5]))
            for html in row[5:-3]:
                check_text(html)
                check_html(html)
            assert row[5][0].isalpha()
            assert row[-3] in (("1", "2", "3", "4") if row[1] == story else ("",))
            assert not row[-2] or (row[1] == story and float(row[-2]) >= 0)
            tags = row[-1].split("; ")
            assert ID.fullmatch(tags[0])
            for tag in tags:
                check_label(tag)

    return check


def check_linear(content: bytes, journey: Journey) -> None:
    """Linear: its own header; a priority in its own words; labels by a comma and a space; no epics."""
    header, rows = table(content)
    assert header == ["Title", "Description", "Status", "Estimate", "Priority", "Assignee", "Labels"]
    assert len(rows) == counted(journey)[1]
    for title, text, status, estimate, priority, assignee, labels in rows:
        check_title(title)
        check_text(title)
        check_text(text)
        assert (status, assignee) == ("", "")
        assert not estimate or float(estimate) >= 0
        assert priority in ("Urgent", "High", "Medium", "Low")
        for label in labels.split(", "):
            check_label(label)
        assert text.endswith(f"Journeymap: {labels.split(', ')[0]}")


def check_redmine(content: bytes, journey: Journey) -> None:
    """Redmine: its own names of columns; 255 characters of subject; a parent by the `unique_id` of a row above."""
    header, rows = table(content)
    assert header == ["unique_id", "tracker", "subject", "description", "priority", "parent_issue_id", "Journey ID"]
    seen: set[str] = set()
    for unique, tracker, subject, text, priority, parent, ours in rows:
        assert priority in (("Urgent", "High", "Normal", "Low") if tracker == "User story" else ("",))
        assert unique not in seen
        assert ID.fullmatch(unique)
        assert ours == unique
        assert (tracker, bool(parent)) in (("Epic", False), ("User story", True))
        assert not parent or parent in seen
        check_title(subject)
        check_text(subject)
        check_text(text)
        assert len(text.encode()) <= 65_535
        seen.add(unique)
    assert len(rows) == sum(counted(journey)[:2])


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in ("br", "ul", "li", "b"), tag
        assert not attrs
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check_html(html: str) -> None:
    """Only our own few elements, all closed; none of a map."""
    tags = _Tags()
    tags.feed(html)
    tags.close()
    assert tags.open == []


CHECKS: dict[str, Check] = {
    "stories-jira-csv": check_jira,
    "stories-azure-agile-csv": check_azure("User Story", apart=True),
    "stories-azure-scrum-csv": check_azure("Product Backlog Item", apart=True),
    "stories-azure-basic-csv": check_azure("Issue", apart=False),
    "stories-linear-csv": check_linear,
    "stories-redmine-csv": check_redmine,
}


# Whatever a map holds


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_awkward_texts_make_a_file_that_is_imported_as_it_is(name: str, language: str) -> None:
    CHECKS[name](of(name, awkward(language)), awkward(language))


@pytest.mark.parametrize("name", CHECKS)
def test_the_sample_makes_a_file_that_is_imported_as_it_is(name: str) -> None:
    CHECKS[name](of(name, **park()), sample("to-be"))


@settings(max_examples=30)
@given(journeys(max_size=20))
def test_any_map_makes_files_that_are_imported_as_they_are(journey: Journey) -> None:
    for name, check in CHECKS.items():
        check(of(name, journey), journey)


@pytest.mark.parametrize("name", CHECKS)
def test_a_map_without_moments_has_its_epics_and_an_empty_one_a_header(name: str) -> None:
    for journey in (made(), made(episodes=[])):
        CHECKS[name](of(name, journey), journey)


@pytest.mark.parametrize("name", CHECKS)
def test_a_file_is_the_same_whenever_it_is_made(name: str) -> None:
    assert of(name, awkward()) == of(name, awkward())


def test_titles_stay_to_the_letter_where_they_are_no_formula_and_short_enough() -> None:
    _, rows = table(of("stories-jira-csv", awkward()))
    titles = [row[3] for row in rows if row[0] == "Story"]
    exact = [text for text in AWKWARD if text[0] not in "=+-@＝\u200b" and len(text.encode("utf-16-le")) <= 510]
    assert [title for title in titles if title in exact] == exact
    assert "Title: -1+1" in titles
    assert titles.count("Twice") == 2


def test_what_fits_no_field_stands_in_the_text_and_what_is_long_is_whole_there() -> None:
    _, rows = table(of("stories-jira-csv", **park()))
    stories = {row[3]: row[4] for row in rows if row[0] == "Story"}
    text = stories["See on the website what fits our weekend"]
    for said in (
        "It is done when each of these holds:",
        "Replaces",
        "Search for something to do this weekend",
        "Not validated by customers",
    ):
        assert said in text
    _, rows = table(of("stories-redmine-csv", awkward()))
    assert any("x" * 280 in row[3] and row[2] == f"{'x' * 254}…" for row in rows)


def test_no_text_of_a_map_is_markup_of_jira_or_a_macro_of_redmine() -> None:
    _, rows = table(of("stories-jira-csv", awkward()))
    assert not any(re.search(r"(?<!\\)[{\[]", row[4]) for row in rows)
    _, rows = table(of("stories-redmine-csv", awkward()))
    assert not any("{{" in row[3] for row in rows)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("I see *all* of it", r"I see \*all* of it"),
        ("use snake_case_name", "use snake_case_name"),
        ("see _this_ and -that-", r"see \_this_ and \-that-"),
        ("5 - 3, e-mail, 2*3", "5 - 3, e-mail, 2*3"),
        ("??who?? said | so", r"\??who\?? said \| so"),
        ("done (/) or (x) :) ;)", r"done \(/) or \(x) \:) \;)"),
        ("Note: (see below) (2)", "Note: (see below) (2)"),
        ("لا *تنس*", r"لا \*تنس*"),
    ],
)
def test_what_jira_would_mark_up_stays_as_it_was_typed(typed: str, kept: str) -> None:
    assert JIRA.text(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "!http://elsewhere.example/p.png!", '"Log in here":http://elsewhere.example', "<pre>x",
        "![x](http://elsewhere.example)",
        "<img src=x>", "[here](http://elsewhere.example)", "@admin", "see #12", "{{include(x)}}", "!{{x}}",
    ],
)  # fmt: skip
def test_what_redmine_would_make_a_link_a_picture_or_a_tag_stays_a_text(typed: str) -> None:
    kept = PLAIN.text(typed)
    assert kept.replace("\u200b", "") == typed
    assert not re.search(r'![\[\w]|":\S|<\w|\]\(|@\w|#\d|\{\{', kept)


def test_azures_basic_process_has_its_criteria_in_the_description() -> None:
    _, rows = table(of("stories-azure-basic-csv", **park()))
    assert all("It is done when each of these holds:" in row[5] for row in rows if row[1] == "Issue")
    _, rows = table(of("stories-azure-agile-csv", **park()))
    assert all(
        row[6].startswith("It is done when each of these holds:<ul><li>") for row in rows if row[1] == "User Story"
    )
    assert not any("It is done when each of these holds:" in row[5] for row in rows)


def test_a_story_stands_below_its_own_epic_everywhere() -> None:
    wish = park()
    epics = stories(wish["journey"], wish["as_is"], identity="fixed")
    expected = {story.id: epic.id for epic in epics for story in epic.stories}
    tasks = {task.id: story.id for epic in epics for story in epic.stories for task in story.tasks}
    assert tasks
    _, rows = table(of("stories-redmine-csv", **wish))
    assert {row[0]: row[5] for row in rows if row[5]} == expected
    header, rows = table(of("stories-jira-csv", **wish))
    at = header.index("Labels")
    ids = {row[1]: row[at] for row in rows}
    assert {row[at]: ids[row[2]] for row in rows if row[2]} == expected | tasks
    found, above, story = {}, "", ""
    for row in table(of("stories-azure-scrum-csv", **wish))[1]:
        ours = row[-1].split("; ")[0]
        if row[2]:
            above = ours
        elif row[3]:
            found[ours] = above
            story = ours
        else:
            found[ours] = story
    assert found == expected | tasks


def test_each_tracker_has_the_priority_in_its_own_words_and_the_episode_is_told_in_linear() -> None:
    epics = stories(**park(), identity="fixed")
    said = {story.id: story.priority for epic in epics for story in epic.stories}
    assert len(set(said.values())) > 2
    linear = {"highest": "Urgent", "high": "High", "medium": "Medium", "low": "Low"}
    _, rows = table(of("stories-linear-csv", **park()))
    assert {row[6].split(", ")[0]: row[4] for row in rows} == {one: linear[level] for one, level in said.items()}
    assert all("- **Epic**: " in row[1] and ", episode-" in row[6] for row in rows)
    header, rows = table(of("stories-jira-csv", **park()))
    at = header.index("Labels")
    assert {row[at]: row[5] for row in rows if row[0] == "Story"} == {one: said[one].title() for one in said}


@pytest.mark.parametrize("name", CHECKS)
def test_where_nothing_changed_there_is_a_header_alone(name: str) -> None:
    same = sample("as-is")
    assert table(of(name, same, as_is=same, only_changed=True))[1] == []
