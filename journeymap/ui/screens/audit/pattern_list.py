"""How the stories of this installation are worded: each sentence, what is wrong with it, and how stories read then."""

from collections.abc import Mapping, Sequence

import streamlit as st

from journeymap.domain.text.catalogue import LANGUAGES, say
from journeymap.domain.text.grammar.sentence import need_said, story_sentence
from journeymap.domain.text.story_patterns import PLACES, StoryPatterns, faults_of
from journeymap.exchange.backlog.story_criteria import Measured, criteria
from journeymap.exchange.backlog.story_outcome import outcome
from journeymap.service.own_patterns import checked
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, service, t

GROUPS: Mapping[str, Sequence[str]] = {
    "sentence": [name for name in PLACES if name.startswith(("sentence", "wish"))],
    "criteria": [name for name in PLACES if name.startswith(("criterion", "given", "when", "then"))],
    "outcome": [name for name in PLACES if name.startswith("outcome")],
}
_LANGUAGE = state.key("wording", "language")
_SAMPLES = (("act", True), ("clause", True), ("question", False), ("unsure", True))
"""What the preview is made of, a form each, and whether it has a need."""


def draw_wording() -> None:
    """The sentences of one language, beside what they make of a few samples."""
    st.caption(t("wording-about"))
    chosen = st.segmented_control(
        t("wording-language"),
        list(LANGUAGES),
        default=language(),
        required=True,
        format_func=LANGUAGES.__getitem__,
        key=_LANGUAGE,
    )
    tongue = chosen or language()
    kept = service().story_patterns.of(me(), tongue)
    with st.grid(2, min_column_width=380, gap="large"):
        with st.container(gap="small"):
            typed, share, faults = _draw_fields(tongue, kept)
        with st.container(gap="small"):
            good = {name: text for name, text in typed.items() if name not in faults}
            patterns = checked(tongue, good, share)
            _draw_preview(tongue, patterns)
    _draw_acts(tongue, typed, share, kept=kept, patterns=patterns, faults=len(faults))


def _draw_fields(tongue: str, kept: StoryPatterns) -> tuple[dict[str, str], int, set[str]]:
    """What stands in the fields, the share, and the names of those that cannot be used."""
    typed, faults = {}, set()
    share = kept.share
    for group, names in GROUPS.items():
        with st.expander(t(f"wording-group-{group}"), expanded=group == "sentence"):
            for name in names:
                text = _draw_field(tongue, name, kept)
                found = list(faults_of(name, text.strip()))
                for fault in found:
                    st.caption(f":red[:material/error: {plain(fault.reason(language()))}]")
                if found:
                    faults.add(name)
                typed[name] = text
            if group == "outcome":
                key = _key(tongue, "share")
                state.once(key, lambda: kept.share)
                share = int(st.number_input(t("wording-share"), 1, 100, step=1, key=key))
    return typed, share, faults


def _draw_field(tongue: str, name: str, kept: StoryPatterns) -> str:
    places = [f"{{{place}}}: {t(f'pattern-place-{place}')}" for place in PLACES[name]]
    key = _key(tongue, name)
    state.once(key, lambda: kept.text(name, tongue))
    told = st.text_input(
        t(f"wording-{name}"),
        help=t("wording-places", places="; ".join(places)) if places else t("wording-no-places"),
        key=key,
        live=True,
    )
    return str(told)


def _draw_preview(tongue: str, patterns: StoryPatterns) -> None:
    """A few stories of different forms, as they read by these patterns."""
    st.markdown(f"**{t('wording-preview')}**")
    for sentence in sample_sentences(tongue, patterns):
        st.markdown(plain(sentence))
    with st.container(border=True, gap="xsmall"):
        st.markdown("\n".join(f"- {plain(text)}" for text in sample_criteria(tongue, patterns)))


def sample_sentences(tongue: str, patterns: StoryPatterns) -> list[str]:
    """The sentence of a sample of each form."""
    persona = say("wording-sample-persona", tongue)
    found = []
    for name, needed in _SAMPLES:
        needs = [say(f"wording-sample-{name}-need", tongue)] if needed else []
        text = say(f"wording-sample-{name}", tongue)
        found.append(story_sentence(text, needs, tongue, persona=persona, patterns=patterns).text)
    return found


def sample_criteria(tongue: str, patterns: StoryPatterns) -> list[str]:
    """The criteria and the outcomes of a sample."""
    title, need = say("wording-sample-act", tongue), say("wording-sample-act-need", tongue)
    sentence = story_sentence(title, [need], tongue, patterns=patterns)
    measured = Measured(
        title=title,
        wish=sentence.wish,
        minutes=10,
        waiting=2,
        channels=(say("wording-sample-channel", tongue),),
        needs=((need, need_said(need, tongue)), (say("wording-sample-unsure-need", tongue), "")),
    )
    aims = ((1.0, ""), (2.0, ""), (None, say("wording-sample-label", tongue)))
    outcomes = [outcome(title, aim, (), tongue, patterns) for aim in aims]
    return [*(one.text for one in criteria(measured, tongue, patterns)), *outcomes]


def _draw_acts(
    tongue: str, typed: Mapping[str, str], share: int, *, kept: StoryPatterns, patterns: StoryPatterns, faults: int
) -> None:
    n = len(kept.own)
    st.caption(t("wording-faults", n=faults) if faults else t("wording-is-own", n=n) if n else t("wording-is-ours"))
    with st.container(horizontal=True, gap="small"):
        st.button(
            t("wording-save"),
            type="primary",
            disabled=bool(faults) or patterns == kept,
            key=state.key("wording", "save"),
            on_click=_save,
            args=(tongue, dict(typed), share),
        )
        st.button(
            t("wording-reset"),
            icon=":material/undo:",
            disabled=kept == StoryPatterns() and patterns == kept and not faults,
            key=state.key("wording", "reset"),
            on_click=_reset,
            args=(tongue,),
        )


def _save(tongue: str, typed: Mapping[str, str], share: int) -> None:
    submitted(lambda: service().story_patterns.change(me(), tongue, typed, share), toast=t("wording-saved"), later=True)


def _reset(tongue: str) -> None:
    done = submitted(lambda: service().story_patterns.reset(me(), tongue), toast=t("wording-reset-done"), later=True)
    if done:
        state.forget(*(_key(tongue, name) for name in (*PLACES, "share")))


def _key(tongue: str, name: str) -> str:
    return state.key("wording", tongue, name)
