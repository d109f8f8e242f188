"""Names that look alike, and texts with nothing to see."""

import pytest

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.lookalikes import (
    are_alike,
    is_invisible,
    is_read_as,
    is_taken_for,
    is_written_alike,
    mixes_scripts,
    skeletons,
)

BLANK = ["\u200b", "\u3164", "\u2800 \u200d", "\u00ad", "\ufe0f", "\u2060\u2063", "\u202e"]
SEEN = ["a", "\u2060x", "\u00e9", "\U0001f600", "\U0001f469\u200d\U0001f680", "\u0645\u200c\u0646", "", "  ", "1"]


@pytest.mark.parametrize("text", BLANK)
def test_a_text_with_nothing_to_see_is_refused_wherever_one_is_written(text: str) -> None:
    assert is_invisible(text)
    made, _ = perform(Journey("m"), [Add(table="maps", id="m", values={"title": "Park"})])
    for table, field in (("episodes", "title"), ("channels", "name"), ("personas", "goal"), ("paths", "name")):
        values = {"name": "Noor"} if table == "personas" else {}
        with pytest.raises(Refusal, match="nothing in it that can be seen"):
            perform(made, [Add(table=table, id="x", values={**values, field: text})])


@pytest.mark.parametrize("text", SEEN)
def test_a_text_with_something_to_see_or_nothing_at_all_is_none_of_those(text: str) -> None:
    assert not is_invisible(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Olaf", "OIaf"), ("Amold", "Arnold"), ("Mila", "\u039c\u0456la"), ("Sam", "S\u0430m"), ("Jan Piet", "Jan-Piet")],
)
def test_what_the_eye_confuses_is_alike(one: str, other: str) -> None:
    assert are_alike(one, other)
    assert not is_written_alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Zoe", "Zo\u00eb"), ("Lia", "Ila"), ("Sofie", "Sofia"), ("Sam", "Sem")])
def test_names_of_two_people_are_not(one: str, other: str) -> None:
    assert not are_alike(one, other)


TITLES = [
    "FACILlTATOR",
    "FaciIitator",
    "fac1l1tator",
    "Facilitat\u043er",
    "F\u1d00cilitator",
    "\u2605 Facilitator \u2605",
    "Facilitator!",
    "\U0001f3a4Facilitator",
    "Facilitator \U0001f451",
    "F.A.C.I.L.I.T.A.T.O.R",
    "F\u00e4cilitator",
    "facilitat\u00f6r",
    "F\u0332acilitator",
    "Facilitator1",
    "Facilitator 2",
    "F@cilit@tor",
    "Facilitat0r",
    "(facilitator)",
    "\uff26acilitator",
    "\u24bb\u24d0cilitator",
    "\U0001f1eb\U0001f1e6cilitator",
    "".join(chr(0x1F170 + ord(c) - ord("A")) for c in "FACILITATOR"),
    "Faci\u200blitator",
    "\u15b4acilitator",
    "Facil\u13a5tator",
    "\u202eFacilitator",
    "[facilitator]",
    "FACILITAT\u2d54R",
]


@pytest.mark.parametrize("name", TITLES)
def test_what_reads_as_a_title_is_one_however_it_is_drawn(name: str) -> None:
    assert is_read_as(name, "facilitator")


@pytest.mark.parametrize(
    ("name", "other"), [("MlLAN", "Milan"), ("milan", "MILAN"), ("OIAF", "Olaf"), ("BlLL", "Bill")]
)
def test_capitals_hide_nothing(name: str, other: str) -> None:
    assert are_alike(name, other)


@pytest.mark.parametrize("name", ["Faye \U0001f451", "\u2605Faye\u2605", "Faye!", "\U0001f1ebaye", "F\u0430ye \u2728"])
def test_whoever_leads_is_not_doubled_with_an_ornament(name: str) -> None:
    assert is_taken_for(name, "Faye")
    assert not is_taken_for("Faye K \U0001f451", "Faye")


@pytest.mark.parametrize(
    "name", ["S\u0430mir", "\u0410lex", "N\u03bfor", "\u0415lena", "Mila \u0405chmidt", "\u13aanna", "\u0531nna"]
)
def test_no_word_mixes_scripts_that_look_alike(name: str) -> None:
    assert mixes_scripts(name)


HONEST = [
    "\u0645\u062d\u0645\u062f",
    "\u0641\u0627\u0637\u0645\u0629 \u0627\u0644\u0632\u0647\u0631\u0627\u0621",
    "\u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646",
    "IJsbrand",
    "Lo\u00efs van \u2019t Hooft",
    "Ren\u00e9e",
    "Willem-Jan d\u2019Hondt",
    "Ji\u0159\u00ed Dvo\u0159\u00e1k",
    "\u017daneta",
    "\u0160t\u011bp\u00e1n Ku\u010dera",
    "\u0130lkay I\u015f\u0131k",
    "\u015eule",
    "I\u011fd\u0131r",
    "Ay\u015fe G\u00fcl",
    "\u0406\u0432\u0430\u043d",
    "\u0395\u03bb\u03ad\u03bd\u03b7",
    "\u041e\u043b\u044c\u0433\u0430 K.",
    "\u5c71\u7530\u30bf\u30ed\u30a6 Ken",
    "Facundo",
    "Owen",
    "Ilse",
    "Eigil",
    "Anna \U0001f1f3\U0001f1f1",
    "Faciliah",
    "Noor 2",
    "Ad",
    "\u0141ukasz",
    "\u00de\u00f3r",
]


def test_honest_names_of_many_languages_pass_and_are_told_apart() -> None:
    for name in HONEST:
        assert not mixes_scripts(name), name
        assert not any(is_read_as(name, title) for title in ("owner", "eigenaar", "facilitator", "co-facilitator")), (
            name
        )
        assert not any(is_taken_for(name, other) for other in HONEST if other != name), name


def test_a_name_of_signs_alone_has_a_skeleton_too() -> None:
    assert skeletons("!!!")
    assert not are_alike("!!!", "???")
