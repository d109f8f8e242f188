"""What people call their columns, in English and Dutch, and which of our words each one is."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.map_columns import FURTHER, header

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "episode": (
        *("episode", "phase", "stage", "chapter", "journey stage", "journey phase", "section", "step group"),
        *("fase", "stap", "hoofdstuk", "klantreisfase", "etappe", "stadium"),
    ),
    "moment": (
        *("moment", "micro moment", "micromoment", "step", "activity", "customer activity", "customer action"),
        *("action", "task", "doing", "user action", "what happens", "interaction", "event", "do", "what they do"),
        *("step name", "step title", "step description", "action description", "activity name", "task name"),
        *(
            "stapnaam",
            "naam van de stap",
            "omschrijving van de stap",
            "doen",
            "stappen",
            "story",
            "user story",
            "concept name",
        ),
        *("activiteit", "handeling", "actie", "contactmoment", "klantactie", "wat doet de klant", "wat gebeurt er"),
        *("gebeurtenis", "interactie", "deelstap", "taak"),
    ),
    "channels": (
        *("channel", "channels", "touchpoint", "touchpoints", "touch point", "touch points", "medium", "media"),
        *("kanaal", "kanalen", "contactpunt", "contactpunten", "middel"),
    ),
    "needs": (
        *("need", "needs", "customer need", "customer needs", "user need", "user needs", "goal", "goals", "because"),
        *("behoefte", "behoeften", "behoeftes", "klantbehoefte", "klantbehoeften", "wens", "wensen", "doel", "doelen"),
    ),
    "pain_points": (
        *("pain point", "pain points", "pain", "pains", "painpoint", "painpoints", "problem", "problems", "issue"),
        *("issues", "frustration", "frustrations", "low point", "barrier", "barriers"),
        *("pijnpunt", "pijnpunten", "knelpunt", "knelpunten", "probleem", "problemen", "ergernis", "ergernissen"),
        *("frustratie", "frustraties"),
    ),
    "bright_spot": (
        *("bright spot", "bright spots", "highlight", "highlights", "delight", "delighter", "opportunity"),
        *("opportunities", "idea", "ideas", "quote", "quotes", "thinking", "thoughts", "think", "physical evidence"),
        *("gedachten", "gedachte", "denken", "fysiek bewijs", "solution", "solutions", "oplossing", "oplossingen"),
        *("lichtpunt", "lichtpunten", "hoogtepunt", "hoogtepunten", "kans", "kansen", "idee", "ideeen", "citaat"),
    ),
    "notes": (
        *("note", "notes", "remark", "remarks", "comment", "comments", "description", "details", "explanation"),
        *("notitie", "notities", "opmerking", "opmerkingen", "toelichting", "omschrijving", "beschrijving"),
    ),
    "felt_valence": (
        *("felt emotion", "felt", "felt valence", "emotion", "emotion score", "valence", "sentiment", "mood"),
        *("satisfaction", "feeling", "feelings", "experience", "emotions", "feel", "emotional journey", "voelen"),
        *("emotional state", "satisfaction score", "emotion curve", "happiness", "rating", "score", "waardering"),
        *("gevoelde emotie", "emotie", "gevoel", "emotiescore", "tevredenheid", "beleving", "stemming", "emoties"),
    ),
    "felt_label": (
        *("felt emotion in a word", "felt label", "emotion label", "emotion word", "emotion name"),
        *("gevoelde emotie in een woord", "emotiewoord", "emotielabel"),
    ),
    "targeted_valence": (
        *("targeted emotion", "target emotion", "targeted valence", "desired emotion", "intended emotion"),
        *("beoogde emotie", "gewenste emotie", "doelemotie", "streefemotie"),
    ),
    "targeted_label": (
        *("targeted emotion in a word", "targeted label", "target emotion label", "desired emotion label"),
        *("beoogde emotie in een woord", "gewenste emotie in een woord"),
    ),
    "moment_targeted_valence": ("targeted emotion of the moment", "beoogde emotie van het moment"),
    "moment_targeted_label": (
        *("targeted emotion of the moment in a word", "beoogde emotie van het moment in een woord"),
    ),
    "backstage": (
        *("backstage", "backstage step", "backstage steps", "back stage", "process", "process step"),
        *("internal process", "behind the scenes", "support process", "backstage action", "back office", "support"),
        *("frontstage", "front stage", "frontstage action", "employee action", "onstage action", "staff action"),
        *("support processes", "ondersteunend proces", "ondersteunende processen", "ondersteuning", "backoffice"),
        *("medewerker", "acties van medewerkers", "zichtbare acties", "line of visibility"),
        *("achter de schermen", "stap achter de schermen", "stappen achter de schermen", "proces", "processtap"),
    ),
    "team": (
        *("team", "teams", "department", "departments", "owner", "responsible", "actor"),
        *("afdeling", "afdelingen", "eigenaar", "verantwoordelijke", "verantwoordelijk"),
    ),
    "system": (
        *("system", "systems", "application", "applications", "tool", "tools", "it system"),
        *("systeem", "systemen", "applicatie", "applicaties"),
    ),
    "minutes": (
        *("minutes", "minute", "duration", "time", "time in minutes", "duration in minutes", "lead time"),
        *("minuten", "duur", "tijd", "tijd in minuten", "duur in minuten", "tijdsduur", "doorlooptijd"),
    ),
    "optional": ("optional", "optioneel", "facultatief"),
    "moment_of_truth": (
        *("moment of truth", "moments of truth", "mot", "key moment", "critical"),
        *("moment van de waarheid", "momenten van de waarheid", "sleutelmoment", "kritiek moment"),
    ),
    "evidence_status": ("evidence", "evidence status", "validation", "onderbouwing", "bewijs", "validatie"),
    "evidence_by": (
        *("evidence by", "validated by", "confirmed by", "who says so"),
        *("onderbouwd door", "gevalideerd door", "bevestigd door", "wie dat zegt"),
    ),
    "evidence_source": ("source", "evidence source", "bron", "vindplaats"),
    "evidence_on": (
        *("evidence on", "validated on", "date", "evidence date"),
        *("onderbouwd op", "gevalideerd op", "datum"),
    ),
    "outcome": (
        *("outcome", "outcomes", "desired outcome", "episode outcome", "outcome of the episode"),
        *("uitkomst", "uitkomsten", "gewenste uitkomst", "uitkomst van de episode"),
    ),
    "episode_notes": ("episode notes", "stage notes", "phase notes", "notities bij de fase"),
    "communication": (
        *("communication", "communications", "message", "messages", "key message"),
        *("communicatie", "boodschap", "boodschappen", "bericht", "berichten", "kernboodschap"),
    ),
    "id": ("id", "moment id", "key", "sleutel", "identifier"),
}
"""Exact names come first; a longer header may also contain one of them as a word of its own."""

TARGETS = tuple(dict.fromkeys((*SYNONYMS, *(column.target for column in FURTHER))))
IGNORE = "ignore"


def target_of(name: str) -> str | None:
    """Our word for a column of this very name, or None."""
    return next((found for form in _forms(name) if (found := _names().get(form))), None)


def contained(name: str) -> str | None:
    """Our word for a column whose name contains a known one; the longest known name decides."""
    text = f" {plain(name)} "
    found = [known for known in _names() if len(known) > 3 and f" {known} " in text]
    return _names()[max(found, key=len)] if found else None


def plain(name: str) -> str:
    """A name without capitals, accents and punctuation."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(re.sub(r"[^\w]|_", " ", "".join(c for c in letters if not unicodedata.combining(c))).split())


_WHOSE = re.compile(
    r"^(?:the|our|their|my|key|main|de|het|onze)\b"
    r"|^(?:customer|client|user|patient|visitor|guest|persona|citizen|student|member)s?\b"
    r"|^(?:klant|gebruiker|bezoeker|gast|burger|patient|reiziger)(?:en|s)?(?=\w{4}|\b)"
)
"""What stands before a name and says no more than whose it is."""


def _forms(name: str) -> tuple[str, ...]:
    """The name as it is; without what stands in brackets: “Emotion (-2 to +2)”; one of it; and not saying whose."""
    known = [plain(name), plain(re.sub(r"[(\[{].*?[)\]}]", " ", name))]
    known += [bare for form in known if (bare := _WHOSE.sub("", form).strip()) and bare != form]
    known += [one for form in known for one in (one_of(form), form.removesuffix("s"))]
    return tuple(dict.fromkeys(known))


def one_of(name: str) -> str:
    """A name of many as that of one: “activities” is “activity”."""
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


@cache
def _names() -> Mapping[str, str]:
    names = {plain(name): target for target, names in SYNONYMS.items() for name in names}
    for target in TARGETS:
        for language in LANGUAGES:
            names[plain(header(target, language))] = target
    return names
