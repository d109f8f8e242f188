"""Stories as `.feature` files, one feature a story, in the words of the map's language."""

from collections import Counter
from collections.abc import Iterator

from journeymap.domain.text.catalogue import FALLBACK, LANGUAGES, capital
from journeymap.exchange.backlog.gherkin_text import keywords, titles
from journeymap.exchange.sentences import slug
from journeymap.exchange.trackers.work_items import Work, WorkItem, line
from journeymap.exchange.trackers.zip_files import zipped


def feature_zip(work: Work) -> bytes:
    """The features in a folder an episode; a file that says so where there are none."""
    return zipped(_files(work))


def _files(work: Work) -> Iterator[tuple[str, str]]:
    if work.nothing:
        yield "README.md", f"{work.nothing}\n"
    children = work.children()
    for number, epic in enumerate(work.of_kind("epic"), 1):
        folder = "-".join(filter(None, (f"{number:02}", slug(epic.title, 40))))
        for place, story in enumerate(children[epic.id], 1):
            name = "-".join(filter(None, (f"{place:02}", slug(story.title, 40), story.id)))
            yield f"{folder}/{name}.feature", feature(story, work.language)


def feature(story: WorkItem, language: str) -> str:
    """One story: its sentence, and a scenario for each acceptance criterion."""
    return "\n".join(_lines(story, language)) + "\n"


def _lines(story: WorkItem, language: str) -> Iterator[str]:
    tongue = language if language in LANGUAGES else FALLBACK
    word, scenario = titles(tongue)
    given, when, then, _ = keywords(tongue)
    yield f"# language: {tongue}"
    yield " ".join(f"@{label}" for label in story.labels)
    yield f"{word}: {story.title}"
    yield f"  {story.lead}"
    if story.standing:
        yield f"  {story.standing}"
    for name, test in zip(_names(story), story.tests, strict=True):
        yield ""
        yield f"  {scenario}: {name}"
        yield f"    {given} {line(test.given)}"
        yield f"    {when} {line(test.when)}"
        yield f"    {then} {line(test.then)}"


def _names(story: WorkItem) -> Iterator[str]:
    """What the scenarios are called, each otherwise: what reports on a feature knows them by their names."""
    said = Counter(line(test.then) for test in story.tests)
    taken: Counter[str] = Counter()
    for test in story.tests:
        name = capital(line(test.then))
        if said[line(test.then)] > 1:
            name += f" ({line(test.when)})"
        taken[name] += 1
        yield name if taken[name] == 1 else f"{name} ({taken[name]})"
