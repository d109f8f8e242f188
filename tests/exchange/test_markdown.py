"""Stories as Markdown: a map's text shows as it is and makes nothing of its own."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from journeymap.exchange.markdown import escaped, stories_markdown
from journeymap.exchange.stories import stories
from tests.support.small_maps import HOSTILE, made, sample

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
WILD = st.text(
    st.sampled_from("\\`*_{}[]<>#+-=|~!&:@.()$^\"' \t1a/wht") | st.characters(exclude_categories=["Cs", "Cc"])
)


def tokens(markdown: str) -> list[Token]:
    return [inner for token in READER.parse(markdown) for inner in (token, *(token.children or ()))]


def kinds(markdown: str) -> set[str]:
    return {token.type for token in tokens(markdown)}


def shown(markdown: str) -> str:
    return "".join(token.content for token in tokens(markdown) if token.type in ("text", "text_special"))


@given(WILD)
@example("# a")
@example("1. a")
@example("+ a")
@example("- [ ] a")
@example("---")
@example("> a")
@example("===")
@example("[a](http://b) ![a](b) <http://c> <b>d</b>")
@example("&lt;img&gt; &#33;")
@example("a | b\n--|--")
def test_any_text_is_one_paragraph_of_exactly_these_characters(text: str) -> None:
    line = " ".join(text.split())
    assert kinds(escaped(text)) <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert shown(escaped(text)) == line


@given(WILD.filter(str.strip))
def test_any_text_may_stand_in_a_heading_a_list_or_bold_print(text: str) -> None:
    line = " ".join(text.split())
    assert shown(f"## {escaped(text)}") == line
    assert shown(f"- [ ] {escaped(text)}").removeprefix("[ ] ") == line
    assert shown(f"- **a**: {escaped(text)}").removeprefix("a: ") == line


@pytest.mark.parametrize(
    "text", ["http://evil.example", "see https://a.b", "www.evil.example", "mailto:a@b.c", "ftp://x.y"]
)
def test_an_address_does_not_become_a_link_even_where_bare_ones_do(text: str) -> None:
    assert re.search(r"[a-z]:|www\.", escaped(text)) is None
    assert shown(escaped(text)) == text


def test_plain_text_stays_readable() -> None:
    for text in ("Read the magazine, at 10:30.", "Foto's (van bevers) bekijken!", "A4-tje 50 %", "مرحبا 👩‍👩‍👧"):
        assert escaped(text) == text


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_sample_reads_as_a_document_of_epics_and_stories(language: str) -> None:
    as_is, to_be = sample("as-is", language), sample("to-be", language)
    markdown = stories_markdown(to_be, stories(to_be, as_is))
    headings = [token.tag for token in READER.parse(markdown) if token.type == "heading_open"]
    assert headings.count("h1") == 1
    assert headings.count("h2") == len(to_be.episodes)
    assert headings.count("h3") == len(to_be.moments)
    assert not {"link_open", "image", "html_inline", "html_block", "code_inline", "fence"} & kinds(markdown)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_map_makes_no_headings_links_pictures_or_html_of_its_own(hostile: str) -> None:
    moment = {
        "text": hostile,
        "needs": [{"text": hostile, "evidence_status": "validated", "evidence_by": hostile[:100]}],
        "pain_points": [{"text": hostile}],
        "touchpoints": [{"channel": "c"}],
        "backstage_steps": [{"text": hostile, "team": hostile[:80]}],
    }
    said = [{"text": hostile, "tone": hostile[:100], "channel": "c"}]
    journey = made(
        map={"title": hostile[:100]},
        persona={"name": hostile[:80], "goal": hostile},
        channels=[{"id": "c", "name": hostile[:80]}],
        episodes=[
            {"title": hostile[:100], "targeted_label": hostile[:40], "communications": said, "moments": [moment]}
        ],
    )
    markdown = stories_markdown(journey, stories(journey, journey))
    assert [token.tag for token in READER.parse(markdown) if token.type == "heading_open"] == ["h1", "h2", "h3"]
    assert not {"link_open", "image", "html_inline", "html_block", "code_inline", "fence"} & kinds(markdown)
    assert " ".join(hostile.split()) in shown(markdown)


def test_a_map_without_moments_says_so() -> None:
    journey = made()
    assert "There are no stories here yet" in stories_markdown(journey, stories(journey))
