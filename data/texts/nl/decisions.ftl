# Besluiten: wat er gebeurt, wie ervan is, wanneer we terugkijken.

exchange-place-decisions = besluit { $number }
summary-decision-review = terugkijken op { $day }
refusal-decision-not-a-note = Een besluit staat niet op de parkeerplaats: schrijf het bij de besluiten, met een eigenaar en een dag.
refusal-decision-no-map = Deze workshop heeft nog geen kaart, dus een besluit kan nergens worden bewaard.

lead-note-decide = Maak er een besluit van
lead-note-decided = Het is nu een besluit. Geef het een eigenaar en een dag.

lead-decisions-n = { $n ->
    [0] Besluiten
   *[other] Besluiten · { $n }
}
lead-decision-what = Wat er besloten is
lead-decision-owner = Eigenaar
lead-decision-owner-for = Iemand uit de zaal, of een andere naam
lead-decision-day = Terugkijken op
lead-decision-add = Leg het besluit vast
lead-decision-save = Bewaar
lead-decision-edit = Wijzig “{ $text }”
lead-decision-park = Zet “{ $text }” terug op de parkeerplaats
lead-decision-remove = Verwijder “{ $text }”
