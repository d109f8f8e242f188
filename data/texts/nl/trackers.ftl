# Story’s als bestanden voor trackers.

story-unchanged = Er is niets veranderd sinds “{ $title }”.
story-only-dropped = Er hoeft niets nieuws gebouwd te worden sinds “{ $title }”: er zijn alleen micromomenten die niet meer nodig zijn.

tracker-epic = De episode “{ $episode }” van de klantreis “{ $map }”.
tracker-done-when = Het is klaar als dit alles klopt:
tracker-sheet = Story’s
tracker-then = gaat het zoals de story zegt
tracker-gh-full = Deze epic heeft al 100 subissues, en meer neemt GitHub niet aan: deze story staat los.

exchange-format-stories-xlsx = Story’s als werkmap (Excel)
exchange-format-stories-xlsx-about = Een rij voor elke epic en story, met filters en een kop die blijft staan.
exchange-format-stories-jira-csv = Jira (CSV)
exchange-format-stories-jira-csv-about = Eerst de epics, dan hun story’s eronder; wat er verder bekend is, staat in de beschrijving.
exchange-format-stories-azure-agile-csv = Azure DevOps, Agile-proces (CSV)
exchange-format-stories-azure-agile-csv-about = Epics en user stories, met acceptatiecriteria en tags.
exchange-format-stories-azure-scrum-csv = Azure DevOps, Scrum-proces (CSV)
exchange-format-stories-azure-scrum-csv-about = Epics en product backlog items, met acceptatiecriteria en tags.
exchange-format-stories-azure-basic-csv = Azure DevOps, Basic-proces (CSV)
exchange-format-stories-azure-basic-csv-about = Epics en issues; dit proces heeft geen veld voor acceptatiecriteria, dus die staan in de beschrijving.
exchange-format-stories-jira-zip = Jira, in delen (ZIP met CSV)
exchange-format-stories-jira-zip-about = Voor een grote backlog: bestanden van hooguit 1.500 rijen, elk met de eigen epics, om een voor een te importeren.
exchange-format-stories-jira-few-zip = Jira, in kleine delen (ZIP met CSV)
exchange-format-stories-jira-few-zip-about = Voor wie geen beheerder is: bestanden van hooguit 250 rijen, elk met de eigen epics, om een voor een te importeren.
exchange-format-stories-azure-agile-zip = Azure DevOps, Agile-proces, in delen (ZIP met CSV)
exchange-format-stories-azure-agile-zip-about = Voor een grote backlog: bestanden van hooguit 1.000 items, elk met de eigen epics, om een voor een te importeren.
exchange-format-stories-azure-scrum-zip = Azure DevOps, Scrum-proces, in delen (ZIP met CSV)
exchange-format-stories-azure-scrum-zip-about = Voor een grote backlog: bestanden van hooguit 1.000 items, elk met de eigen epics, om een voor een te importeren.
exchange-format-stories-azure-basic-zip = Azure DevOps, Basic-proces, in delen (ZIP met CSV)
exchange-format-stories-azure-basic-zip-about = Voor een grote backlog: bestanden van hooguit 1.000 items, elk met de eigen epics, om een voor een te importeren.
exchange-format-stories-linear-csv = Linear (CSV)
exchange-format-stories-linear-csv-about = Een rij voor elke story. Linear kent geen epics: de episode is een label, en momenten van de waarheid krijgen een hoge prioriteit.
exchange-format-stories-redmine-csv = Redmine (CSV)
exchange-format-stories-redmine-csv-about = Epics, met de userstory’s als subtaken. Redmine herkent de kolommen vanzelf.
exchange-format-stories-trello-json = Trello (JSON)
exchange-format-stories-trello-json-about = Een bord zoals Trello het zelf exporteert: een lijst voor elke episode, een kaart voor elke story, criteria om af te vinken.
exchange-format-stories-github-sh = GitHub, script (gh)
exchange-format-stories-github-sh-about = Maakt de issues, hun labels en subissues met de opdrachtregel van GitHub; wat er al is, blijft.
exchange-format-stories-github-zip = GitHub, issues als tekst (ZIP)
exchange-format-stories-github-zip-about = Een Markdown-bestand voor elk issue, met een lijst van titels, labels en epics.
exchange-format-stories-github-json = GitHub, issues (JSON)
exchange-format-stories-github-json-about = Voor een eigen programma: elk issue zoals GitHub het aanneemt.
exchange-format-stories-feature-zip = Acceptatietests (Gherkin, ZIP)
exchange-format-stories-feature-zip-about = Een .feature-bestand voor elke story, met een scenario voor elk acceptatiecriterium.
exchange-format-stories-json = Story’s als gegevens (JSON)
exchange-format-stories-json-about = Alles wat de story’s zeggen, voor programma’s; het schema is gepubliceerd.

tracker-limits-jira = Jira raadt hooguit 1.500 rijen per bestand aan; wie geen beheerder is, kan er vaak maar 250 importeren. Nog een keer importeren maakt alles dubbel.
tracker-limits-azure = Azure DevOps neemt 1.000 items per bestand aan. Elk item wordt nieuw gemaakt, met de status New: nog een keer importeren maakt alles dubbel.
tracker-limits-linear = Linear werkt nooit iets bij: nog een keer importeren maakt elke story dubbel.
tracker-limits-redmine = Het project heeft de trackers “Epic” en “User story” nodig. Met een eigen veld “Journey ID” houdt elk issue het ID van zijn story. Nog een keer importeren maakt alles dubbel.
tracker-limits-trello = Trello importeert zelf geen bestanden: dit is voor een importprogramma, of een programma van jezelf.
tracker-limits-github = GitHub neemt 80 wijzigingen per minuut aan en 500 per uur, dus het script neemt de tijd. Een epic heeft hooguit 100 subissues.

stories-take-title = De stories meenemen
stories-take-for = Waarvoor
stories-take-do = Bestand downloaden
stories-take-preview = Zo begint het bestand
stories-take-nothing = Het bestand heeft geen rijen.
stories-take-parts = Dit zijn { $n } epics, story’s en taken, en de importer neemt er { $most } tegelijk: je krijgt genummerde bestanden in een ZIP. Importeer ze op volgorde; elk heeft de eigen epics.
