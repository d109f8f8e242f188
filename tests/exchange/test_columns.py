"""Which of our words each column is."""

import pytest

from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import Refusal
from journeymap.exchange import columns
from journeymap.exchange.spreadsheet import Table, read_table


def table(*header: str, rows: tuple[tuple[str, ...], ...] = ()) -> Table:
    return Table(header, rows or (("",) * len(header),), ",", "utf-8", tuple(range(2, 2 + max(1, len(rows)))))


def guessed(*header: str) -> list[str]:
    return list(columns.guess(table(*header)).values())


@pytest.mark.parametrize(
    ("header", "targets"),
    [
        (("Phase", "Moment", "Optional", "Bright spot", "Channel"), "episode moment optional bright_spot channels"),
        (("FASE", "Contactmoment", "Kanalen", "Behoefte"), "episode moment channels needs"),
        (("Stage", "Activity", "Touchpoint", "Pain points"), "episode moment channels pain_points"),
        (("Fase", "Stap", "Kanaal"), "episode moment channels"),
        (("Stap", "Activiteit", "Kanaal"), "episode moment channels"),
        (("Phase", "Touchpoint", "Channel"), "episode moment channels"),
        (("Episode ", "Micro-moment", "Channel(s)"), "episode moment channels"),
        (("moment_of_truth", "Moment"), "moment_of_truth moment"),
        (("Customer journey phase", "What the customer does: step"), "episode moment"),
        (("Emotion (-2 to +2)", "Desired emotion"), "felt_valence targeted_valence"),
        (("Duur (minuten)", "Afdeling", "Systeem", "Knelpunten"), "minutes team system pain_points"),
        (("Opmerkingen", "Bron", "Boodschap"), "notes evidence_source communication"),
        (("Budget", "Priority"), "ignore ignore"),
        (("Ideeën",), "bright_spot"),
        (("Customer actions", "Touchpoints", "Feelings"), "moment channels felt_valence"),
        (("Phases", "Actions"), "episode moment"),
        (("Stages", "Steps", "Emotional journey"), "episode moment felt_valence"),
        (("Klantacties", "Klantbehoeften"), "moment needs"),
        (("User activities", "Their pains"), "moment pain_points"),
    ],
)
def test_names_that_people_give_are_known(header: tuple[str, ...], targets: str) -> None:
    assert guessed(*header) == targets.split()


def test_only_targets_that_hold_many_values_are_given_to_two_columns() -> None:
    assert guessed("Moment", "Activity", "Need", "Needs", "Notes", "Remarks") == [
        *("moment", "ignore", "needs", "needs", "notes", "notes")
    ]


def test_an_emotion_column_with_words_is_the_word_for_it() -> None:
    words = columns.guess(table("Moment", "Emotion", rows=(("Call", "annoyed"), ("Wait", "bored"))))
    numbers = columns.guess(table("Moment", "Emotion", rows=(("Call", "-1"), ("Wait", "?"), ("Go", "+2"))))
    assert (words["Emotion"], numbers["Emotion"]) == ("felt_label", "felt_valence")


@pytest.mark.parametrize(
    ("header", "rows", "targets"),
    [
        (("Phase", "Step", "Description"), (("A", "1", "I call"), ("A", "2", "I wait")), "episode ignore moment"),
        (("Step #", "Step name"), (("1", "I call"), ("2", "I wait")), "ignore moment"),
        (("Nr", "Stap", "Omschrijving"), (("1", "Stap 1", "Bellen"), ("2", "Stap 2", "Gaan")), "ignore ignore moment"),
        (("Activity", "Step"), (("Book", "I call"), ("Book", "I pay")), "episode moment"),
        (("Phase", "Activity", "Step"), (("A", "Book", "I call"),), "episode ignore moment"),
        (("Activiteit", "Stap"), (("Boeken", "Bellen"), ("Boeken", "Betalen")), "episode moment"),
        (("Stap", "Activiteit"), (("Boeken", "Bellen"), ("Boeken", "Betalen")), "episode moment"),
        (("Activity", "Notes"), (("I call", "x"),), "moment notes"),
        (("Moment", "Time"), (("I call", "2026-01-01 10:00"),), "moment ignore"),
        (("Moment", "Time"), (("I call", "0:30"),), "moment minutes"),
        (("Moment", "Mood"), (("I call", "😡"), ("I wait", "good")), "moment felt_valence"),
        (("Moment", "Mood"), (("I call", "green"), ("I wait", "red")), "moment felt_valence"),
    ],
)
def test_what_stands_in_a_column_counts_as_much_as_its_name(
    header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], targets: str
) -> None:
    assert list(columns.guess(table(*header, rows=rows)).values()) == targets.split()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_name_of_our_own_export_is_guessed_back(language: str) -> None:
    for target in columns.TARGETS:
        if target != "bright_spot":
            assert guessed(say(columns.label(target), language)) == [target]


def refused(mapping: dict[str, str], *header: str) -> str:
    with pytest.raises(Refusal) as caught:
        columns.check(table(*header), mapping)
    assert caught.value.reason("nl") != caught.value.reason("en")
    return caught.value.reason()


def test_a_missing_moment_column_is_named_with_the_columns_there_are() -> None:
    reason = refused({"Wat": "ignore", "Phase": "episode"}, "Wat", "Phase")
    assert (
        reason
        == "No column is chosen as Micro-moment, and a map cannot do without it. The columns are: “Wat”, “Phase”."
    )


def test_one_thing_twice_a_strange_column_and_a_strange_target_are_refused() -> None:
    assert "More than one column is chosen as Micro-moment: “A”, “B”" in refused(
        {"A": "moment", "B": "moment"}, "A", "B"
    )
    assert "no column “C”" in refused({"A": "moment", "C": "needs"}, "A", "B")
    assert "cannot be read as “mood”" in refused({"A": "moment", "B": "mood"}, "A", "B")


def test_columns_with_hostile_names_are_just_columns() -> None:
    found = read_table(b"Moment,<img onerror=x>,=1+1\nCall,a,b\n", "map.csv")
    assert list(columns.guess(found).values()) == ["moment", "ignore", "ignore"]
