# Een bestand dat binnenkomt: wat het is, en wat het openlaat

import-is-csv = Een tabel als tekst (CSV). Zo wordt zij gelezen: { $layout }.
import-layout = Hoe de kaart erin staat
import-layout-rows = een rij per micromoment
import-layout-lanes = episodes naast elkaar, banen onder elkaar
import-layout-layers = een rij per stap, met haar laag
import-layout-notes = een rij per plakbriefje
import-layout-tree = onderdelen onder elkaar
import-layout-outline = koppen, met lijsten eronder
import-sheet = Het blad
import-header = De eerste rij zegt wat de kolommen zijn
import-header-help = Zet het uit als de eerste rij een gewone rij is, en aan als dat niet zo is.
import-insist = Toch als kaart lezen
import-insist-help = Dit lijkt een gebeurtenissenlog. Elke rij ervan zou een micromoment worden.
import-leave-out = “{ $column }” weglaten
import-scale = Op welke getallen “{ $column }” is
import-scale-help = Van slecht naar goed. Ze komen tussen −2 en +2 te staan, waar ze op hun eigen schaal staan.
import-dates = Hoe de datums van “{ $column }” zijn geschreven
import-dates-help = Spreadsheets schrijven datums zoals hun land dat doet; deze zijn op beide manieren te lezen.
import-split = Een lijst in één cel zijn meer micromomenten
import-split-help = Elke regel met een opsommingsteken of een nummer wordt een eigen micromoment.
import-answer--2-to-2 = −2 tot +2
import-answer--3-to-3 = −3 tot +3
import-answer--5-to-5 = −5 tot +5
import-answer-1-to-5 = 1 tot 5
import-answer-1-to-7 = 1 tot 7
import-answer-1-to-10 = 1 tot 10
import-answer-0-to-10 = 0 tot 10
import-answer-0-to-100 = 0 tot 100
import-answer-day-first = eerst de dag: 31/12
import-answer-month-first = eerst de maand: 12/31
refusal-cli-no-scale = “{ $column }” kan niet op “{ $scale }” zijn. Het is een van: { $scales }.

# Wat een bestand is

import-is-excel = Een werkmap van Excel of LibreOffice. Zo wordt zij gelezen: { $layout }.
import-is-markdown = Markdown. Zo wordt het gelezen: { $layout }.
import-is-mermaid = Een reis in Mermaid. Zo wordt zij gelezen: { $layout }.
import-is-yaml = YAML. Zo wordt het gelezen: { $layout }.
import-is-json = JSON van een ander programma. Zo wordt het gelezen: { $layout }.
import-is-board = Plakbriefjes van een whiteboard, naar hun plaats. Zo worden ze gelezen: { $layout }.
import-is-cjml = Een reis in CJML. Zo wordt zij gelezen: { $layout }.
exchange-note-frontstage = Wat medewerkers in het zicht van de klant doen, komt binnen als stap achter de schermen: deze kaart heeft er geen andere plek voor. Kies bij de kolommen iets anders als dat niet klopt.
exchange-note-deviation = “{ $moment }” was daar niet gepland (een afwijking in CJML).
refusal-file-is-mermaid = Dit is een Mermaid-diagram ({ $kind }) en geen reis. Een reis in Mermaid begint met het woord “journey”.
refusal-file-is-miro-backup = “{ $name }” is een back-up van Miro, die alleen Miro kan openen: hij is versleuteld. Kies in Miro Export en “Spreadsheet (CSV)”, of haal het bord met de API op als JSON.
refusal-file-is-bpmn = “{ $name }” is een proces in BPMN. Het zegt wat een organisatie doet, niet wat iemand doormaakt: teken de reis, en zet de stappen achter de schermen.
refusal-file-is-event-log = “{ $name }” is een gebeurtenissenlog (XES): wat klanten deden, een rij per gebeurtenis. Een kaart heeft er een per micromoment.
refusal-file-is-drawing = “{ $name }” is een tekening van diagrams.net. Sla de teksten op als tabel (CSV), en importeer die.
refusal-file-is-graph = “{ $name }” is een graaf (GraphML). Een kaart heeft micromomenten in de volgorde van de reis: importeer een tabel daarvan.
refusal-file-is-xml = “{ $name }” is XML die Journeymap niet kent. Van XML leest het CJML.
refusal-file-is-broken-yaml = Dit YAML-bestand is niet te lezen: er klopt iets niet in regel { $line }. Verwijzingen (&naam, *naam) worden niet gelezen.
refusal-data-no-steps = In dit { $kind }-bestand staat geen lijst met stappen. Journeymap zoekt naar sleutels als phases, stages, steps, actions en touchpoints.
refusal-workbook-no-such-sheet = Deze werkmap heeft geen blad “{ $sheet }”. De bladen zijn: { $sheets }.
refusal-workbook-password = “{ $name }” is met een wachtwoord beveiligd. Sla de werkmap zonder wachtwoord op, en importeer dat bestand.
refusal-workbook-damaged = “{ $name }” is niet te openen: het is beschadigd, of geen werkmap. Open het in zijn eigen programma en sla het opnieuw op.
refusal-workbook-too-large = “{ $name }” zou uitgepakt veel groter zijn dan een reis kan zijn. Tot { $most } MB wordt geopend.
refusal-workbook-long-cell = In cel { $cell } staan meer dan { $most } tekens. Kort de tekst in, en importeer het bestand opnieuw.
refusal-xml-entities = Dit bestand declareert entiteiten of verwijst naar andere bestanden; zulke XML wordt niet geopend. Sla het op zonder DOCTYPE.
refusal-xml-broken = Dit XML-bestand is niet te lezen: er klopt iets niet in regel { $line }.

