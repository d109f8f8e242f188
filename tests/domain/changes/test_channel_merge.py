"""Several moments into one: no need, channel, vote or name is lost, and one undo brings all back."""

from collections.abc import Sequence
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from journeymap.domain.analysis.near_duplicates import merge_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.undo import take_back
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import (
    BackstageStep,
    Channel,
    Credit,
    Moment,
    Need,
    Origin,
    PainPoint,
    Path,
    PathStep,
    Row,
    Touchpoint,
    Verdict,
    Vote,
)
from tests.support.line_maps import LINES, journey_of, moment

IDS = count()


def new_id() -> str:
    return f"new-{next(IDS)}"


def merged(journey: Journey, keep: str, *others: str, **wishes: object) -> Journey:
    return perform(journey, merge_changes(journey, keep, others, new_id, **wishes))[0]  # type: ignore[arg-type]


def test_what_the_keeper_does_not_say_is_taken_over_and_what_it_says_stays() -> None:
    gone = moment(
        "b", "Phone the reception", felt_valence=-2, felt_label="angry", minutes=4, moment_of_truth=True, notes="At 5",
        evidence_status="validated", evidence_by="Marieke", evidence_on="2026-01-02",
    )  # fmt: skip
    kept = merged(journey_of([moment("a", "Call the desk", targeted_valence=1), gone]), "a", "b").get(Moment, "a")
    assert (kept.felt_valence, kept.felt_label, kept.minutes, kept.moment_of_truth) == (-2, "angry", 4, True)
    assert (kept.evidence_status, kept.evidence_by, kept.targeted_valence) == ("validated", "Marieke", 1)
    assert kept.text == "Call the desk"
    assert kept.notes == "Also said: “Phone the reception”\nAt 5"
    kept = merged(journey_of([moment("a", "Call the desk", felt_valence=1), gone]), "a", "b").get(Moment, "a")
    assert (kept.felt_valence, kept.felt_label) == (1, "")
    assert kept.evidence_status == "assumed", "what was validated is another feeling"


def test_where_a_moment_comes_from_stays_known() -> None:
    rows = [
        moment("a", "Call", origin="as-1"),
        moment("b", "Call", origin="as-2"),
        Origin(id="o", parent="b", as_is="as-3"),
    ]
    assert merged(journey_of(rows), "a", "b").origins_of("a") == ("as-1", "as-2", "as-3")


def vote(row_id: str, author: str, item: str, slot: int = 0, **values: object) -> Vote:
    fields = {"id": row_id, "author": author, "round": "r", "item": item, "slot": slot, **values}
    return Vote.model_validate(fields)


def test_dots_go_along_up_to_the_cap_of_their_round_and_a_score_is_given_once() -> None:
    rows = [
        *(moment(i, "Call") for i in "ab"),
        *(vote(f"v{n}", "ann", "ab"[n % 2], n) for n in range(4)),
        vote("s1", "ann", "a", question="satisfaction", value=4),
        vote("s2", "ann", "b", question="satisfaction", value=1),
        vote("s3", "ben", "b", question="satisfaction", value=2),
    ]
    journey = journey_of(rows)
    assert set(merged(journey, "a", "b").tables["votes"]) == {"v0", "v1", "v2", "v3", "s1", "s3"}
    capped = merged(journey, "a", "b", caps={"r": 3})
    assert len([row for row in capped.tables["votes"] if row.startswith("v")]) == 3
    assert {row.item for row in capped.tables["votes"].values() if isinstance(row, Vote)} == {"a"}
    assert capped.get(Vote, "s1").value == 4


def test_votes_and_evidence_of_a_need_that_both_have_go_to_the_one_that_stays() -> None:
    rows = [
        *(moment(i, "Call") for i in "ab"),
        Need(id="na", parent="a", text="Be sure"),
        Need.model_validate(
            {"id": "nb", "parent": "b", "text": "be sure", "author": "cid", "evidence_status": "validated"}
        ),
        vote("v", "ann", "nb"),
    ]
    result = merged(journey_of(rows), "a", "b")
    assert result.get(Vote, "v").item == "na"
    assert result.get(Need, "na").evidence_status == "validated"
    assert [row.person for row in result.tables["credits"].values() if isinstance(row, Credit)] == ["cid"]


def test_a_verdict_goes_along_unless_its_author_has_given_one() -> None:
    rows = [
        *(moment(i, "Call") for i in "ab"),
        *(Verdict(id=f"x{i}", item=i, verdict="confirm", author="ann") for i in "ab"),
        Verdict(id="y", item="b", verdict="contest", author="ben"),
    ]
    found = merged(journey_of(rows), "a", "b").tables["verdicts"].values()
    assert {(row.id, row.item) for row in found if isinstance(row, Verdict)} == {("xa", "a"), ("y", "a")}


