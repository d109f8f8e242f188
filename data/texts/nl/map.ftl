# De kaart bewerken: bord, curve, snelle invoer en het paneel ernaast.

map-tool-scope = Wiens reis?
map-tool-scope-help = De persona, en waar de reis begint en eindigt
map-tool-channels = Kanalen
map-tool-channels-help = Alle kanalen, en hoe vaak de reis erdoorheen loopt. Een wissel: de persona moet alle kanalen van een micromoment verlaten voor het volgende.
map-tool-paths = Paden
map-tool-paths-help = De wegen door de micromomenten: goed, moeizaam, in een lus, afgehaakt
map-tool-open = Nog open
map-tool-open-help = Wat deze kaart nog mist, en de weg ernaartoe

map-sheet-fold = Paneel inklappen
map-sheet-unfold = Paneel uitklappen

map-begin-persona = Wiens reis is het?
map-begin-persona-why = Eén persoon met een naam: een kaart is altijd van iemand.
map-begin-episodes = Welke episodes heeft deze reis?
map-begin-episodes-why = Vijf tot zeven episodes in de woorden van de klant, zoals “Op een idee komen”. Typ er een, druk op Enter, typ de volgende.
map-entry = Een micromoment
map-entry-example = Ik bel de balie omdat ik zekerheid nodig heb
map-entry-add = Toevoegen
map-entry-where = In welke episode

map-panel-scope = Persona en afbakening
map-panel-channels = Kanalen
map-panel-paths = Paden
map-panel-open = Wat nog open staat
map-close = Sluiten
map-previous = De vorige
map-next = De volgende
map-parts = Delen van het micromoment
map-part-what = Wat er gebeurt
map-part-behind = Erachter
map-part-more = Meer
map-choose = Kies
map-none = Geen
map-reach = Wat zou een verandering hier raken?
map-reach-help = De stories, teams en communicatie die een verandering hiervan raakt, voordat je iets verandert.
reach-hits = Een verandering hier raakt { $what }.
reach-stories = { $n ->
        [one] één story
       *[other] { $n } stories
    }
reach-teams = { $n ->
        [one] één team
       *[other] { $n } teams
    }
reach-messages = { $n ->
        [one] één boodschap
       *[other] { $n } boodschappen
    }
map-past = Wie dit veranderde, en wanneer
map-past-nothing = Hier is nog niets veranderd.
map-put-back = Terugzetten wat bewaard was
map-gone = Het staat niet meer op de kaart.

map-undo = Ongedaan maken
map-undone = Het is terug.
map-removed = “{ $name }” is van de kaart gehaald.
map-remove = Verwijderen
map-remove-ask = Wil je { $row } “{ $name }” van de kaart halen?
map-remove-along = Dit gaat mee: { $rows }.
map-remove-alone = Er gaat verder niets mee.
map-lock-on = Op slot
map-lock-off = Van slot
map-lock-help = Deelnemers kunnen niets veranderen aan een kaartje dat op slot is, of aan wat erop staat.
map-locked = De begeleider heeft dit kaartje op slot gezet.
map-light-on = Toon aan allen
map-light-off = Toon niet meer
map-remove-do = Verwijderen

map-count-touchpoints = { $n ->
    [one] één contactpunt
   *[other] { $n } contactpunten
}
map-count-needs = { $n ->
    [one] één behoefte
   *[other] { $n } behoeften
}
map-count-pain-points = { $n ->
    [one] één pijnpunt
   *[other] { $n } pijnpunten
}
map-count-backstage-steps = { $n ->
    [one] één stap achter de schermen
   *[other] { $n } stappen achter de schermen
}
map-count-moments = { $n ->
    [one] één micromoment
   *[other] { $n } micromomenten
}
map-count-communications = { $n ->
    [one] één communicatie
   *[other] { $n } communicaties
}
map-count-path-steps = { $n ->
    [one] één stap van een pad
   *[other] { $n } stappen van paden
}
map-count-origins = { $n ->
    [one] één herkomst
   *[other] { $n } herkomsten
}
map-count-places = { $n ->
    [one] één plaats in het netwerk
   *[other] { $n } plaatsen in het netwerk
}

map-row-menu = Verplaatsen of verwijderen
map-up = Omhoog
map-down = Omlaag
map-move = Verplaatsen
map-earlier = Eerder
map-later = Later
map-place-episode = In welke episode
map-place-after = Na
map-place-first = Aan het begin

map-add-after = Hierna
map-need-evidence = Onderbouwing: { $status }
map-episodes-add = Een episode toevoegen
map-episodes-add-after = Een episode hierna toevoegen
map-episodes-example = Het bezoek voorbereiden
map-moments-add-after = Een micromoment hierna toevoegen
map-moments-example = Ik bel de balie omdat ik zekerheid nodig heb

map-feeling-exactly = Precies
map-feeling-exactly-help = Hetzelfde op een fijnere schaal, van −2 (heel slecht) tot +2 (heel goed)
map-feeling-word = Een woord ervoor: kies, of typ er zelf een
map-targeted-help = Wat er juist op dit moment gevoeld zou moeten worden. Laat het leeg om te beogen wat de episode beoogt.
map-targeted-from-episode = Van de episode: { $feeling }
map-targeted-none = De episode heeft nog geen beoogde emotie.
map-targeted-episode-help = Wat de persona in deze episode zou moeten voelen. Een los micromoment mag iets anders beogen.
map-truth-help = Een micromoment dat bepaalt hoe over de hele reis wordt geoordeeld
map-optional-help = Niet iedereen doet dit
map-minutes-help = Hoe lang het duurt, op de klok aan de muur
map-waiting-help = Hoeveel van deze minuten bestaan uit wachten; leeg zolang niemand het weet
map-effort-help = Wat het klanten naar eigen zeggen kost, van 1 (heel makkelijk) tot 7 (heel moeilijk): gemeten, nooit geraden

