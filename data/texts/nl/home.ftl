# Start: de lijst, het archief, een nieuwe kaart.

home-title-maps = Klantreizen
home-title-new = Een nieuwe kaart
home-title-archive = Archief
home-to-maps = Terug naar de kaarten
home-to-new = Nieuwe kaart
home-to-archive = Archief

home-search = Zoeken
home-search-for = Zoek in titels, persona’s, micromomenten, behoeften, notities
home-found = { $n ->
    [0] Niets met deze woorden. Probeer minder of kortere woorden.
    [one] Eén kaart met deze woorden
   *[other] { $n } kaarten met deze woorden
}
home-count = { $n } kaarten, de laatst veranderde bovenaan
home-open = Open deze kaart
home-size = { $episodes ->
    [one] één episode
   *[other] { $episodes } episodes
} · { $moments ->
    [one] één micromoment
   *[other] { $moments } micromomenten
} · { $touchpoints ->
    [one] één contactpunt
   *[other] { $touchpoints } contactpunten
}
home-size-none = er staat nog niets op
home-changed = { $ago } veranderd
home-more-hits = { $n ->
    [one] en nog één op deze kaart
   *[other] en nog { $n } op deze kaart
}

home-do = Wat je met deze kaart kunt doen
home-do-to-be = Ontwerp de to-be
home-do-duplicate = Dupliceren
home-do-take = Meenemen
home-do-share = Delen
home-do-archive = Archiveren
home-do-delete = Voorgoed verwijderen …
home-to-be-made = “{ $title }” staat klaar. Ze begint als de as-is; nu mag alles anders.
home-duplicated = “{ $title }” staat klaar.
home-archived = “{ $title }” ligt in het archief. Er is niets weg: daar kun je haar terugzetten.

home-archive-empty = Het archief is leeg. Een kaart die je archiveert verdwijnt uit de lijst en kan hier altijd worden teruggezet.
home-archive-why = Deze kaarten staan niet in de lijst en kunnen niet veranderen. Er gaat niets van verloren, tenzij iemand ze voorgoed verwijdert.

home-empty = Nog geen kaarten
home-empty-wait = De facilitator heeft nog geen kaart in deze workshop gebracht. Zodra dat gebeurt staat ze hier: laad de pagina opnieuw.

new-way = Hoe ze begint
new-way-scratch = Vanaf nul
new-way-template = Vanuit een sjabloon
new-way-file = Vanuit een bestand
new-way-sample = Een voorbeeld laden

new-scratch-why = Een titel en een persona zijn genoeg om te beginnen; episodes en micromomenten volgen op de kaart.
new-title = Titel
new-title-for = Een bezoek aan een natuurpark
new-title-help = Wat de persona doet of wil, zoals “Een bezoek aan een natuurpark”
new-kind = As-is of to-be
new-kind-as-is = Hoe het nu beleefd wordt
new-kind-to-be = Hoe het beleefd zou moeten worden
new-persona = Persona
new-persona-for = Marieke, komt voor het eerst
new-persona-help = Wiens reis is het? Een kaart is altijd van iemand.
new-language = Taal van de kaart
new-make = Maak de kaart

new-template = Sjabloon
new-template-why = Een sjabloon heeft episodes, gebruikelijke kanalen en een paar micromomenten, om te veranderen.
new-no-templates = Er zijn geen sjablonen in deze taal.

new-sample-why = Kaarten die af zijn, om in rond te kijken. Verander ze gerust: elk kan opnieuw geladen worden.
new-sample-load = Laden
new-sample-with-to-be = met haar to-be