def test_a_channel_that_two_people_hid_from_each_other_is_taken_along_once() -> None:
    rows = [
        Channel(id="c", name="Phone"),
        *(moment(i, "Call") for i in "ab"),
        *(Touchpoint(id=f"t{n}", parent="b", channel="c", author=f"p{n}") for n in range(2)),
    ]
    assert [channel.name for channel in merged(journey_of(rows), "a", "b").channels_of("a")] == ["Phone"]


PEOPLE = ("ann", "ben", "cid", "")


@st.composite
def rooms(draw: DrawFn) -> tuple[Journey, list[str]]:
    """A map after a reveal, and moments to merge on it: the first is to stay."""
    ids = [f"m{n}" for n in range(draw(st.integers(2, 5)))]
    who = st.sampled_from(PEOPLE)
    rows: list[Row] = [Channel(id=f"c{n}", name=f"Channel {n}") for n in range(3)]
    rows += [Path(id="p", name="Most people")]
    for i in ids:
        felt = draw(st.none() | st.integers(-2, 2))
        rows.append(moment(i, draw(LINES), draw(st.sampled_from("ef")), author=draw(who), felt_valence=felt))
        for n, channel in enumerate(draw(st.sets(st.sampled_from(["c0", "c1", "c2"])))):
            rows.append(Touchpoint(id=f"t-{i}-{n}", parent=i, channel=channel, author=draw(who)))
        for n, text in enumerate(draw(st.lists(st.sampled_from(["Be sure", "be sure", "Be heard", "等"]), max_size=3))):
            rows.append(Need(id=f"n-{i}-{n}", parent=i, text=text, author=draw(who)))
        if draw(st.booleans()):
            rows.append(BackstageStep(id=f"b-{i}", parent=i, text="Plan"))
            rows.append(PainPoint(id=f"w-{i}", parent=i, text="Waiting", cause=f"b-{i}"))
        if person := draw(who):
            rows.append(Credit(id=f"x-{i}", parent=i, person=person))
        if draw(st.booleans()):
            rows.append(PathStep(id=f"s-{i}", parent="p", moment=i))
    items = [row.id for row in rows if row.table in ("moments", "needs")]
    for voter in ("ann", "ben"):
        for slot, item in enumerate(draw(st.lists(st.sampled_from(items), max_size=5))):
            rows.append(vote(f"v-{voter}-{slot}", voter, item, slot))
    return journey_of(rows), draw(st.permutations(ids))[: draw(st.integers(2, len(ids)))]


def authors(journey: Journey, ids: Sequence[str]) -> set[str]:
    """Everybody who wrote these moments or something of theirs that could be dropped, or is credited there."""
    rows = [journey.get(Moment, i) for i in ids]
    below = [row for i in ids for row in (*journey.needs_of(i), *journey.touchpoints_of(i))]
    credited = [journey.get(Credit, c).person for i in ids for c in journey.siblings("credits", i)]
    return {row.author for row in (*rows, *below)} | set(credited)


@settings(max_examples=60)
@given(room=rooms())
def test_merging_loses_no_need_channel_dot_or_author_and_one_undo_brings_all_back(
    room: tuple[Journey, list[str]],
) -> None:
    journey, (keep, *others) = room
    all_of_them = [keep, *others]
    result, effects = perform(journey, merge_changes(journey, keep, others, new_id))
    assert not any(result.find("moments", other) for other in others)
    assert {n.text.casefold() for n in result.needs_of(keep)} == {
        n.text.casefold() for i in all_of_them for n in journey.needs_of(i)
    }
    channels = [touchpoint.channel for touchpoint in result.touchpoints_of(keep)]
    assert sorted(channels) == sorted({t.channel for i in all_of_them for t in journey.touchpoints_of(i)})
    assert authors(result, [keep]) | {""} == authors(journey, all_of_them) | {""}
    credited = [result.get(Credit, i).person for i in result.siblings("credits", keep)]
    assert len(credited) == len(set(credited))
    assert result.tables["votes"].keys() == journey.tables["votes"].keys()
    assert all(result.table_of(row.item) for row in result.tables["votes"].values() if isinstance(row, Vote))
    for table in ("pain_points", "backstage_steps"):
        assert result.tables[table].keys() == journey.tables[table].keys()
    walked = {step.moment for step in journey.steps_of("p")}
    assert bool(walked & set(all_of_them)) == (keep in {step.moment for step in result.steps_of("p")})
    back, _ = take_back(result, effects)
    assert back.same_rows(journey)