map-needs-title = Behoeften
map-needs-add = Een behoefte toevoegen
map-pain-points-title = Pijnpunten
map-pain-points-add = Een pijnpunt toevoegen
map-cause = Wat achter de schermen veroorzaakt het?
map-backstage-steps-title = Achter de schermen
map-backstage-steps-add = Toevoegen wat wij uit het zicht doen
map-team = Team
map-system = Systeem
map-evidence-title = Onderbouwing
map-evidence-help = Waarom we geloven dat dit micromoment gebeurt en zo voelt. Het is een vermoeden tot een klant het heeft bevestigd.
map-evidence-by = Marieke, of de klachten van mei
map-communications-title = Communicatie
map-communications-add = Een boodschap toevoegen
map-tone = Toon
map-communication-channel = Via welk kanaal

map-channels-label = Kanalen
map-channels-choose = Kies kanalen, of typ een nieuw
map-channels-help = Elk kanaal van dit micromoment is een contactpunt. Een kanaal dat je typt, komt op de kaart.
map-channel-new = { $name } (nieuw op deze kaart)
map-touchpoints-title = Contactpunten
map-touchpoint-notes = Notities bij dit contactpunt
map-channels-add = Een kanaal toevoegen
map-channels-suggested = Suggesties
map-channel-uses = { $n } ×
map-channel-owned = Van ons
map-channel-others = Niet van ons
map-assumed-help = De groep noemde het voordat ze naar kanalen ging zoeken
map-channel-remove = Dit kanaal verwijderen
map-channel-merge = Hetzelfde als een ander kanaal?
map-channel-merge-into = Samenvoegen met
map-channel-merge-help = De contactpunten en de communicatie gaan naar het andere kanaal; daarna verdwijnt dit.
map-channels-merged = “{ $name }” hoort nu bij “{ $into }”.

map-paths-add = Een pad toevoegen
map-paths-which = Paden
map-paths-none = Een pad is één weg door de micromomenten. Begin met de weg die de meeste mensen gaan.
map-paths-only-happy = Alleen het goede pad is getekend. Wat gebeurt er als er iets misgaat, of als iemand afhaakt?
map-path-steps-title = Stappen
map-path-add = Een micromoment toevoegen als laatste stap
map-path-episode = Alles van “{ $name }”
map-path-all = Alle micromomenten op volgorde nemen
map-repeat = Herhalen
map-share-help = Het percentage klanten dat dit pad volgt

map-persona-title = Persona
map-persona-help = Wiens reis is het? Een kaart is altijd van iemand.
map-personas-add = De naam van de persona
map-goal-example = Een dag buiten met de kinderen, zonder plan
map-quote-example = “Ik wil hun gezichten zien als de herten komen”
map-context-example = Wat speelt er verder in hun leven?
map-scope-title = De kaart
map-scope-start-example = Ik zie het tijdschrift op tafel liggen
map-scope-end-example = Ik vertel een vriendin erover
map-language-help = De taal waarin de kaart is geschreven: voorgestelde woorden en kanalen volgen die

map-origin-title = Waar het vandaan komt
map-origin-help = Het micromoment van de as-is waar dit voor in de plaats komt. Zonder herkomst is het nieuw.
map-origin-of = Micromoment van de as-is
map-origin-new = Nieuw in de to-be
map-origin-gone = Een micromoment dat niet meer in de as-is staat
map-origin-less = Het komt niet hiervandaan
map-merge = Een ander erin opnemen
map-merge-why = De herkomst, kanalen, behoeften, pijnpunten en stappen achter de schermen komen hierheen; daarna verdwijnt het.
map-merge-which = Welk micromoment
map-merge-do = Samenvoegen
map-merged = “{ $name }” is opgenomen.
map-new-do = Nieuw noemen
map-mark-new-help = Het telt niet meer als afkomstig van de as-is

map-open-done = Alles wat nodig is, staat er
map-open-start = Begin met de episodes, in de woorden van de klant.
map-open-hint = Kies een kaartje om er alles van te zien en te veranderen.
map-open-hint-read = Kies een kaartje om er alles van te zien.
map-open-persona = Zeg wiens reis het is
map-open-goal = Zeg wat de persona wil bereiken
map-open-scope = Zeg waar de reis begint en eindigt
map-open-few-episodes = 5 tot 7 episodes is gebruikelijk: ontbreekt er een?
map-open-many-episodes = 5 tot 7 episodes is gebruikelijk: meer is lastig te onthouden.
map-open-empty-episodes = { $n ->
    [one] Eén episode heeft geen micromomenten
   *[other] { $n } episodes hebben geen micromomenten
}
map-open-untargeted = { $n ->
    [one] Eén episode heeft geen beoogde emotie
   *[other] { $n } episodes hebben geen beoogde emotie
}
map-open-no-channel = { $n ->
    [one] Eén micromoment heeft geen kanaal
   *[other] { $n } micromomenten hebben geen kanaal
}
map-open-no-need = { $n ->
    [one] Eén micromoment heeft geen behoefte
   *[other] { $n } micromomenten hebben geen behoefte
}
map-open-no-feeling = { $n ->
    [one] Eén micromoment heeft geen gevoelde emotie
   *[other] { $n } micromomenten hebben geen gevoelde emotie
}
map-open-no-path = Teken een eerste pad door de micromomenten
map-open-only-happy = Alleen het goede pad is getekend
map-open-nobody-asked = Nog geen klant heeft iets bevestigd: deze kaart is een vermoeden
