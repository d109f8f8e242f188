# Het netwerk op het scherm.

graph-screen-empty = Nog niets te tekenen
graph-screen-empty-why = Het netwerk laat zien hoe mensen door de micromomenten gaan. Voeg de eerste toe op de kaart, dan verschijnen ze hier van links naar rechts.
graph-screen-to-map = Voeg micromomenten toe op de kaart
graph-screen-see-map = Bekijk de kaart
graph-screen-no-to-be = Nog geen to-be om hieroverheen te leggen
graph-screen-no-to-be-why = Deze weergave toont beide kaarten in één netwerk: wat blijft, wat verdwijnt en wat nieuw is. Daar is een to-be voor nodig die uit deze as-is is gemaakt.
graph-screen-over = De to-be over deze as-is
graph-screen-over-why = Beide kaarten in één netwerk: wat blijft, wat verdwijnt en wat nieuw is. Het hoort bij de to-be.
graph-screen-to-to-be = Toon de to-be over deze as-is

# De weergaven

graph-screen-views = Weergave van het netwerk
graph-screen-view-journey = Reis
graph-screen-view-channels = Kanalen
graph-screen-view-needs = Behoeften
graph-screen-view-backstage = Achter de schermen
graph-screen-view-over = To-be over as-is

# Wat er te zien is

graph-screen-filter = Filter
graph-screen-filter-on = Filter ({ $n })
graph-screen-filter-all = Alle
graph-screen-filter-episodes = Episodes
graph-screen-filter-channels = Kanalen
graph-screen-filter-paths = Paden
graph-screen-filter-teams = Teams
graph-screen-filter-feeling = Hoe het voelt, van … tot …
graph-screen-filter-clear = Wis alle filters

# Meenemen

graph-screen-take-whole = De hele kaart gaat mee: het filter geldt alleen op dit scherm.

# In het beeld

graph-screen-stage = Het netwerk. Met de pijltjes links en rechts loop je van het een naar het ander, omhoog en omlaag wisselt van pad, Enter kiest, E tekent een stap, Delete haalt een stap uit het pad, P speelt het pad af, schuine streep zoekt, plus en min zoomen, nul toont alles, Escape verlaat het.
graph-screen-paths = Paden, om te volgen
graph-screen-episodes = Episodes, om naartoe te springen
graph-screen-legend = Wat de tekens betekenen
graph-screen-tools = Zoomen
graph-screen-acts = Wat je kunt doen
graph-screen-playshort = Wandel
graph-screen-drawshort = Teken een stap
graph-screen-tidyshort = Opruimen
graph-screen-in = Inzoomen (+)
graph-screen-out = Uitzoomen (−)
graph-screen-fit = Toon alles (0)
graph-screen-full = Volledig scherm
graph-screen-tidy = Opruimen: deel het opnieuw in
graph-screen-draw = Teken een stap tussen twee micromomenten (E)
graph-screen-play = Loop langs het pad (P)
graph-screen-pause = Pauze
graph-screen-stepback = Een stap terug
graph-screen-stepon = Een stap verder
graph-screen-speed = Snelheid
graph-screen-walkclose = Beëindig de wandeling
graph-screen-walked = Stap { $n } van { $all }. { $told }
graph-screen-find = Zoeken
graph-screen-found = { $n } gevonden. Met Enter ga je van de een naar de ander.
graph-screen-link = Sleep van het ene micromoment naar het volgende, of klik op het ene en dan op het andere.
graph-screen-linkfrom = Vanaf “{ $moment }”: klik op het micromoment dat erna komt.
graph-screen-linked = Van “{ $from }” naar “{ $to }”.
graph-screen-linkdone = Klaar
graph-screen-shownall = Toon weer alles
graph-screen-hidden = Verborgen door het filter: { $n }.
graph-screen-nothing = Niets past bij het filter.
graph-screen-unsaid = gevoelde emotie nog niet bekend
graph-screen-failed = Het netwerk kan in deze browser niet worden getekend. De tabel hieronder zegt hetzelfde.
graph-screen-hint = Ctrl met het wiel zoomt, slepen verschuift.

graph-feels-unsaid = nog niet bekend
graph-step-told = { $moment }. Voelt als: { $feels }.
graph-path-told = { $path }: { $kind }, { $n ->
        [one] één stap
       *[other] { $n } stappen
    }

# Wat er is gedaan

graph-screen-tidied = Opnieuw ingedeeld
graph-screen-tidy-already = Het is al opgeruimd: hier is niets met de hand verplaatst.
graph-screen-first-path = Eerste pad
graph-screen-linked-already = Het pad gaat al zo.
graph-screen-cut = Uit het pad gehaald
graph-screen-cut-between = “{ $moment }” is uit “{ $path }”; dat gaat nu van “{ $before }” naar “{ $after }”.
graph-screen-cut-end = “{ $moment }” is uit “{ $path }”.

# Ernaast

graph-screen-findings = Wat opvalt
graph-screen-findings-more = Nog { $n }
graph-screen-show = Laat zien
graph-screen-ways = De paden
graph-screen-no-ways = Er is nog geen pad getekend. Een pad zegt in welke volgorde mensen echt door de micromomenten gaan.
graph-screen-add-path = Voeg een pad toe
graph-screen-steps = { $n ->
        [one] één stap
       *[other] { $n } stappen
    }
graph-screen-switches = { $n ->
        [0] geen wissel
        [one] één wissel
       *[other] { $n } wissels
    }
graph-screen-returns = { $n ->
        [one] komt één keer terug
       *[other] komt { $n } keer terug
    }
graph-screen-choose-edit = Klik op iets in het netwerk om het hier te zien en te bewerken.
graph-screen-choose-read = Klik op iets in het netwerk om te zien wat erbij hoort.
graph-screen-close = Sluiten
graph-screen-cut-step = Haal deze stap uit het pad
graph-screen-edge = Verbinding
graph-screen-told = Wat dit is
graph-screen-team = Team
graph-screen-system = Systeem
graph-screen-group-name = Naam
graph-screen-group-help = De nieuwe naam komt overal waar deze staat.
graph-screen-group-steps = { $n ->
        [one] één stap achter de schermen
       *[other] { $n } stappen achter de schermen
    }
graph-screen-where = Micromomenten
graph-screen-where-more = en nog { $n }
graph-screen-nowhere = Nog bij geen enkel micromoment.

# De tabel

graph-screen-twin = Hetzelfde als tabel
graph-screen-twin-alt = { $view }: alles in het netwerk, met wat ervoor en erna komt
graph-screen-twin-chosen = Gekozen: rij { $n }, { $name }
graph-screen-paths-alt = Alle paden met hun stappen
graph-screen-name = Naam
graph-screen-before = Komt na
graph-screen-after = Leidt naar
graph-screen-path = Pad
graph-screen-kind = Soort
graph-screen-share = Klanten
graph-screen-way = Stappen op volgorde
