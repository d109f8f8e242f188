# De backlog op het scherm: de lijst, een geopende story, en wat ermee kan.

stories-view-backlog = Backlog

backlog-count = { $n ->
        [one] één story
       *[other] { $n } stories
    }
backlog-points = { $n } punten
backlog-unestimated = { $n ->
        [one] één zonder schatting
       *[other] { $n } zonder schatting
    }
backlog-done = { $n } klaar
backlog-overtaken = { $n ->
        [one] Eén story zegt iets met de hand wat het micromoment nu anders zegt. Open de story om dat over te nemen of de eigen tekst te houden.
       *[other] { $n } stories zeggen iets met de hand wat hun micromomenten nu anders zeggen. Open ze om dat over te nemen of de eigen tekst te houden.
    }

backlog-list-keys = Sleep een story aan de puntjes, of verplaats die met Alt en de pijltjes. Enter opent de story.
backlog-list-drag = Sleep naar een andere plek
backlog-list-up = Eerder
backlog-list-down = Later
backlog-list-end = Die staat al aan het eind.
backlog-list-moved = “{ $title }” is nu nummer { $n } van { $all } in “{ $epic }”.
backlog-list-open = Openen
backlog-list-points = punten
backlog-list-priority = Prioriteit
backlog-list-proposed = Prioriteit, zoals voorgesteld
backlog-list-chosen = Prioriteit, zoals gekozen
backlog-list-why = Omdat:
backlog-list-news = de kaart zegt nu iets anders
backlog-list-waits = Wacht op
backlog-list-warnings = Wat beter kan: { $n }

backlog-add = Een story met de hand toevoegen
backlog-add-title = Waar gaat die over?
backlog-add-placeholder = Een korte titel, zoals “Het belregister bijhouden”
backlog-add-do = Toevoegen
backlog-added = De story is toegevoegd.
backlog-left-out = { $n ->
        [one] Eén story is weggelaten
       *[other] { $n } stories zijn weggelaten
    }
backlog-include = Weer opnemen
backlog-included = “{ $title }” staat weer in de backlog.
backlog-empty = Elke story is weggelaten.

backlog-tab-story = Story
backlog-tab-findings = Kwaliteit
backlog-tab-parts = Splitsen, samenvoegen, weglaten
backlog-field-title = Titel
backlog-field-sentence = Zin
backlog-field-criteria = Acceptatiecriteria
backlog-criteria-help = Eén per regel: “Stel: …; als …, dan …”. Of drie regels die beginnen met Stel, Als en Dan.
backlog-field-estimate = Schatting (punten)
backlog-field-status = Status
backlog-field-team = Team
backlog-field-priority = Prioriteit
backlog-field-labels = Labels
backlog-add-label = Kies of typ een label
backlog-field-notes = Notities
backlog-field-waits = Wacht op
backlog-no-team = Nog geen team
backlog-as-proposed = Zoals voorgesteld: { $level }
backlog-proposed = Voorgesteld: { $level }.
backlog-tasks = Achter de schermen, als taken
backlog-says-now = Het micromoment zegt nu:
backlog-said-then = Toen dit geschreven werd:
backlog-take-over = Overnemen
backlog-keep = Mijn tekst houden
backlog-taken-over = Overgenomen.
backlog-kept = Gebleven zoals het geschreven is.
backlog-theirs = Iemand anders schreef intussen:
backlog-take-theirs = Die van de ander nemen
backlog-meanwhile = Iemand anders heeft hier intussen iets veranderd. Wat jij koos, blijft staan tot je opslaat.
backlog-gone = De story die openstond, staat niet meer in de backlog: iemand heeft die weggelaten, samengevoegd of verwijderd. Wat je had getypt, staat hier.
backlog-gone-done = Ik heb het
backlog-close = Sluiten
backlog-discard = Sluiten zonder opslaan
backlog-save = Opslaan
backlog-saved = De story is opgeslagen.
backlog-saved-all = Er is niets veranderd.
backlog-unsaved = { $n ->
        [one] Eén verandering is nog niet opgeslagen.
       *[other] { $n } veranderingen zijn nog niet opgeslagen.
    }

backlog-no-findings = Er is niets gevonden dat beter kan.
backlog-use-wording = Gebruik deze zin
backlog-split-so = Zo splitsen
backlog-put-aside = Terzijde leggen
backlog-aside-reason = Waarom dit zo mag blijven
backlog-asides = Terzijde gelegd
backlog-aside-back = Terughalen

backlog-split = Splitsen
backlog-split-by = Splitsen
backlog-split-lines = Eén nieuwe story per regel
backlog-split-lines-help = Deze story blijft; elke regel wordt een eigen story ernaast. Een regel die met “Als” begint, wordt de zin van die story.
backlog-split-do = Splitsen
backlog-split-done = De story is gesplitst.
backlog-combine = Samenvoegen
backlog-combine-with = Samenvoegen met
backlog-combine-choose = Kies een story
backlog-combine-do = Samenvoegen
backlog-combine-done = De stories zijn er nu één.
backlog-holds = Hierin zitten:
backlog-part-again = Weer uit elkaar halen
backlog-exclude = Weglaten
backlog-exclude-reason = Waarom
backlog-exclude-do = Weglaten
backlog-excluded = De story is weggelaten.
backlog-remove = Verwijderen
backlog-removed = De story is verwijderd.
