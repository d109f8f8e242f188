"""The backlog, for programs: what people decide about the stories of a to-be, each request one act.

A story is named by its `id` (`jm-…`). Who may change the map may decide; the stories themselves are read at
`/maps/{map_id}/stories`.
"""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from journeymap.domain.model import limits
from journeymap.domain.model.rows import StoryPriority, StoryStatus
from journeymap.web.api.dependencies import MapId, OfSite, Writer
from journeymap.web.bounded_input import CarefulRoute

router = APIRouter(prefix="/maps/{map_id}/stories", route_class=CarefulRoute)

StoryId = Annotated[str, Path(max_length=64)]
NamedStory = Annotated[str, Field(max_length=64)]
NamedStories = Annotated[list[NamedStory], Field(min_length=1, max_length=limits.ROWS["stories"])]
TextField = Literal["title", "sentence", "criteria"]
LONG = 4
"""A character that people see may be several to a program: what comes in is measured exactly by the map's rules."""


class AskedStory(BaseModel):
    """What a story is to say from now on; what is not mentioned stays as it is."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field(default="", max_length=LONG * limits.TEXT, description="Empty: as the map says.")
    sentence: str = Field(default="", max_length=LONG * limits.CONTEXT, description="Empty: as the map says.")
    criteria: str = Field(
        default="",
        max_length=LONG * limits.CRITERIA,
        description="One a line, or in lines of Given, When, Then (Stel, Als, Dan). Empty: as the map says.",
    )
    notes: str = Field(default="", max_length=LONG * limits.NOTES)
    estimate: float | None = Field(default=None, description="In story points; null: nobody estimated it.")
    team: str = Field(default="", max_length=LONG * limits.NAME)
    status: StoryStatus = "proposed"
    priority: StoryPriority = Field(default="", description="Empty: as it is proposed.")
    labels: list[Annotated[str, Field(max_length=LONG * limits.LABEL)]] = Field(default=[], max_length=100)


class NewStory(BaseModel):
    """A story that is added by hand at the end of an episode."""

    episode: NamedStory
    title: str = Field(default="", max_length=LONG * limits.TEXT)
    sentence: str = Field(default="", max_length=LONG * limits.CONTEXT)


class StoryMade(BaseModel):
    """The story that was added."""

    id: str


class AskedExclusion(BaseModel):
    """Stories to leave out of the backlog, and why."""

    stories: NamedStories
    reason: str = Field(default="", max_length=LONG * limits.TEXT)


class AskedStories(BaseModel):
    """Several stories."""

    stories: NamedStories


class AskedSplit(BaseModel):
    """How to split a story; `texts` are the titles, or whole sentences, of what is split off by hand."""

    by: Literal["need", "channel", "hand"]
    texts: list[Annotated[str, Field(max_length=LONG * limits.CONTEXT)]] = Field(default=[], max_length=20)


class AskedPlace(BaseModel):
    """Right behind which story to put this one; empty: first. Only one by hand goes to another `episode`."""

    after: NamedStory = ""
    episode: NamedStory = ""


class AskedText(BaseModel):
    """Which text of the story."""

    field: TextField


class AskedAside(BaseModel):
    """A finding to put aside, by its `rule` and what it is `about`, as they were read."""

    rule: str = Field(max_length=limits.TITLE)
    about: str = Field(default="", max_length=LONG * limits.TEXT)
    reason: str = Field(default="", max_length=LONG * limits.TEXT)


@router.post("", status_code=201)
def add_story(map_id: MapId, asked: NewStory, person: Writer, site: OfSite) -> StoryMade:
    """Add a story by hand."""
    return StoryMade(id=site.service.backlog.add(person, map_id, asked.episode, asked.title, asked.sentence))


@router.post("/excluded", status_code=204)
def exclude_stories(map_id: MapId, asked: AskedExclusion, person: Writer, site: OfSite) -> None:
    """Leave stories out of the backlog; they stay on the map."""
    site.service.backlog.exclude(person, map_id, asked.stories, asked.reason)


@router.post("/included", status_code=204)
def include_stories(map_id: MapId, asked: AskedStories, person: Writer, site: OfSite) -> None:
    """Take stories into the backlog again."""
    site.service.backlog.include(person, map_id, asked.stories)


@router.post("/combined", status_code=204)
def combine_stories(map_id: MapId, asked: AskedStories, person: Writer, site: OfSite) -> None:
    """Make one story of several: the first, with all that the others are for."""
    site.service.backlog.combine(person, map_id, asked.stories)


@router.patch("/{story_id}", status_code=204)
def edit_story(map_id: MapId, story_id: StoryId, asked: AskedStory, person: Writer, site: OfSite) -> None:
    """Give a story other texts or values."""
    site.service.backlog.edit(person, map_id, story_id, asked.model_dump(exclude_unset=True))


@router.delete("/{story_id}", status_code=204)
def remove_story(map_id: MapId, story_id: StoryId, person: Writer, site: OfSite) -> None:
    """Take a part, or a story that was added by hand, away; one of a whole micro-moment is left out instead."""
    site.service.backlog.remove(person, map_id, story_id)


@router.post("/{story_id}/split", status_code=204)
def split_story(map_id: MapId, story_id: StoryId, asked: AskedSplit, person: Writer, site: OfSite) -> None:
    """Make several stories of one."""
    site.service.backlog.split(person, map_id, story_id, asked.by, asked.texts)


@router.post("/{story_id}/parted", status_code=204)
def part_stories(map_id: MapId, story_id: StoryId, person: Writer, site: OfSite) -> None:
    """Take the stories that are combined in this one out of it again."""
    site.service.backlog.part_again(person, map_id, story_id)


@router.put("/{story_id}/place", status_code=204)
def place_story(map_id: MapId, story_id: StoryId, asked: AskedPlace, person: Writer, site: OfSite) -> None:
    """Put a story elsewhere in the backlog."""
    site.service.backlog.move(person, map_id, story_id, asked.after, asked.episode)


@router.post("/{story_id}/kept", status_code=204)
def keep_text(map_id: MapId, story_id: StoryId, asked: AskedText, person: Writer, site: OfSite) -> None:
    """Keep a text that somebody wrote, although the map says something else by now."""
    site.service.backlog.keep(person, map_id, story_id, asked.field)


@router.post("/{story_id}/taken-over", status_code=204)
def take_over_text(map_id: MapId, story_id: StoryId, asked: AskedText, person: Writer, site: OfSite) -> None:
    """Have the text again that the map says."""
    site.service.backlog.take_over(person, map_id, story_id, asked.field)


@router.put("/{story_id}/links/{other_id}", status_code=204)
def link_stories(map_id: MapId, story_id: StoryId, other_id: StoryId, person: Writer, site: OfSite) -> None:
    """Say that this story waits for the other one."""
    site.service.backlog.link(person, map_id, story_id, other_id)


@router.delete("/{story_id}/links/{other_id}", status_code=204)
def unlink_stories(map_id: MapId, story_id: StoryId, other_id: StoryId, person: Writer, site: OfSite) -> None:
    """Say that it does not any more."""
    site.service.backlog.unlink(person, map_id, story_id, other_id)


@router.put("/{story_id}/asides", status_code=204)
def put_finding_aside(map_id: MapId, story_id: StoryId, asked: AskedAside, person: Writer, site: OfSite) -> None:
    """Put a finding aside: it is back only where it is about something else."""
    site.service.backlog.put_aside(person, map_id, story_id, asked.rule, asked.about, asked.reason)


@router.delete("/{story_id}/asides", status_code=204)
def take_finding_back(
    map_id: MapId,
    story_id: StoryId,
    person: Writer,
    site: OfSite,
    rule: Annotated[str, Query(max_length=limits.TITLE)],
    about: Annotated[str, Query(max_length=LONG * limits.TEXT)] = "",
) -> None:
    """Have a finding back that was put aside."""
    site.service.backlog.take_back(person, map_id, story_id, rule, about)
