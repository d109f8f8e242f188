# Het netwerk op het scherm.

graph-screen-empty = Nog niets te tekenen
graph-screen-empty-why = Het netwerk laat zien hoe mensen door de micromomenten gaan. Voeg de eerste toe op de kaart, dan verschijnen ze hier van links naar rechts.
graph-screen-to-map = Voeg micromomenten toe op de kaart
graph-screen-see-map = Bekijk de kaart
graph-screen-add-paths = Voeg paden toe op de kaart

graph-screen-stage = De reis als netwerk. Met de pijltjes links en rechts loop je van moment naar moment, met Enter kies je er een, plus en min zoomen, nul toont alles.
graph-screen-episodes = Episodes, om naartoe te springen
graph-screen-tools = Zoomen
graph-screen-in = Inzoomen (+)
graph-screen-out = Uitzoomen (−)
graph-screen-fit = Toon de hele reis (0)
graph-screen-full = Volledig scherm
graph-screen-toggle = Toon of verberg dit pad
graph-screen-failed = Het netwerk kan in deze browser niet worden getekend. De tabel hieronder zegt hetzelfde.
graph-screen-hint-as-is = Hoe hoger een moment staat, hoe beter het voelt; een hol moment: dat is nog niet gezegd. Ctrl met het wiel zoomt, slepen verschuift.
graph-screen-hint-to-be = Hoe hoger een moment staat, hoe beter het moet voelen; een hol moment: nog geen beoogde emotie. Ctrl met het wiel zoomt, slepen verschuift.

graph-feels-unsaid = nog niet gezegd
graph-told-aloud = { $moment }. Episode: { $episode }. Voelt als: { $feels }.

graph-screen-ways = De paden
graph-screen-no-ways = Er is nog geen pad getekend. Een pad zegt in welke volgorde mensen echt door de micromomenten gaan.
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
graph-screen-choose = Kies een micromoment in het netwerk om te zien wat erbij hoort.
graph-screen-close = Sluiten
graph-screen-open = Open op de kaart
graph-screen-optional = optioneel

graph-screen-felt = Gevoeld
graph-screen-targeted = Beoogd
graph-screen-channels = Kanalen
graph-screen-needs = Behoeften
graph-screen-pains = Pijnpunten
graph-screen-backstage = Achter de schermen
graph-screen-paths = Paden
graph-screen-minutes = Duurt
graph-screen-evidence = Onderbouwing
graph-screen-notes = Notities
graph-screen-at-step = { $n ->
        [one] { $path }, stap { $steps }
       *[other] { $path }, stappen { $steps }
    }

graph-screen-twin = Hetzelfde als tabel
graph-screen-twin-alt = Alle micromomenten met hoe ze voelen en wat ervoor en erna komt
graph-screen-paths-alt = Alle paden met hun stappen
graph-screen-number = Nr.
graph-screen-episode = Episode
graph-screen-moment = Micromoment
graph-screen-before = Komt na
graph-screen-after = Leidt naar
graph-screen-path = Pad
graph-screen-kind = Soort
graph-screen-share = Klanten
graph-screen-way = Stappen op volgorde
