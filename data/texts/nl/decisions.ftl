# Besluiten: wat er gebeurt, wie ervan is, wanneer we terugkijken.

exchange-place-decisions = besluit { $number }
summary-decision-review = terugkijken op { $day }
refusal-decision-not-a-note = Een besluit staat niet op de parkeerplaats: schrijf het bij de besluiten, met een eigenaar en een dag.
refusal-decision-no-map = Deze workshop heeft nog geen kaart, dus een besluit kan nergens worden bewaard.

lead-note-decide = Maak er een besluit van
lead-note-decided = Het is nu een besluit. Geef het een eigenaar en een dag.
