# Wat stappen vragen: houden, veranderen of schrappen; het raster van impact en moeite; waarover het gaat.

agenda-kind-grid = Raster van impact en moeite
agenda-kind-close = Besluiten
agenda-scope = Waarover het gaat
agenda-scope-all = Alles
agenda-scope-episodes = Enkele episodes
agenda-scope-vote = De top van de stemming ervoor
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
