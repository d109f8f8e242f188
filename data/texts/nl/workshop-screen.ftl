# De schermen van de facilitator: de workshop, de agenda, de samenvatting, en de workshops op Start.

shell-page-workshop = Workshop
shell-page-workshop-help = Begeleid de zaal stap voor stap: de klok, het onthullen, wie er is, en wat eruit kwam.
shell-page-summary = Samenvatting
shell-page-summary-help = Wat een workshop heeft opgeleverd, en hoe hij eindigt.

# Start

home-title-workshop = Een nieuwe workshop
home-to-workshop = Nieuwe workshop
home-workshops = Workshops
home-workshops-more = { $n ->
    [one] Nog één workshop
   *[other] Nog { $n } workshops
}
home-maps = Reizen
home-workshop-open = Open deze workshop
home-workshop-code = Met deze code komt de zaal binnen
home-workshop-size = { $people ->
    [one] één persoon
   *[other] { $people } mensen
} · { $maps ->
    [0] geen kaart
    [one] één kaart
   *[other] { $maps } kaarten
}
home-workshop-closed = afgesloten op { $day }
home-workshop-new = { $n ->
    [0] nog geen agenda
    [one] nog niet begonnen · één stap
   *[other] nog niet begonnen · { $n } stappen
}
home-workshop-at = stap { $n } van { $of }: { $title }

new-workshop-title = Titel
new-workshop-title-for = Een dag naar het natuurpark
new-workshop-title-help = Wat de persona doet of wil. De eerste kaart heet net zo.
new-workshop-journey = Welke reis?
new-workshop-journey-new = Een nieuwe kaart
new-workshop-journey-help = Een nieuwe kaart begint leeg. Aan een kaart die er al is, werk je verder; haar to-be komt mee.
new-workshop-journey-to-be = De to-be komt mee: { $title }.
new-workshop-journey-copy = Ze hoort bij een andere workshop en blijft daar: je werkt aan een kopie.
new-workshop-persona = Persona
new-workshop-persona-for = Marieke, komt voor het eerst
new-workshop-persona-help = Wiens reis is het? Op de kaart kun je meer over deze persoon vertellen.
new-workshop-purpose = Doel
new-workshop-purpose-for = Waar is het voor? Bijvoorbeeld: minder telefoontjes over boekingen, en mensen die terugkomen.
new-workshop-name = Jouw naam in de zaal
new-workshop-name-for = Noor
new-workshop-name-help = Laat je dit leeg, dan is het de naam die je hier hebt.
new-workshop-language = Taal van de zaal
new-workshop-agenda = Agenda
new-workshop-make = Maak de workshop
new-workshop-made = “{ $title }” staat klaar
new-workshop-go = Ik heb de code bewaard: naar de workshop

# Het scherm van de workshop

lead-all-workshops = Alle workshops
lead-choose = Kies eerst een workshop
lead-choose-why = Op deze pagina begeleid je één workshop. Welke?
lead-choose-none = Er is nog geen workshop. Maak er een op Start: een titel en een agenda zijn genoeg.
lead-taking-part = Je doet mee aan deze workshop
lead-taking-part-why = Alleen facilitators begeleiden hem. Jouw eigen pagina laat elke stap vanzelf zien; op het bord staat de hele kaart.
lead-to-phone = Naar mijn pagina
lead-open-map = Kaart
lead-open-summary = Samenvatting
lead-to-agenda = Agenda bewerken
lead-to-room = Terug naar de zaal
lead-people-n = { $joined ->
    [all] { $n ->
        [one] één persoon aanwezig
       *[other] { $n } personen aanwezig
    }
   *[some] { $n } van { $of } personen aanwezig
}
lead-here-of = { $n } van { $of }
lead-away-n = { $n ->
    [one] één is niet verbonden
   *[other] { $n } zijn niet verbonden
}
lead-persona = als { $name }
lead-saved = alles bewaard, { $revision ->
        [one] één wijziging tot nu toe
       *[other] { $revision } wijzigingen tot nu toe
    }
lead-saved-nothing = deze workshop heeft nog geen kaart

