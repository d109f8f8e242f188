"""After a vote: the ranking with ties as ties, scores with their spread, and one click to mark the top."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from journeymap.domain.analysis.harvest import TOP, best
from journeymap.domain.changes.describe import shortened, signed
from journeymap.domain.model.emotions import step_of
from journeymap.domain.model.operations import Change
from journeymap.domain.model.workshop import Ballot, Step
from journeymap.domain.workshop.grid import is_grid, quadrant
from journeymap.domain.workshop.vote_outcomes import pain_changes, truth_changes
from journeymap.domain.workshop.votes import Result, Spread
from journeymap.service.house import new_id
from journeymap.service.step_results import Outcome
from journeymap.ui import faces, state
from journeymap.ui.actions import submit
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView, put_on_click
from journeymap.ui.shared import language, me, service, t

SHOWN = 15


def draw_outcome(room: WorkshopView, step: Step) -> None:
    """What was voted in this step; said too where nobody did."""
    found = submit(lambda: service().workshops.results.outcome(me(), room.id, step.id))
    with st.container(border=True):
        st.markdown(f"**{plain(t('lead-outcome', title=step.title))}**")
        if found is None:
            st.caption(t("lead-outcome-none"))
            return
        draw_result(found.result, found.texts, step.ballot or Ballot())
        ballot = step.ballot
        if ballot is not None and _is_marked(ballot):
            _draw_mark(found, ballot)


def _is_marked(ballot: Ballot) -> bool:
    """Whether its first places are moments of truth or pain points: ideas and quick wins become decisions."""
    return ballot.items != "parked" and ballot.questions != ("felt",) and not is_grid(ballot.questions)


def draw_result(result: Result, texts: "dict[str, str] | object", ballot: Ballot, *, shown: int = SHOWN) -> None:
    """The ranking or the spreads, and who voted how much in all."""
    words = texts if isinstance(texts, dict) else {}
    if ballot.questions:
        rows = _scored(result, words, ballot)
        st.caption(t("lead-scored-by", n=result.voters))
    else:
        rows = _ranked(result, words)
        st.caption(t("lead-voted-by", n=result.voters, dots=result.dots, unused=result.unused))
    st.html(f'<div class="jm-table"><table>{_head(ballot)}<tbody>{"".join(rows[:shown])}</tbody></table></div>')
    if len(rows) > shown:
        with st.expander(t("lead-outcome-rest", n=len(rows) - shown)):
            rest = "".join(rows[shown:])
            st.html(f'<div class="jm-table"><table>{_head(ballot)}<tbody>{rest}</tbody></table></div>')


def _head(ballot: Ballot) -> str:
    names = [t(f"lead-question-{question}".replace("_", "-")) for question in ballot.questions]
    if not ballot.questions:
        names = [t("lead-dots"), ""]
    elif _has_opportunity(ballot):
        names.append(t("lead-opportunity"))
    elif is_grid(ballot.questions):
        names.append(t("lead-quadrant"))
    cells = "".join(f"<th scope='col'>{escape(name)}</th>" for name in names)
    first = "" if ballot.questions else f"<th scope='col'>{escape(t('lead-place'))}</th>"
    return f"<thead><tr>{first}<th scope='col'>{escape(t('lead-what'))}</th>{cells}</tr></thead>"


def _has_opportunity(ballot: Ballot) -> bool:
    return {"satisfaction", "importance_customer"} <= set(ballot.questions)


def _ranked(result: Result, texts: "dict[str, str]") -> list[str]:
    most = max((standing.dots for standing in result.ranked), default=1)
    rows = []
    for one in result.ranked:
        place = f"{one.place}=" if one.tied else str(one.place)
        title = f' title="{escape(t("lead-tied"))}"' if one.tied else ""
        text = escape(texts.get(one.item, t("lead-item-gone")))
        rows.append(
            f'<tr><td class="n"{title}>{place}</td><th scope="row">{text}</th>'
            f'<td class="n">{one.dots}</td>'
            f'<td class="bar"><span class="jm-bar" style="width:{100 * one.dots / most:.0f}%"></span></td></tr>'
        )
    return rows


def _scored(result: Result, texts: "dict[str, str]", ballot: Ballot) -> list[str]:
    worth = {one.item: one for one in result.opportunities}
    first = [one.item for one in result.opportunities]
    rest = sorted((item for item in result.scores if item not in worth), key=lambda item: _mean(result, item, ballot))
    rows = []
    for item in first + rest:
        asked = result.scores[item]
        # In the order of the headings; nobody may have answered one of them.
        spreads = [(question, asked.get(question)) for question in ballot.questions]
        cells = "".join(
            f"<td>{_spread(spread, felt=question == 'felt') if spread else ''}</td>" for question, spread in spreads
        )
        if item in worth:
            one = worth[item]
            tie = "=" if one.tied else ""
            cells += f'<td class="n"><b>{number(one.opportunity)}</b> <span>({one.place}{tie})</span></td>'
        elif _has_opportunity(ballot):
            cells += "<td></td>"
        elif is_grid(ballot.questions):
            cells += f"<td>{_quadrant(asked)}</td>"
        rows.append(f'<tr><th scope="row">{escape(texts.get(item, t("lead-item-gone")))}</th>{cells}</tr>')
    return rows


def _quadrant(asked: "Mapping[str, Spread]") -> str:
    """The quarter of the grid in which it stands."""
    if "impact" not in asked or "effort" not in asked:
        return ""
    return escape(t(f"lead-quadrant-{quadrant(asked['impact'].mean, asked['effort'].mean)}"))


def _mean(result: Result, item: str, ballot: Ballot) -> float:
    """Of the first question that was answered; in a grid what is worth least, for the best stands first."""
    asked = result.scores[item]
    if is_grid(ballot.questions) and {"impact", "effort"} <= set(asked):
        return asked["effort"].mean - asked["impact"].mean
    return next(asked[question].mean for question in ballot.questions if question in asked)


def number(value: float) -> str:
    """A score with one decimal, as one writes it here."""
    return f"{value:.1f}".replace(".", "," if language() == "nl" else ".")


def _spread(spread: Spread, *, felt: bool) -> str:
    """The median and the spread around it; in words for screen readers."""
    most = max(spread.histogram.values()) or 1
    heights = "".join(f'<i style="height:{100 * n / most:.0f}%"></i>' for n in spread.histogram.values())
    bars = "; ".join(f"{value}: {n}" for value, n in spread.histogram.items() if n)
    hist = f'<span class="jm-hist" role="img" title="{escape(bars)}" aria-label="{escape(bars)}">{heights}</span>'
    if not felt:
        return f"{hist} {number(spread.mean)}"
    face = f'<img src="{faces.uri(step_of(spread.median))}" alt="{escape(faces.word(spread.median, language()))}">'
    return f"{face} {hist} {signed(round(spread.median, 1), language())}"


def _draw_mark(found: Outcome, ballot: Ballot) -> None:
    """The first places as moments of truth, or as pain points; a tie on the last one brings in all that share it."""
    key = state.key("workshop", "top", found.step.id)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.number_input(t("lead-top"), 1, 20, TOP, width=130, key=key)
        top = best(found.result, ballot, int(state.get(key, TOP)))
        truths: Sequence[Change] = truth_changes(found.journey, top)
        pains: Sequence[Change] = pain_changes(found.journey, top, new_id, language=found.journey.language)
        _mark("truth", ":material/star:", found, truths, len(top))
        if ballot.items != "pain_points":
            _mark("pain", ":material/bolt:", found, pains, len(top))
    names = [shortened(found.texts.get(item, "")) for item in top]
    st.caption(plain(t("lead-top-is", names=" · ".join(name for name in names if name))))


def _mark(name: str, icon: str, found: Outcome, changes: Sequence[Change], n: int) -> None:
    st.button(
        t(f"lead-mark-{name}", n=n) if changes else t(f"lead-marked-{name}"),
        icon=icon,
        disabled=not changes,
        key=state.key("workshop", "mark", name, found.step.id),
        on_click=put_on_click,
        args=(found.head.id, *changes),
        kwargs={"toast": t(f"lead-mark-{name}-told", n=n)},
    )