import-why = Een kaart die uit Journeymap is geëxporteerd (.json), of een van waar zij nu staat: Excel, CSV, Markdown, Mermaid, YAML, JSON, CJML, of de briefjes van Miro, Mural of FigJam. Je ziet wat het wordt voordat er iets wordt opgeslagen.
import-file = Het bestand, of een as-is en haar to-be samen
import-file-help = Een tabel kan een rij per micromoment hebben, of de episodes naast elkaar en de banen onder elkaar.
import-step-map = De kaart
import-step-columns = Wat de kolommen betekenen
import-columns-why = { $rows ->
    [one] De tabel heeft één rij. We hebben aan de namen geraden wat de kolommen zijn; verander wat niet klopt.
   *[other] De tabel heeft { $rows } rijen. We hebben aan de namen geraden wat de kolommen zijn; verander wat niet klopt.
}
import-column-is = Wat “{ $column }” is
import-column-ignore = weglaten
import-column-blank = Deze kolom is leeg
import-step-preview = Wat het wordt
import-count-episodes = episodes
import-count-moments = micromomenten
import-count-channels = kanalen
import-count-touchpoints = contactpunten
import-count-needs = behoeften
import-count-pain-points = pijnpunten
import-problems = { $n ->
    [one] Eén ding in het bestand moet eerst kloppen voordat het geïmporteerd kan worden. Er is niets opgeslagen.
   *[other] { $n } dingen in het bestand moeten eerst kloppen voordat het geïmporteerd kan worden. Er is niets opgeslagen.
}
import-notes = { $n ->
    [one] Eén ding om te weten
   *[other] { $n } dingen om te weten
}
import-more-remarks = { $n ->
    [one] Nog één
   *[other] Nog { $n }
}
import-rest-remarks = … en nog { $n }
import-episode = { $title } · { $n ->
    [one] één micromoment
   *[other] { $n } micromomenten
}
import-episode-empty = Nog geen micromomenten
import-write = Maak deze kaart

home-running-open = Open
home-running = Nu bezig
home-doors = Waar wil je beginnen?
home-door-sample = Bekijk het voorbeeld
home-door-sample-why = Een gezin een dag in een natuurpark: 59 micromomenten, hoe het voelt en hoe het zou moeten voelen. Verander wat je wilt.
home-door-sample-go = Open het voorbeeld
home-door-workshop = Begin een workshop
home-door-workshop-why = Een agenda, een code voor de zaal, en iedereen doet mee op de telefoon.
home-door-workshop-go = Maak een workshop
home-door-alone = Werk alleen
home-door-alone-why = Een titel en een persona zijn genoeg om te beginnen. Anderen erbij halen kan later.
home-door-alone-go = Maak een kaart
home-empty-other = Of begin met wat je al hebt:
home-no-to-be = Er is nog geen to-be.
home-card-moments = { $n ->
    [one] één micromoment
   *[other] { $n } micromomenten
}
home-card-channels = { $n ->
    [0] nog geen kanalen
    [one] één kanaal
   *[other] { $n } kanalen
}
home-card-truths = { $n ->
    [one] één moment van de waarheid
   *[other] { $n } momenten van de waarheid
}
home-card-validated = { $n ->
    [0] nog niets bevestigd
   *[other] { $n } % bevestigd
}
home-card-new = { $n ->
    [0] nog niets nieuws
    [one] één is nieuw
   *[other] { $n } zijn nieuw
}
home-card-owner = Eigenaar
home-card-review = Volgende controle
home-card-compare = Vergelijk
home-card-compare-help = Wat de to-be behoudt, verandert en open laat
home-clock-label = Tijd over
home-clock-none = geen klok
home-clock-soon = nog één minuut
home-clock-over = over de tijd
thumbnail-lowest = Laagste ({ $valence }): “{ $text }”.
thumbnail-highest = Hoogste ({ $valence }): “{ $text }”.
thumbnail-aims = { $n ->
    [0] Er staat nog niets op.
    [one] Hoe één micromoment zou moeten voelen, over hoe het nu voelt.
   *[other] Hoe { $n } micromomenten zouden moeten voelen, over hoe het nu voelt.
}
thumbnail-none = { $n ->
    [0] Er staat nog niets op.
   *[other] Niemand heeft nog gezegd hoe het voelt.
}