lead-agenda = Agenda
lead-left = nog { $time }
lead-private = privé
lead-vote = stemming
lead-minutes = { $n } min
lead-state-waiting = komt nog
lead-state-running = bezig
lead-state-paused = gepauzeerd
lead-state-revealed = open
lead-state-done = klaar

lead-step-is-on = Deze stap is nu bezig.
lead-start-reveals = “{ $title }” eindigt dan, en wat daarin verborgen is, ziet iedereen.
lead-start-designs = Deze stap gaat over de to-be, en die is er nog niet: zodra je begint, wordt ze ontworpen vanuit de as-is.
lead-do-start = Begin nu met deze stap
lead-do-back = Open deze stap opnieuw

lead-now = Nu: { $title }
lead-closed = Deze workshop is afgesloten
lead-closed-why = Iedereen kan nog lezen wat er is gemaakt; alleen facilitators veranderen nog iets.
lead-no-agenda = Er is nog geen agenda
lead-no-agenda-why = Zonder agenda werkt iedereen naar eigen inzicht op het bord. Stappen geven de zaal een klok, privé schrijven en stemmingen.
lead-not-begun = Klaar om te beginnen
lead-not-begun-why = Laat mensen binnen met de code en begin dan met de eerste stap. Tot dan ziet iedereen een welkom.
lead-clock-label = Resterende tijd
lead-clock-none = geen klok
lead-clock-soon = Nog twee minuten
lead-clock-over = De tijd is om
lead-more-time = +1 min
lead-more-time-help = Een minuut extra voor deze stap
lead-pause = Pauzeer
lead-pause-help = Zet de klok en het werk stil; wat verborgen is, blijft verborgen
lead-do-plan = Maak de agenda
lead-do-close = Afronden: bekijk de samenvatting
lead-do-summary = Bekijk de samenvatting
lead-do-reopen = Heropen de workshop
lead-do-start-step = Begin: { $title }
lead-do-resume-step = Ga verder
lead-do-return-step = Terug naar: { $title }
lead-do-next-step = Volgende: { $title }
lead-do-design-step = Ontwerp de to-be en begin: { $title }
lead-do-end = Beëindig deze stap
lead-do-end-vote = Beëindig de stemming
lead-do-end-scores = Toon de antwoorden
lead-do-reveal-moments = { $n ->
    [0] Onthul
    [one] Onthul één moment
   *[other] Onthul { $n } momenten
}
lead-do-reveal-episodes = { $n ->
    [0] Onthul
    [one] Onthul één episode
   *[other] Onthul { $n } episodes
}
lead-do-reveal-things = { $n ->
    [0] Onthul
    [one] Onthul één bijdrage
   *[other] Onthul { $n } bijdragen
}
lead-scope = Schrijf op wat de zaal afspreekt
lead-revealed-next = Lees wat er binnenkwam, hardop als je wilt. Voeg samen wat hetzelfde zegt, haal uit elkaar wat verschilt, en bespreek wat nog ontbreekt. Ga dan verder.
lead-revealed-votes = Bekijk samen de uitslag: wat verrast jullie? Neem over wat op de kaart hoort, en ga dan verder.
lead-empty = Niemand heeft nog iets geschreven
lead-empty-vote = Nog bijna niemand heeft geantwoord
lead-empty-why = Als je nu onthult, ziet iedereen zo goed als niets en gaat de stap open verder: wat daarna geschreven wordt, is niet meer verborgen, en dat is niet terug te draaien.
lead-empty-wait = Nog even wachten
lead-empty-do = Toch onthullen
lead-back-in-the-open = De stap gaat open verder: hij was al onthuld, dus iedereen ziet meteen wat erbij komt.
lead-back-no-clock = De stap heeft geen klok; met +1 min krijgt hij er een.
lead-back-as-left = De stap gaat verder zoals hij was, met zijn klok en met wat erin verborgen is.
lead-episodes-map = Orden de episodes op de kaart
lead-revealed = Iedereen ziet het nu.
lead-other-steps = Andere stappen
lead-made-moments = { $n ->
    [0] nog niets geschreven
    [one] één micromoment geschreven door { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
   *[other] { $n } micromomenten geschreven door { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
}
lead-made-episodes = { $n ->
    [0] nog geen episode
    [one] één episode van { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
   *[other] { $n } episodes van { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
}
lead-made-things = { $n ->
    [0] nog niets toegevoegd
    [one] één ding toegevoegd door { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
   *[other] { $n } dingen toegevoegd door { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
}
lead-made-answers = { $n ->
    [0] nog geen antwoorden
    [one] één antwoord van { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
   *[other] { $n } antwoorden van { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
}
lead-made-dots = { $n ->
    [0] nog geen stippen
    [one] één stip van { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
   *[other] { $n } stippen van { $people ->
        [0] wie de workshop leidt
        [one] één persoon
       *[other] { $people } mensen
    }
}
lead-not-begun-names = { $n ->
    [one] één is nog niet begonnen: { $names }
   *[other] { $n } zijn nog niet begonnen: { $names }
}
lead-more-people = { $n ->
    [one] nog één
   *[other] nog { $n }
}
lead-only-you = Alleen jij kunt onthullen of de stap beëindigen.
lead-everybody-sees = Iedereen ziet nu alles.

lead-coach = Wat de kaart nog mist
lead-coach-nothing = Niets wat van hieruit te zien is. Jij ziet de zaal: ontbreekt er iets, of staat er iets dubbel?
lead-coach-more = { $n ->
    [one] Nog één punt
   *[other] Nog { $n } punten
}
lead-show-me = Laat zien

lead-controls = Bediening
lead-follow-off = Iedereen volgt mij
lead-follow-on = Iedereen volgt jou
lead-follow-help = Ieders bord laat zien wat het jouwe laat zien, tot je weer klikt.
lead-lock-off = Zet verplaatsen vast
lead-lock-on = Verplaatsen staat vast
lead-lock-help = Staat het vast, dan verplaatsen alleen facilitators kaartjes.
lead-door-off = Sluit de deur
lead-door-on = De deur is dicht
lead-door-help = Is de deur dicht, dan komt er niemand bij; wie er al is, loopt in en uit als eerst.
lead-spotlight-off = Spotlicht
lead-spotlight-on = Spotlicht uit
lead-spotlight-help = Iedereen kijkt naar één kaartje.
lead-spotlight-row = Welk kaartje
lead-spotlight-do = Laat het iedereen zien
lead-spotlight-nothing = Er is nog geen kaartje om te laten zien.
lead-dots-now = Laat stemmen
lead-dots-now-nothing = Er is nog niets om op te stemmen: geen moment, pijnpunt, behoefte of idee dat iedereen ziet.
lead-dots-now-do = Begin de stemming
lead-dots-now-waits = “{ $title }” wacht, met de klok en wat er verborgen is, en gaat na de stemming verder.
lead-dots-now-ends = “{ $title }” eindigt hier; de stemming komt erna.
lead-send = Stuur iedereen naar…
lead-send-help = Iedereen wordt gevraagd naar dezelfde pagina te gaan.
lead-send-page = Pagina
lead-send-map = Kaart
lead-send-do = Stuur iedereen daarheen
lead-sent = Iedereen wordt gevraagd daarheen te gaan.
lead-page-map = het bord
lead-page-graph = de graaf
lead-page-compare = as-is naast to-be
lead-page-stories = de stories
lead-page-summary = de samenvatting
lead-page-room = hun eigen pagina
lead-break = Pauze
lead-break-help = Een pauze met een klok, vanaf nu
lead-break-minutes = Minuten
lead-break-do = Begin de pauze
lead-break-waits = “{ $title }” wacht, met de klok en wat er verborgen is, en gaat na de pauze verder.
lead-break-ends = “{ $title }” eindigt hier; de pauze komt erna.
refusal-vote-not-shown = De uitslag van “{ $title }” is verborgen tot je de stemming beëindigt.
lead-undo = Ongedaan maken

lead-parking = Parkeerplaats
lead-parking-n = { $n ->
    [0] Parkeerplaats
   *[other] Parkeerplaats · { $n }
}
lead-parking-kind = Wat het is
lead-parking-what = Wat je opzij zet
lead-parking-for = “Te duur”, “dat mag nooit van juridisch” …
lead-parking-add = Voeg toe
lead-parking-empty = Er staat nog niets. Wat niet bij deze stap past, komt hier en raakt niet zoek.
lead-parking-no-map = De parkeerplaats komt met de eerste kaart van de workshop.
lead-kind-parked = Voor later
lead-kind-idea = Idee
lead-kind-note = Privénotitie
lead-notes-private = Alleen facilitators zien deze.
lead-note-menu = Wat te doen met “{ $text }”
lead-note-is = Dit is: { $kind }
lead-note-remove = Verwijder

lead-join = Meedoen
lead-projector = Beamer
lead-projector-help = De pagina voor de beamer, in een nieuw venster: code, klok en vraag, en na het onthullen het bord
lead-qr = QR-code van het adres om mee te doen
lead-join-closed = De workshop is afgesloten, dus niemand kan meer meedoen.
lead-new-code = Nieuwe code
lead-new-code-about = Wie er al is, blijft. Met de code en de QR-code van nu komt niemand meer binnen.
lead-new-code-do = Maak een nieuwe code
lead-door-is-closed = De deur is dicht: er komt niemand meer bij.
lead-claim = Een tweede apparaat wil { $name } zijn. Het laat het getal { $number } zien.
lead-claim-allow = Toestaan
lead-claim-deny = Nee

lead-people = In de zaal
lead-nobody-yet = Er doet nog niemand mee. Zeg de code hardop, of laat hem zien met de beamer.
lead-here = verbonden
lead-away = niet verbonden
lead-is-followed = iedereen volgt
lead-written-n = { $n } geschreven
lead-answers-n = { $n ->
    [one] 1 antwoord
   *[other] { $n } antwoorden
}
lead-dots-n = { $n ->
    [one] 1 stip
   *[other] { $n } stippen
}
lead-not-started = nog niet begonnen
lead-not-connected = niet verbonden
lead-person-menu = Wat te doen voor { $name }
lead-person-rename = Hernoem
lead-person-co-facilitator = Maak co-facilitator
lead-person-participant = Maak deelnemer
lead-person-customer = Maak klant
lead-person-observer = Maak waarnemer
lead-person-remove = Haal uit de workshop
lead-person-is-now = { $name } is nu { $role }.
lead-name = Naam
lead-save = Bewaar
lead-remove-title = { $name } uit de workshop halen?
lead-remove-why = De verbinding sluit meteen en de link werkt niet meer. Wat deze persoon maakte, blijft.
lead-removed = { $name } is uit de workshop. Het werk blijft.
lead-new-recovery = Nieuwe herstelcode
lead-new-recovery-help = Een code waarmee je je plaats op een ander apparaat terugkrijgt. De vorige werkt dan niet meer.
lead-recovery-title = Jouw herstelcode
lead-recovery-why = Laat je laptop je in de steek, dan neem je het op elk ander apparaat over met de code van de workshop en deze herstelcode:
lead-recovery-once = Je ziet hem alleen nu. Schrijf hem op, of maak er een foto van.

lead-alike = { $n ->
    [0] Bijna hetzelfde
    [one] Eén groep zegt bijna hetzelfde
   *[other] { $n } groepen zeggen bijna hetzelfde
}
lead-alike-none = Hier staat niets dubbel. Schuif naar links om verder te zoeken.
lead-alike-more = { $n ->
    [one] Er volgt nog één groep.
   *[other] Er volgen nog { $n } groepen.
}
lead-likeness = Hoe gelijk
lead-likeness-help = 100 % is dezelfde woorden; verder naar links wordt er meer aangeboden.
lead-keeper = Welke blijft
lead-because = omdat ik { $need } nodig heb
lead-merge = Voeg { $n } samen
lead-merge-all = { $n ->
   *[other] Voeg alle { $n } groepen samen
}
lead-merged = { $n ->
    [one] Eén moment is samengevoegd. Iedereen die het schreef, staat erbij; ongedaan maken haalt ze weer uit elkaar.
   *[other] { $n } momenten zijn samengevoegd. Iedereen die ze schreef, staat erbij; ongedaan maken haalt ze weer uit elkaar.
}
lead-merged-episodes = { $n ->
    [one] Eén episode is samengevoegd, en haar momenten zijn meeverhuisd. Ongedaan maken haalt ze weer uit elkaar.
   *[other] { $n } episodes zijn samengevoegd, en hun momenten zijn meeverhuisd. Ongedaan maken haalt ze weer uit elkaar.
}
lead-wordings = { $n ->
    [one] De meesten willen dit moment veranderen: in welke woorden?
   *[other] De meesten willen deze { $n } momenten veranderen: in welke woorden?
}
lead-wordings-more = { $n ->
    [one] Er volgt nog één moment.
   *[other] Er volgen nog { $n } momenten.
}
lead-wordings-of = Nu: { $text }
lead-wordings-by = { $n ->
    [one] Eén persoon
   *[other] { $n } personen
}
lead-wordings-channel = via { $name }
lead-wordings-felt = bedoeld gevoel { $value }
lead-wordings-take = Verander het zo
lead-wordings-taken = De to-be zegt het nu in deze woorden. Eén keer ongedaan maken draait het terug.
lead-apart = Houd apart
lead-apart-help = Bied deze groep niet meer aan

lead-outcome = Wat eruit kwam: { $title }
lead-outcome-none = Niemand heeft in deze stap gestemd.
lead-outcome-rest = { $n ->
    [one] Nog één
   *[other] Nog { $n }
}
lead-voted-by = { $n ->
    [one] één persoon stemde
   *[other] { $n } mensen stemden
} · { $dots ->
    [one] één stip
   *[other] { $dots } stippen
}{ $unused ->
    [0] {""}
    [one] {" "}· één niet gebruikt
   *[other] {" "}· { $unused } niet gebruikt
}
lead-scored-by = { $n ->
    [one] één persoon antwoordde
   *[other] { $n } mensen antwoordden
}
lead-place = Plaats
lead-what = Wat
lead-dots = Stippen
lead-tied = Deelt deze plaats met andere
lead-item-gone = staat niet meer op de kaart
lead-opportunity = Kans
lead-question-felt = Hoe het voelt
lead-question-satisfaction = Tevredenheid
lead-question-importance-customer = Belang voor de klant
lead-question-importance-us = Belang voor ons
lead-top = De eerste
lead-top-is = Dat zijn: { $names }
lead-mark-truth = { $n ->
    [one] Markeer als moment van de waarheid
   *[other] Markeer deze { $n } als momenten van de waarheid
}
lead-marked-truth = Gemarkeerd als momenten van de waarheid
lead-mark-truth-told = { $n ->
    [one] Eén moment van de waarheid is gemarkeerd.
   *[other] { $n } momenten van de waarheid zijn gemarkeerd.
}
lead-mark-pain = { $n ->
    [one] Markeer als pijnpunt
   *[other] Markeer deze { $n } als pijnpunten
}
lead-marked-pain = Gemarkeerd als pijnpunten
lead-mark-pain-told = { $n ->
    [one] Eén pijnpunt is gemarkeerd.
   *[other] { $n } pijnpunten zijn gemarkeerd.
}

lead-verdicts = Klopt het? Wat klanten zeggen
lead-verdicts-none = Nog geen klant heeft iets gezegd. Alleen het woord van een klant telt als bevestiging.
lead-verdicts-n = { $customers ->
    [one] één klant
   *[other] { $customers } klanten
}: { $confirmed } bevestigd · { $contested } betwist · { $open } open
lead-standing-confirmed = bevestigd
lead-standing-contested = betwist
lead-standing-open = open

lead-sweep = Kanalenronde: waar gebeurt het, en wat heeft nog niemand genoemd?
lead-sweep-ours = { $ours } van ons · { $other } niet van ons
lead-sweep-ask = Vraag de zaal:
lead-sweep-suggest = Gangbare kanalen die er nog niet staan:
lead-sweep-empty = Dit heeft nog niemand genoemd
lead-not-ours = niet van ons
lead-episode = Episode
lead-channel-added = “{ $name }” staat nu bij de kanalen.

lead-bar-step = Stap { $n } van { $of }: { $title }
lead-bar-back = Terug naar de workshop

# De agenda

agenda-steps = Stappen
agenda-total = { $n ->
    [one] één stap
   *[other] { $n } stappen
} · { $time } in totaal
agenda-no-time = geen vaste tijd
agenda-empty = Nog geen stappen. Voeg de eerste toe.
agenda-is-on = nu bezig
agenda-up = Zet “{ $title }” hoger
agenda-down = Zet “{ $title }” lager
agenda-remove = Verwijder “{ $title }”
agenda-removed = De stap is uit de agenda.
agenda-has-begun = Deze stap is begonnen en blijft dus in de agenda.
agenda-take = Begin met een agenda die er al is
agenda-take-do = Neem deze agenda
agenda-take-look = Wat hij doet, stap voor stap
agenda-add-kind = Een nieuwe stap
agenda-add = Voeg toe
agenda-save = Bewaar als sjabloon
agenda-save-why = De stappen met hun woorden en tijden, zonder hoe het ging. Je kunt er andere workshops mee beginnen.
agenda-save-name = Naam
agenda-save-do = Bewaar
agenda-saved = “{ $name }” staat nu bij de agenda’s.
agenda-fixed = Deze stap is begonnen: de woorden en de tijd kunnen anders, wat hij vraagt niet.
agenda-title = Titel
agenda-prompt = Wat iedereen leest
agenda-prompt-help = Staat op telefoons en op de beamer
agenda-minutes = Minuten
agenda-minutes-none = geen klok
agenda-minutes-help = Leeg: geen klok. De tijd van een stap die bezig is, verander je met +1 min.
agenda-map = Over welke kaart het gaat
agenda-private = Privé tot je het onthult
agenda-private-help = Iedereen schrijft alleen; vóór het onthullen zien alleen facilitators het.
agenda-ballot = Stemming
agenda-items = Waarover gestemd wordt
agenda-items-moments = Micromomenten
agenda-items-pain-points = Pijnpunten
agenda-items-needs = Behoeften
agenda-items-parked = Ideeën en notities op de parkeerplaats
agenda-budget = Stippen per persoon
agenda-budget-help = Hoeveel stippen ieder geeft
agenda-cap = Hoogstens op één ding
agenda-cap-help = 0: zoveel als je wilt
agenda-questions = Wat er gevraagd wordt
agenda-questions-some = Stel ten minste één vraag.
agenda-hidden = Verborgen tot het eind
agenda-hidden-help = Niemand ziet de stand voordat je de stemming beëindigt: zichtbare stemmen halen mensen over.
agenda-anonymous = Zonder namen
agenda-anonymous-help = Niemand ziet ooit wie wat koos, jij ook niet.
agenda-kind-free = Vrij werken op het bord
agenda-kind-scope = Afbakening
agenda-kind-episodes = Episodes
agenda-kind-moments = Micromomenten
agenda-kind-channels = Kanalenronde
agenda-kind-paths = Paden
agenda-kind-emotions = Ervaren emoties
agenda-kind-scores = Scores
agenda-kind-vote = Stippenstemming
agenda-kind-backstage = Backstage
agenda-kind-to-be = To-be
agenda-kind-compare = Vergelijken
agenda-kind-validate = Valideren met klanten
agenda-kind-stories = Stories
agenda-kind-talk = Gesprek
agenda-kind-break = Pauze

# De samenvatting

summary-none = Geen samenvatting om te laten zien
summary-title = { $title }: wat eruit kwam
summary-back = Workshop
summary-anonymous = Zonder namen
summary-anonymous-help = Wie wat maakte en zei, blijft weg, hier en in de download.
summary-decision = Besluiten
summary-decision-none = Er is geen besluit opgeschreven.
summary-parked = Parkeerplaats
summary-parked-none = Er is niets opzij gezet.
summary-idea = Ideeën
summary-votes = Stemmingen
summary-next = Hoe het verdergaat
summary-owner = Eigenaar van de reis
summary-owner-for = Wie let er vanaf nu op?
summary-next-review = Volgende herziening
summary-next-review-for = Wanneer kijken we er weer naar? Bijvoorbeeld 14 mei
summary-saved = Bewaard.
summary-made = Wat er is gemaakt
summary-fates = Van as-is naar to-be: { $fates }
summary-made-none = Er staat nog niets op.
summary-validated = { $n ->
    [one] één klant
   *[other] { $n } klanten
}: { $confirmed } bevestigd, { $contested } betwist
summary-open = Nog open
summary-people = Wie erbij was
summary-made-n = { $n ->
    [one] maakte één ding
   *[other] maakte { $n } dingen
}
summary-crowd-facilitator = { $n ->
    [one] één facilitator
   *[other] { $n } facilitators
}
summary-crowd-co-facilitator = { $n ->
    [one] één co-facilitator
   *[other] { $n } co-facilitators
}
summary-crowd-participant = { $n ->
    [one] één deelnemer
   *[other] { $n } deelnemers
}
summary-crowd-customer = { $n ->
    [one] één klant
   *[other] { $n } klanten
}
summary-crowd-observer = { $n ->
    [one] één waarnemer
   *[other] { $n } waarnemers
}
summary-still-open = Deze workshop is nog open.
summary-step-on = “{ $title }” loopt nog; die stap eindigt als je de workshop afsluit.
summary-steps-undone = { $n ->
    [one] Deze stap is niet gedaan: { $titles }
   *[other] Deze { $n } stappen zijn niet gedaan: { $titles }
}
summary-close-why = Alles wat verborgen is, wordt getoond, de deur gaat dicht, en de kaarten zijn voor iedereen behalve facilitators alleen-lezen. Je kunt hem heropenen.
summary-forever = Geen laatste dag
summary-forever-help = Links blijven werken zolang een plaats geldt: 90 dagen.
summary-until = Iedereen kan lezen tot en met
summary-close-do = Sluit de workshop af
summary-closed-told = De workshop is afgesloten.
summary-is-closed = Afgesloten op { $at }
summary-read-until = Ieders link laat hem zien, alleen-lezen, tot en met { $day }.
summary-read-always = Ieders link laat hem zien, alleen-lezen, zolang plaatsen gelden.
summary-reopened = De workshop is weer open. De deur blijft dicht tot je hem opent.
summary-erase = Wis persoonsgegevens
summary-erase-why = Elke naam wordt “Deelnemer 1”, “Deelnemer 2” enzovoort, in de kaarten, in de geschiedenis en in het databasebestand. Het werk blijft. Niets brengt de namen terug.
summary-erase-type = Typ ter bevestiging de code van de workshop: { $code }
summary-erase-do = Wis alle namen
summary-erased = { $n ->
    [one] Eén naam is gewist.
   *[other] { $n } namen zijn gewist.
}

lead-hand-hand = ↑ steekt een hand op
lead-hand-agreed = ✓ is het eens
lead-hand-unclear = ? vindt het onduidelijk

# Namen die weggaan
lead-person-erase = Naam wissen
lead-erase-title = De naam { $name } wissen
lead-erase-why = De naam verdwijnt uit de lijst van mensen, en daarmee ook wat iemand doet. Geen enkele tekst verandert.
lead-erase-do = Naam wissen
lead-names-asked = { $name } heeft de eigen naam laten wissen. De naam kan nog in teksten staan.
lead-names-look = Bekijken
lead-words = De naam in teksten
lead-words-why = Bekijk elke plek voordat je iets verandert. Niets brengt de naam terug: hij verdwijnt uit de kaarten, hun geschiedenis en het databasebestand.
lead-words-no-names = Van deze persoon is geen naam meer bekend.
lead-words-ordinary = een gewoon woord: het blijft staan
lead-words-persona = ook de naam van de persona: die blijft staan
lead-words-other = ook de naam van iemand anders: die blijft staan
lead-words-places = { $n ->
    [0] in geen enkele tekst
    [one] op 1 plek
   *[other] op { $n } plekken
}
lead-words-found = { $n ->
    [one] 1 plek op de kaarten en in de teksten van de workshop zelf
   *[other] { $n } plekken op de kaarten en in de teksten van de workshop zelf
}; { $logged ->
    [one] 1 regel van de geschiedenis
   *[other] { $logged } regels van de geschiedenis
}
lead-words-more = { $n ->
    [one] Nog 1 plek wordt niet getoond.
   *[other] Nog { $n } plekken worden niet getoond.
}
lead-words-where = Waar
lead-words-is = Nu
lead-words-becomes = Straks
lead-words-workshop = De workshop zelf
lead-words-do = { $n ->
    [one] 1 tekst voorgoed veranderen
   *[other] { $n } teksten voorgoed veranderen
}
lead-words-done = { $n ->
    [one] 1 tekst is veranderd.
   *[other] { $n } teksten zijn veranderd.
}
lead-words-leave = Teksten laten zoals ze zijn
lead-words-left = De teksten blijven zoals ze zijn. De oude namen zijn vergeten.
lead-words-hidden = Verborgen: hier niet te zien.
summary-erase-look = Laat elke plek zien die verandert
summary-erase-left = Deze blijven in teksten staan, omdat het gewone woorden zijn of de naam van de persona: { $names }
lead-vote-anonymous = Deze stemming is anoniem: wie gestemd heeft is niet te zien, en de aantallen groeien met drie mensen tegelijk.
lead-vote-taken-out = Stemmen van iemand die tijdens een stemming uit de workshop wordt gehaald, tellen daarin niet mee. In een anonieme stemming met een open telling blijven ze staan.
lead-not-begun-n = { $n ->
    [one] één is nog niet begonnen
   *[other] { $n } zijn nog niet begonnen
}
lead-person-takeout = Alles weghalen wat zij maakten
lead-takeout-title = Alles van { $name } weghalen?
lead-takeout-why = Wat { $name } maakte verdwijnt van de kaarten, en wat van anderen is veranderd, verplaatst of weggehaald, wordt teruggezet. Waar anderen op hebben voortgebouwd blijft staan, net als stemmen. Op elke kaart is het één handeling: ongedaan maken brengt het terug.
lead-takeout-do = Weghalen
lead-takeout-done = Weggehaald van { $name }: { $rows }. Teruggezet: { $changes }. Gebleven, omdat anderen erop voortbouwden: { $stayed }.
lead-person-signout = Meld overal af
lead-signed-out = { $name } is op alle apparaten afgemeld.

lead-waiting = { $n ->
        [one] Er wacht iemand voor de deur
       *[other] Er wachten { $n } mensen voor de deur
    }
lead-waiting-more = … en nog { $n }
lead-let-in = Laat binnen
lead-let-all-in = Laat iedereen binnen
lead-turn-all-away = Laat niemand binnen
lead-many-out = Haal meer mensen tegelijk eruit
lead-many-who = Wie
lead-choose-idle = Kies iedereen die niets heeft toegevoegd
lead-many-do = { $n ->
        [0] Haal ze eruit
        [one] Haal één iemand eruit
       *[other] Haal { $n } mensen eruit
    }
lead-many-back = { $n ->
        [one] Haal wie er het laatst uit is gehaald terug
       *[other] Haal de { $n } die er het laatst uit zijn gehaald terug
    }

# What the screen of the room shows, and what comes in
lead-screen = Het scherm toont
lead-screen-help = Wat de beamer toont tot de volgende stap begint of tot je iedereen ergens heen stuurt
lead-screen-step = Wat de stap vraagt
lead-screen-prompt = De opdracht en de klok
lead-screen-board = Het bord
lead-screen-curve = De emotiecurve
lead-screen-results = De resultaten
lead-screen-compare = Voor en na
lead-screen-join = De toegangscode, groot
lead-screen-of = Van de stap “{ $title }”.
lead-screen-nothing = Er is nog geen stap met resultaten die iedereen mag zien.
lead-join-large = Toon groot
lead-join-smaller = Maak de code klein
lead-door-shut = Deur dicht
lead-feed = Komt binnen
lead-feed-more = en { $n } van daarvoor, op de kaart
lead-feed-hidden = { $n ->
    [one] Eén die niemand ziet tot je die onthult
   *[other] { $n } die niemand ziet tot je ze onthult
 }
lead-feed-light = Toon dit groot op het scherm
lead-feed-menu = Wat te doen met “{ $text }”
lead-feed-merge = Samenvoegen met een ander…
lead-feed-move = Verplaats naar “{ $title }”
lead-feed-moved = Verplaatst.
lead-feed-merge-title = Samenvoegen met een ander moment
lead-feed-merge-why = “{ $text }” wordt één met het moment dat je kiest. Behoeften, kanalen en stippen gaan mee; met ongedaan maken haal je ze weer uit elkaar.
lead-feed-merge-none = Er is nog geen ander moment.
lead-feed-merge-into = Het moment dat blijft
lead-feed-merge-do = Samenvoegen
