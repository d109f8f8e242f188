# Stories op het scherm.

stories-of-to-be = Stories komen uit de to-be
stories-of-to-be-why = Een story zegt wat een team moet maken, en gaat dus uit van hoe de reis beleefd moet worden. Deze kaart is een as-is: hoe het vandaag beleefd wordt.
stories-open = Open de stories van “{ $title }”

stories-empty = Nog geen stories
stories-empty-why = Elk micromoment van deze to-be wordt een story, en elke episode een epic. Voeg de eerste micromomenten toe op de kaart.
stories-to-map = Naar de kaart

stories-count = { $stories ->
        [one] Eén story
       *[other] { $stories } stories
    } in { $epics ->
        [one] één epic.
       *[other] { $epics } epics.
    }
stories-count-changed = { $n ->
        [0] Geen ervan verandert al iets.
        [one] Eén verandert iets; de andere blijven zoals ze zijn.
       *[other] { $n } veranderen iets; de andere blijven zoals ze zijn.
    }
stories-count-lacking = { $n ->
        [one] Aan één ontbreekt nog iets.
       *[other] Aan { $n } ontbreekt nog iets.
    }

stories-search = Zoek in de stories
stories-episode = Episode
stories-all-episodes = Alle episodes
stories-only-changed = Alleen wat verandert
stories-only-lacking = Alleen waar iets ontbreekt
stories-none-found = Geen story past hierbij. Kies minder filters of andere woorden.

stories-targeted = Beoogde emotie
stories-messages = Communicatie
stories-dropped = Niet meer nodig
stories-replaces = Vervangt:
stories-pain-points = Deed pijn:
stories-evidence = Onderbouwing:
stories-backstage = Achter de schermen:
stories-copy = Kopieer deze story
stories-open-on-map = Open op de kaart

stories-take-all = Alle stories van deze to-be.
stories-take-changed = Alleen de stories die iets veranderen.
stories-optional = optioneel
stories-changes = Wat er verandert:
stories-before = Net ervoor:
stories-after = Net erna:
stories-votes = Stemmen:
stories-outcomes = Uitkomst, geen criterium:
stories-nothing-changed = Er is hier niets veranderd sinds de as-is, dus er is nog niets te maken.
stories-said-here = Communicatie:
stories-aim = Beoogde emotie:
