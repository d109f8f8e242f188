"""From a table to a map: shown first, written whole or not at all."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Channel, EvidenceStatus, MapKind
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.resources import data
from journeymap.exchange.columns import IGNORE, TARGETS, guess
from journeymap.exchange.import_choices import DateOrder, ImportChoices, Layout, Scale
from journeymap.exchange.spreadsheet import Table, read_table
from journeymap.exchange.table_import import Plan, plan
from tests.support.small_maps import HOSTILE, built


def planned(text: str, *, language: str = "en", title: str = "A visit", **more: str) -> Plan:
    table = read_table(text.encode(), "map.csv")
    return plan(table, {**guess(table), **more}, title=title, language=language)


def imported(text: str) -> Journey:
    return built(planned(text).changes("map"))


def notes(found: Plan, language: str = "en") -> list[str]:
    return [remark.text(language) for remark in found.notes]


def problems(found: Plan, language: str = "en") -> list[str]:
    return [remark.text(language) for remark in found.problems]


def test_the_published_map_becomes_a_map() -> None:
    table = read_table(data("samples", "va-patient-experience.csv").read_bytes(), "va-patient-experience.csv")
    found = plan(table, guess(table), title="A visit to the VA", kind=MapKind.AS_IS, persona="A Veteran")
    assert (found.fits, found.notes, found.problems) == (True, (), ())
    assert [episode.title for episode in found.episodes] == [
        *("Register", "Before visit", "Arriving to facility", "During appointment"),
        *("Departing from facility", "After visit"),
    ]
    counts = found.counts
    assert (counts.episodes, counts.moments, counts.channels, counts.touchpoints) == (6, 17, 10, 24)
    journey = built(found.changes("va"), "va")
    assert (journey.title, journey.persona and journey.persona.name) == ("A visit to the VA", "A Veteran")
    first = journey.moments[0]
    assert first.notes == 'Bright spot: "Welcome to VA" call; talking to a trusted helper'
    assert [moment.text for moment in journey.moments if moment.optional] == [
        "Complete labs or visit with friends",
        "Go to another appointment, complete labs, or visit with friends",
    ]
    assert [channel.name for channel in journey.channels_of(journey.moments[2].id)] == ["Phone", "Website"]


WIDE = """Episode,Micro-moment,Channels,Needs,Pain points,Felt emotion,Felt emotion in a word,Minutes,Moment of truth,\
Backstage steps,Team,System,Evidence,Evidence by,Evidence on,Notes,ID,Communication,Targeted emotion
Before,Call the desk,"Phone; Mail\nPHONE",know the price,waiting,"-1,5",annoyed,10 min,x,Plan; Confirm,Desk; Web,CRM;,\
validated,Mila,18-09-2026,Two\tlines,m-1,Everything is arranged,1
"""


def test_every_column_finds_its_place() -> None:
    journey = imported(WIDE)
    moment = journey.moments[0]
    assert (moment.id, moment.text, moment.felt_valence, moment.felt_label) == ("m-1", "Call the desk", -1.5, "annoyed")
    assert (moment.minutes, moment.moment_of_truth, moment.notes) == (10, True, "Two\tlines")
    assert (moment.evidence_status, moment.evidence_by) == (EvidenceStatus.ASSUMED, "Mila"), "nobody says where"
    assert str(moment.evidence_on) == "2026-09-18"
    assert [channel.name for channel in journey.channels_of("m-1")] == ["Phone", "Mail"]
    assert [need.text for need in journey.needs_of("m-1")] == ["know the price"]
    assert [pain.text for pain in journey.pain_points_of("m-1")] == ["waiting"]
    steps = [(step.text, step.team, step.system) for step in journey.backstage_of("m-1")]
    assert steps == [("Plan", "Desk", "CRM"), ("Confirm", "Web", "")]
    episode = journey.episodes[0]
    assert episode.targeted_valence == 1
    assert [message.text for message in journey.communications_of(episode.id)] == ["Everything is arranged"]


def test_a_felt_emotion_of_nought_is_kept() -> None:
    assert imported("Moment,Felt emotion\nCall,0\nWait,\n").moments[0].felt_valence == 0


def test_a_blank_episode_continues_the_one_above() -> None:
    journey = imported("Phase,Moment\nBefore,Call\n,Wait\nThere,Arrive\n,Eat\n")
    assert [(e.title, [m.text for m in journey.moments_of(e.id)]) for e in journey.episodes] == [
        ("Before", ["Call", "Wait"]),
        ("There", ["Arrive", "Eat"]),
    ]


def test_a_row_that_names_only_its_episode_opens_it() -> None:
    journey = imported("Phase,Moment\nBefore,\n,Call\nThere,\n")
    assert [(e.title, len(journey.moments_of(e.id))) for e in journey.episodes] == [("Before", 1), ("There", 0)]


def test_without_episodes_the_moments_go_into_one() -> None:
    found = planned("Moment\nBellen\nWachten\n", language="nl")
    assert [episode.title for episode in found.episodes] == ["De reis"]
    assert notes(found, "nl") == [
        "rij 2: Er is nog geen episode genoemd; de micromomenten vanaf hier komen in “De reis”."
    ]


def test_an_episode_that_returns_stays_one_episode() -> None:
    found = planned("Phase,Moment\nBefore,Call\nThere,Arrive\nbefore,Wait\n")
    assert [(e.title, [m.row for m in e.moments]) for e in found.episodes] == [("Before", [2, 4]), ("There", [3])]
    assert notes(found) == ["row 4: This goes back to the episode “before” and is added to it."]


def test_a_row_without_a_moment_goes_on_with_the_one_above() -> None:
    found = planned("Phase,Moment,Channel,Need\nBefore,Call,Phone,know\n,,Mail,feel\n")
    moment = found.episodes[0].moments[0]
    assert (moment.channels, moment.needs) == (("Phone", "Mail"), ("know", "feel"))
    assert notes(found) == ["row 3: No micro-moment is named here, so this goes with the one above: “Call”."]


def test_what_most_moments_aim_at_is_the_episodes_aim() -> None:
    found = planned("Phase,Moment,Targeted emotion\nBefore,Call,1\n,Wait,1\n,Pay,2\n,Go,\n")
    journey = built(found.changes("map"))
    assert journey.episodes[0].targeted_valence == 1
    assert [moment.targeted_valence for moment in journey.moments] == [None, None, 2, None]
    assert notes(found) == [
        "row 4: This differs from the targeted emotion of “Before”, so the micro-moment keeps its own."
    ]


def test_one_team_stands_for_all_steps_and_for_a_step_that_is_missing() -> None:
    journey = imported("Moment,Backstage,Team\nCall,Plan; Confirm,Desk\nWait,,Desk\n")
    steps = [[(s.text, s.team) for s in journey.backstage_of(m.id)] for m in journey.moments]
    assert steps == [[("Plan", "Desk"), ("Confirm", "Desk")], [("Desk", "Desk")]]


PROBLEMS = {
    "emotion of 7": (
        "Moment,Felt emotion\nCall,1\nWait,7\n",
        "row 3, Felt emotion: felt emotion 7 is outside −2 … +2.",
    ),
    "emotion in words": (
        "Moment,Felt emotion\nCall,1\nWait,2\nGo,fine\n",
        "row 4, Felt emotion: felt emotion says “fine”, which is not a number from −2 to +2, nor a word for one.",
    ),
    "aim": ("Moment,Targeted emotion\nCall,-3\n", "row 2, Targeted emotion: targeted emotion -3 is outside −2 … +2."),
    "minutes": (
        "Moment,Minutes\nCall,a while\n",
        "row 2, Minutes: minutes says “a while”, which is not a length of time",
    ),
    "negative": ("Moment,Minutes\nCall,-5\n", "row 2, Minutes: “minutes” cannot be below 0."),
    "optional": (
        "Moment,Optional\nCall,perhaps\n",
        "row 2, Optional: optional says “perhaps”, which is neither yes nor no.",
    ),
    "date": (
        "Moment,Evidence on\nCall,31-02-2026\n",
        "row 2, Evidence on: when says “31-02-2026”, which is not a date",
    ),
    "long": (f"Moment,Notes\n{'a' * 281},b\n", "row 2, Moment: “micro-moment” can hold 280 characters; this is 281"),
    "10,000": (f"Moment,Need\nCall,{'a' * 10_000}\n", "row 2, Need: “need” can hold 280 characters; this is 10,000"),
    "channel": (f"Moment,Channel\nCall,{'a' * 81}\n", "row 2, Channel: “the channel’s name” can hold 80"),
    "episode": (f"Phase,Moment\n{'a' * 121},Call\n", "row 2, Phase: “the episode’s title” can hold 120"),
    "hidden": ("Moment,Notes\nCa\u0007ll,b\n" + "Wait,b\n" * 40, "row 2, Moment: “micro-moment” contains a character"),
    "id twice": ("ID,Moment\nm,Call\nn,Wait\nm,Go\n", "row 4: The id “m” is in row 2 as well."),
    "no moment": ("Phase,Moment,Minutes\nBefore,Call,1\n,,5\n", "row 3: This row names no micro-moment."),
    "no moment in a new episode": ("Phase,Moment,Need\nBefore,Call,a\nThere,,b\n", "row 3: This row names no"),
    "500 channels": (
        "Moment,Channel\n" + "".join(f"Call,Channel {n}\n" for n in range(501)),
        "This map is full: it already has 500 rows of this kind (the channel).",
    ),
    "no moment at all": ("Phase,Moment\nBefore,\n", "There is no micro-moment in this table."),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_wrong_value_is_said_with_its_row_and_nothing_is_written(name: str) -> None:
    text, sentence = PROBLEMS[name]
    found = planned(text)
    assert [said for said in problems(found) if said.startswith(sentence)], problems(found)
    assert problems(found, "nl") != problems(found)
    assert not found.fits
    with pytest.raises(Refusal) as caught:
        found.changes("map")
    assert problems(found)[0] in caught.value.reason()
    assert problems(found, "nl")[0] in caught.value.reason("nl")


def test_all_wrong_rows_are_said_at_once() -> None:
    found = planned("Moment,Felt emotion\nCall,7\nWait,1\nGo,-9\n")
    assert [remark.row for remark in found.problems] == [2, 4]
    with pytest.raises(Refusal, match="2 things have to be put right"):
        found.changes("map")


def test_a_title_and_a_persona_that_cannot_be_are_problems_too() -> None:
    table = read_table(b"Moment\nCall\n", "map.csv")
    found = plan(table, guess(table), title=" ", language="fr", persona="a" * 81)
    assert problems(found) == [
        "Please fill in “title”: it cannot be empty.",
        "“the persona’s name” can hold 80 characters; this is 81. Shorten it, or put the rest in the notes.",
    ]


def test_harmless_things_are_noted_and_do_not_stop_the_import() -> None:
    found = planned("ID,Moment,Budget\n1.1,Call,5\n,Call,5\n")
    assert notes(found) == [
        "row 2: No episode is named yet; the micro-moments from here on go into “The journey”.",
        "row 2: “1.1” cannot be an id on a map; the micro-moment gets a new one.",
        "row 3: The same micro-moment is in row 2; both are kept.",
        "The column “Budget” is left out.",
    ]
    assert found.fits
    assert notes(found, "nl") != notes(found)


def test_channels_between_commas_are_one_channel_and_it_is_said() -> None:
    found = planned('Phase,Moment,Channel\nBefore,Call,"Phone, Mail"\n,Wait,"phone, mail"\n')
    assert found.channels == ("Phone, Mail",)
    assert [remark.row for remark in found.notes] == [2]
    assert "“Phone, Mail” is taken as one channel" in notes(found)[0]


def test_a_mapping_that_cannot_work_is_refused() -> None:
    table = read_table(b"Iets,Wie\nBellen,Marieke\n", "map.csv")
    with pytest.raises(Refusal, match="No column is chosen as Micro-moment"):
        plan(table, guess(table), title="A visit")
    assert plan(table, {"Iets": "moment"}, title="A visit").counts.moments == 1


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_cells_become_text_and_nothing_else(hostile: str) -> None:
    table = Table(("Moment", "Notes"), ((hostile, hostile),), ",", "utf-8", (2,))
    journey = built(plan(table, guess(table), title=hostile[:100], persona=hostile[:80]).changes("map"))
    assert journey.moments[0].text == " ".join(hostile.split())


def test_an_id_that_our_channels_would_take_stays_the_moments() -> None:
    journey = imported("ID,Moment,Channel\nchannel-1,Call,Phone\n")
    assert journey.moments[0].id == "channel-1"
    assert [channel.name for channel in journey.channels_of("channel-1")] == ["Phone"]
    assert journey.get(Channel, journey.channels[0].id).name == "Phone"


def test_as_many_rows_as_a_map_holds_can_be_planned() -> None:
    rows = tuple((f"Phase {n // 25}", f"Call {n}", "Phone; Mail", "1") for n in range(5_000))
    table = Table(("Phase", "Moment", "Channel", "Felt emotion"), rows, ",", "utf-8", tuple(range(2, 5_002)))
    found = plan(table, guess(table), title="A visit")
    assert (found.fits, found.counts.moments, found.counts.touchpoints) == (True, 5_000, 10_000)


def planned_with(text: str, **chosen: Any) -> Plan:
    choices = ImportChoices(**chosen)
    table = read_table(text.encode(), "map.csv", choices)
    return plan(table, {**guess(table), **choices.columns}, title="A visit", choices=choices)


SCORES = "Phase,Step,Satisfaction\nBefore,waits an hour,1\nBefore,is called,3\nThere,is helped,5\n"


def test_a_score_is_asked_for_its_scale_before_it_is_written() -> None:
    found = planned(SCORES)
    assert problems(found)[0].startswith("Satisfaction: these numbers can be on more than one scale")
    assert [moment.felt for episode in found.episodes for moment in episode.moments] == [-2, 0, 2], "the likeliest"
    chosen = planned_with(SCORES, scales={"Satisfaction": Scale.ONE_TO_TEN})
    assert chosen.fits
    assert [moment.felt for episode in chosen.episodes for moment in episode.moments] == [-2, -1.1, -0.2]


def test_a_score_outside_the_chosen_scale_is_said_with_that_scale() -> None:
    found = planned_with(SCORES.replace(",5", ",8"), scales={"Satisfaction": Scale.ONE_TO_FIVE})
    assert problems(found) == ["row 4, Satisfaction: felt emotion 8 is outside 1 … 5."]


@pytest.mark.parametrize(("order", "day"), [(DateOrder.DAY_FIRST, "2026-04-03"), (DateOrder.MONTH_FIRST, "2026-03-04")])
def test_dates_that_excel_rewrote_are_read_in_the_order_that_is_said(order: DateOrder, day: str) -> None:
    text = "Moment,Evidence on\nCall,3/4/2026\n"
    assert "Evidence on: these dates can be read in two ways" in problems(planned(text))[0]
    journey = built(planned_with(text, dates=order).changes("map"))
    assert str(journey.moments[0].evidence_on) == day


def test_a_date_that_tells_the_order_tells_it_for_all() -> None:
    journey = imported("Moment,Evidence on\nCall,9/18/2026\nWait,3/4/2026\n")
    assert [str(moment.evidence_on) for moment in journey.moments] == ["2026-09-18", "2026-03-04"]


def test_bullets_are_no_part_of_a_channel_and_nothing_is_nothing() -> None:
    found = planned('Moment,Channel,Pain point\nCall,"- Web\n• Phone",N/A\nWait,Web,n.v.t.\nGo,-,None\n')
    assert found.channels == ("Web", "Phone")
    assert found.counts.pain_points == 0
    assert found.fits


def test_a_bullet_before_a_moment_is_no_part_of_it() -> None:
    found = planned("Moment,Need\n- Call,know\n2. Wait,\n24/7 open,\n")
    assert [moment.text for moment in found.episodes[0].moments] == ["Call", "Wait", "24/7 open"]


LISTS = 'Phase,Action,Channel,Need\nBefore,"- sees ad\n- asks friend","- Web\n- Phone",know\nThere,arrives,,\n'


def test_a_list_in_a_cell_is_several_moments_where_one_asks_for_it() -> None:
    one = planned(LISTS)
    assert one.counts.moments == 2
    assert "A cell of “Action” is a list, and becomes one micro-moment. You can split such lists." in notes(one)
    found = planned_with(LISTS, split=True)
    assert [(m.text, m.channels, m.needs) for m in found.episodes[0].moments] == [
        ("sees ad", ("Web",), ("know",)),
        ("asks friend", ("Phone",), ()),
    ]
    assert planned_with(LISTS, split=False).counts.moments == 2


def test_what_is_no_status_of_evidence_is_kept_as_its_source() -> None:
    journey = imported("Moment,Evidence\nCall,survey n=40\nWait,a hunch\nGo,internal data\n")
    assert [(m.evidence_status, m.evidence_source) for m in journey.moments] == [
        (EvidenceStatus.INTERNAL, "survey n=40"),
        (EvidenceStatus.ASSUMED, "a hunch"),
        (EvidenceStatus.INTERNAL, ""),
    ]


def test_where_there_is_a_source_already_the_words_go_into_the_notes() -> None:
    journey = imported("Moment,Evidence,Source\nCall,interviews,report.pdf\n")
    moment = journey.moments[0]
    assert (moment.evidence_source, moment.notes) == ("report.pdf", "interviews")


LOGS = (
    "case:concept:name,concept:name,time:timestamp\n1,Call,2026-01-01T10:00:00\n1,Wait,2026-01-01T10:05:00\n",
    "Session ID;Event;When\na;Call;1-1-2026 10:00\na;Wait;1-1-2026 10:05\nb;Call;1-1-2026 10:07\n",
)


@pytest.mark.parametrize("text", LOGS)
def test_an_event_log_is_called_what_it_is_and_read_only_where_somebody_insists(text: str) -> None:
    found = planned(text)
    assert [problem for problem in problems(found) if problem.startswith("This looks like an event log")]
    assert planned_with(text, layout=Layout.ROWS).fits


def test_a_table_without_names_of_columns_says_so_where_no_column_is_chosen() -> None:
    with pytest.raises(Refusal, match="The first row looks like data, not like column names: “Phone”"):
        planned("Phone,Phone,Mail\nDesk,Mail,Phone\n")
    assert planned("Sees the ad\nAsks a friend\nCalls\n").counts.moments == 3


CELLS = st.sampled_from(["", "Call", "1", "7", "yes", "x; y", "2026-01-01", "=1", "a" * 300, "\u0007"]) | st.text(
    max_size=8
)


@settings(max_examples=200)
@given(st.data())
def test_whatever_stands_in_the_cells_a_plan_that_fits_can_be_carried_out(data: st.DataObject) -> None:
    header = ("a", "b", "c", "d")
    rows = tuple(data.draw(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=6)))
    targets = data.draw(st.lists(st.sampled_from([*TARGETS, IGNORE]), min_size=3, max_size=3, unique=True))
    mapping = dict(zip(header, ["moment", *(t for t in targets if t != "moment")], strict=False))
    table = Table(header, rows, ",", "utf-8", tuple(range(2, 2 + len(rows))))
    found = plan(table, mapping, title="A visit")
    assert all(remark.text("nl") for remark in (*found.notes, *found.problems))
    if found.fits:
        assert built(found.changes("map")).count("moments") == found.counts.moments
    else:
        with pytest.raises(Refusal):
            found.changes("map")