# Waar het heen gaat

import-into = Waar het heen gaat
import-into-help = Een kaart die er al is, wordt bijgewerkt: rijen met hetzelfde id, of dezelfde woorden op dezelfde plek, veranderen, andere komen erbij. Er verdwijnt niets tenzij jij het zegt, en één keer ongedaan maken neemt alles terug.
import-into-new = een nieuwe kaart
import-into-workshop = een nieuwe kaart in de workshop “{ $title }”
import-into-map = “{ $title }” bijwerken
import-write-update = Werk deze kaart bij
import-update-nothing = In “{ $title }” staat dit allemaal al.
import-update-changed = { $n ->
    [one] Eén waarde zou veranderen
   *[other] { $n } waarden zouden veranderen
}
import-update-added = { $n ->
    [one] Eén ding zou erbij komen
   *[other] { $n } dingen zouden erbij komen
}
import-update-moved = { $n ->
    [one] Eén micromoment zou naar een andere episode gaan
   *[other] { $n } micromomenten zouden naar een andere episode gaan
}
import-update-missing = { $n ->
    [one] Eén ding staat op de kaart en niet in het bestand
   *[other] { $n } dingen staan op de kaart en niet in het bestand
}
import-update-remove = Haal deze van de kaart
import-update-remove-help = Laat je dit uit, dan blijven ze staan.
cli-updated = “{ $title }” is bijgewerkt ({ $id }).
cli-update-missing = { $n ->
    [one] Eén ding (?) staat op de kaart en niet in het bestand; het blijft. Voeg --remove-missing toe om het weg te halen.
   *[other] { $n } dingen (?) staan op de kaart en niet in het bestand; ze blijven. Voeg --remove-missing toe om ze weg te halen.
}
refusal-cli-update-one = Een kaart wordt met één bestand tegelijk bijgewerkt.
refusal-cli-update-document = “{ $path }” is een bestand van Journeymap, en wordt een eigen kaart. Een kaart wordt bijgewerkt met een tabel.
refusal-paste-too-long = Dat zijn meer dan { $most } tekens. Importeer het als bestand.
exchange-note-no-actions = Geen baan zegt wat de klant doet, dus elke kolom wordt één micromoment, met de naam van haar episode.
