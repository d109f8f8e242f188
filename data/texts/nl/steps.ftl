# Wat stappen vragen: houden, veranderen of schrappen; het raster van impact en moeite; waarover het gaat.

agenda-kind-grid = Raster van impact en moeite
agenda-kind-close = Besluiten
agenda-scope = Waarover het gaat
agenda-scope-all = Alles
agenda-scope-episodes = Enkele episodes
agenda-scope-vote = De top van de stemming ervoor
agenda-scope-changed = Wat nieuw of veranderd is
agenda-scope-n = { $n ->
    [0] Er is nog niets om over te vragen.
    [one] Eén om te beantwoorden.
   *[other] { $n } om te beantwoorden.
}
agenda-scope-no-vote = Voor deze stap komt geen stemming met stippen: dan gaat het over alles.
agenda-scope-vote-later = De eerste { $n } van “{ $title }”, zodra die stemming voorbij is.
agenda-episodes = Welke episodes
agenda-episodes-some = Kies minstens één episode.
agenda-top = Hoeveel plaatsen
refusal-scope-too-large = { $n } is meer dan iemand één voor één beantwoordt: kies episodes of de top van een stemming, hooguit { $most }.
refusal-vote-not-asked = Daar gaat deze stap niet over.
refusal-proposal-twice = Je hebt al gezegd wat hiermee moet gebeuren: pas dat aan.
refusal-proposal-on-nothing = Dat moment staat niet meer op de kaart.
lead-question-impact = Impact
lead-question-effort = Moeite
lead-quadrant = Kwart
lead-quadrant-quick = Snelle winst
lead-quadrant-big = Grote projecten
lead-quadrant-fill = Voor tussendoor
lead-quadrant-leave = Laten liggen

row-proposals = voorstel
the-proposals = het voorstel
field-proposals-item = waar het over gaat
field-proposals-answer = houden, veranderen of schrappen
field-proposals-text = hoe het moet zijn
field-proposals-channel = kanaal
field-proposals-targeted-valence = beoogde emotie
told-count-proposals = { $n ->
    [one] één voorstel
   *[other] { $n } voorstellen
}
told-value-keep = houden
told-value-change = veranderen
told-value-drop = schrappen

room-ask-grid = Wat maken we eerst?
room-ask-close = Wat hebben we besloten?

room-deck-back = Vorige
room-deck-skip = Sla over
room-deck-next = Volgende
room-deck-of = { $n } van { $all }
room-deck-done = Alles is beantwoord. Je kunt nog terug om iets te veranderen.
room-deck-skipped-one = Je hebt er { $n } overgeslagen.
room-deck-skipped-other = Je hebt er { $n } overgeslagen.
room-deck-open = Beantwoord wat nog open is
room-room-share = De zaal heeft { $n } % van de antwoorden gegeven.
room-question-impact = Hoeveel doet dit voor de klant?
room-question-effort = Hoeveel werk is het?
room-low-impact = weinig
room-high-impact = heel veel
room-low-effort = bijna niets
room-high-effort = heel veel
room-quadrant-quick = Snelle winst
room-quadrant-big = Grote projecten
room-quadrant-fill = Voor tussendoor
room-quadrant-leave = Laten liggen
room-grid-each = Hoe elk beantwoord is
room-grid-impact = Impact voor de klant →
room-grid-effort = Moeite voor ons →
room-grid-said-one = Een raster van impact en moeite met { $n } punt; het staat in de lijst ernaast
room-grid-said-other = Een raster van impact en moeite met { $n } punten; ze staan in de lijst ernaast
room-grid-means = impact { $text }, moeite { $of }
room-grid-apart = de zaal is het niet eens

room-to-be-what = Wat moet ermee gebeuren?
room-to-be-today = Wat er nu is
room-to-be-new = Iets nieuws
room-fate-keep = Houd
room-fate-change = Verander
room-fate-drop = Schrap
room-fates-differ = De zaal is het niet eens
room-proposals-customers = klanten: { $text }
room-proposals-mine = Jij: { $n } van { $all }
room-proposals-room = De zaal is het eens over { $n } van { $all }
room-change-text = Hoe moet het zijn? Ik …
room-change-channel = via
room-change-channel-same = hetzelfde kanaal
room-change-feeling = en ik moet me zo voelen

room-decision-what = Wat hebben we besloten?
room-decision-owner = Van wie is het?
room-decision-me = Ik
room-decision-day = Wanneer kijken we er weer naar?
room-decision-day-wrong = Kies een dag in de kalender.
room-decision-add = Leg het besluit vast
room-decision-none = Er is nog niets besloten.
room-decision-owned = van { $name }
room-decision-review = terugkijken op { $text }
room-journey-owner = Eigenaar van de reis: { $name }
room-journey-review = Volgende herziening: { $text }
room-journey-no-owner = De reis is nog van niemand
room-journey-no-review = Nog geen volgende herziening
room-parking-none = Er staat niets geparkeerd.
room-decisions-n = Besluiten · { $n }
room-parking-n = Parkeerplaats · { $n }
room-decide = Maak er een besluit van
room-decided = Het is nu een besluit. Geef het een eigenaar en een dag.
