"""A whole map to read: everything that is on it, in order, and its figures; nothing can be changed here."""

from collections.abc import Iterable, Iterator

import streamlit as st

from journeymap.domain.analysis.map_counts import map_counts
from journeymap.domain.changes.describe import signed
from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.field_rules import lines_of_outline
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Communication, Episode, Evidenced, Moment, Row
from journeymap.domain.text.catalogue import capital
from journeymap.domain.text.dates import day_said
from journeymap.domain.text.durations import duration_said
from journeymap.ui.panels.read_only import in_words
from journeymap.ui.persona_badge import quoted
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, t


def draw_outline(journey: Journey) -> None:
    """Figures, persona and scope, episodes with their moments, channels, paths."""
    st.title(plain(journey.title), anchor=False)
    st.caption(" · ".join(_about(journey)))
    _draw_figures(journey)
    _draw_persona(journey)
    for number, episode in enumerate(journey.episodes, 1):
        _draw_episode(journey, number, episode)
    _draw_rest(journey)


def _about(journey: Journey) -> Iterator[str]:
    header = journey.header
    yield t(f"shell-kind-{journey.kind}")
    if header.scope_start:
        yield t("outline-starts", where=plain(header.scope_start))
    if header.scope_end:
        yield t("outline-ends", where=plain(header.scope_end))
    yield from _more(journey, header)


def _draw_figures(journey: Journey) -> None:
    found = map_counts(journey)
    shown = {
        "episodes": f"{found.episodes}",
        "moments": f"{found.moments}",
        "touchpoints": f"{found.touchpoints}",
        "channels": f"{found.channels}",
        "switches": f"{found.switches}",
        "needs": f"{found.needs}",
        "mean-felt": _mean(found.felt),
        "mean-targeted": _mean(found.targeted),
    }
    with st.grid(len(shown), min_column_width=105, gap="small"):
        for name, value in shown.items():
            st.metric(t(f"outline-{name}"), value, border=True)


def _mean(valence: float | None) -> str:
    return "–" if valence is None else signed(round(valence, 1), language())


def _draw_persona(journey: Journey) -> None:
    persona = journey.persona
    if persona is not None:
        about = [plain(text) for text in (persona.segment, persona.goal, quoted(persona), persona.context) if text]
        about += _more(journey, persona)
        st.markdown("  \n".join((f":material/person: **{plain(persona.name)}**", *about)))
    if journey.header.notes:
        st.markdown(plain(journey.header.notes))


def _draw_episode(journey: Journey, number: int, episode: Episode) -> None:
    st.subheader(f"{number}\\. {plain(episode.title)}", anchor=False)
    feeling = _feeling(episode.targeted_valence, episode.targeted_label)
    wording = [t("outline-aims", emotion=feeling)] if feeling else []
    wording += [_communication(journey, message) for message in journey.communications_of(episode.id)]
    wording += [plain(episode.notes)] if episode.notes else []
    wording += _more(journey, episode)
    if wording:
        st.caption("  \n".join(wording))
    moments = [_moment(journey, moment) for moment in journey.moments_of(episode.id)]
    st.markdown("\n".join(moments) if moments else f"*{t('import-episode-empty')}*")


def _communication(journey: Journey, message: Communication) -> str:
    row = journey.find("channels", message.channel) if message.channel else None
    about = [plain(part) for part in (message.tone, row.called if row is not None else "") if part]
    more = ", ".join((*about, *_more(journey, message)))
    wording = t("outline-says", message=plain(message.text))
    return f"{wording} ({more})" if more else wording


def _moment(journey: Journey, moment: Moment) -> str:
    """A moment as an item of a Markdown list, and under it all that belongs to it."""
    wording = [f"**{plain(moment.text)}**"]
    if moment.moment_of_truth:
        wording.append(f":yellow-badge[:material/star: {t('field-moments-moment-of-truth')}]")
    wording += [f":gray-badge[{plain(channel.name)}]" for channel in journey.channels_of(moment.id)]
    return "\n".join((f"- {' '.join(wording)}", *(f"  - {line}" for line in _below(journey, moment))))


def _below(journey: Journey, moment: Moment) -> Iterator[str]:
    if felt := _feeling(moment.felt_valence, moment.felt_label):
        yield f"{t('outline-felt', emotion=felt)}{_evidence(moment)}"
    if own := _feeling(moment.targeted_valence, moment.targeted_label):
        yield t("outline-aims", emotion=own)
    yield from _rows_below(journey, moment)
    if moment.minutes is not None:
        yield t("outline-minutes", time=duration_said(moment.minutes, language()))
    if moment.optional:
        yield t("field-moments-optional")
    yield from _more(journey, moment)
    if moment.notes:
        yield plain(" ".join(moment.notes.split()))


def _rows_below(journey: Journey, moment: Moment) -> Iterator[str]:
    """Needs, backstage steps, pain points, and what is noted about a channel."""
    for need in journey.needs_of(moment.id):
        yield _with(f"{t('outline-need', text=plain(need.text))}{_evidence(need)}", journey, need)
    for step in journey.backstage_of(moment.id):
        yield _with(t("outline-backstage", text=_joined((step.text, step.team, step.system))), journey, step)
    for pain in journey.pain_points_of(moment.id):
        cause = journey.find("backstage_steps", pain.cause) if pain.cause else None
        wording = _joined((pain.text, cause.called if cause is not None else ""))
        yield _with(t("outline-pain", text=wording), journey, pain)
    for touchpoint in journey.touchpoints_of(moment.id):
        noted = " · ".join((*filter(None, [plain(touchpoint.notes)]), *_more(journey, touchpoint)))
        if noted:
            channel = journey.find("channels", touchpoint.channel)
            yield f"{plain(channel.called if channel is not None else '')}: {noted}"


def _more(journey: Journey, row: Row) -> list[str]:
    """What has no words of its own here: fields with their names, as far as they say something."""
    wording = ((name, in_words(journey, row, name)) for name in lines_of_outline(row.table))
    return [f"{capital(t(field_name(row.table, name)))}: {words}" for name, words in wording if words]


def _with(wording: str, journey: Journey, row: Row) -> str:
    return " · ".join((wording, *_more(journey, row)))


def _evidence(row: Evidenced) -> str:
    """Why it is believed, where it is more than a guess."""
    if row.evidence_status == "assumed":
        return ""
    on = day_said(row.evidence_on, language()) if row.evidence_on else ""
    wording = [t(f"told-value-{row.evidence_status}"), row.evidence_by, on, row.evidence_source]
    return f" ({plain(', '.join(part for part in wording if part))})"


def _feeling(valence: float | None, label: str) -> str:
    wording = signed(valence, language()) if valence is not None else ""
    return " ".join(part for part in (wording, plain(label)) if part)


def _joined(parts: Iterable[str]) -> str:
    return plain(" · ".join(part for part in parts if part))


def _draw_rest(journey: Journey) -> None:
    if journey.channels:
        st.subheader(t("outline-all-channels"), anchor=False)
        st.markdown(" ".join(_with(f":gray-badge[{plain(one.name)}]", journey, one) for one in journey.channels))
    if journey.paths:
        st.subheader(t("outline-paths"), anchor=False)
        st.markdown("\n".join(_path(journey, path_id) for path_id in journey.siblings("paths", None)))


def _path(journey: Journey, path_id: str) -> str:
    path = next(path for path in journey.paths if path.id == path_id)
    steps = (journey.find("moments", step.moment) for step in journey.steps_of(path_id))
    way = " → ".join(plain(step.called) for step in steps if step is not None)
    share = f", {path.share:g}\u00a0%" if path.share is not None else ""
    return _with(f"- **{plain(path.name)}** ({t(f'told-value-{path.kind}')}{share}): {way}", journey, path)
