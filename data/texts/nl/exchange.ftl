# Bestanden: kaarten en tabellen naar binnen, kaarten en stories naar buiten.

# Waar in een bestand

refusal-at = In { $where }: { $why }
exchange-place-maps = de kaart zelf
exchange-place-personas = de persona
exchange-place-channels = kanaal { $number }
exchange-place-episodes = episode { $number }
exchange-place-moments = micromoment { $number }
exchange-place-touchpoints = contactpunt { $number }
exchange-place-needs = behoefte { $number }
exchange-place-backstage-steps = stap achter de schermen { $number }
exchange-place-pain-points = pijnpunt { $number }
exchange-place-communications = communicatie { $number }
exchange-place-paths = pad { $number }
exchange-place-path-steps = stap { $number }
exchange-place-origins = herkomst { $number }
exchange-place-places = plaats in het netwerk { $number }
exchange-there = { $where }: { $why }
exchange-row = rij { $number }
exchange-column = kolom { $number }
exchange-line = regel { $number }
exchange-item = item { $number }

# Elk bestand

refusal-file-empty = Dit bestand is leeg.
refusal-file-too-big = Dit bestand is { $size } MB; een bestand kan hoogstens { $most } MB zijn. Een kaart is zelden groter dan één: is dit het goede bestand?

# Kaartbestanden

refusal-document-not-text = Dit bestand is niet als tekst te lezen: een Journeymap-bestand is opgeslagen als UTF-8. Exporteer het opnieuw, of sla het op als UTF-8.
refusal-document-not-json = Dit is geen Journeymap-bestand, of het is afgebroken: vanaf regel { $line }, positie { $column } is het niet meer te volgen.
refusal-document-too-deep = Dit is geen Journeymap-bestand: het is veel dieper genest dan een kaart kan zijn.
refusal-document-not-a-number = In dit bestand staat een getal dat op geen kaart past ({ $number }).
refusal-document-key-twice = In dit bestand staat “{ $field }” op één plek twee keer, en er kan er maar één gelden. Haal er een weg.
refusal-document-not-ours = Dit is geen Journeymap-bestand: het begint niet met "format": "journeymap".
refusal-document-no-version = Dit Journeymap-bestand zegt niet welke versie van het formaat het heeft: "version" is een heel getal vanaf 1.
refusal-document-newer = Dit bestand komt uit een nieuwere Journeymap (formaat { $version }); deze leest tot en met formaat { $ours }. Werk Journeymap bij en importeer het opnieuw.
refusal-document-no-map = Dit Journeymap-bestand heeft geen “map”: de titel ontbreekt.
refusal-document-not-a-list = “{ $field }” moet een lijst zijn.
refusal-document-not-a-row = Hier horen velden te staan, en er staat iets anders.
refusal-document-unknown-key = Een Journeymap-bestand heeft hier geen veld “{ $field }”. Controleer de spelling.
refusal-document-id-twice = Het id “{ $id }” staat twee keer in dit bestand; elk id kan één keer worden gegeven.
refusal-document-reference = Het verwijst naar een { $row } met het id “{ $id }”, maar dat id staat niet in dit bestand.

# Tabellen

refusal-file-is-excel = “{ $name }” is een Excel-bestand, waar de naam ook op eindigt. Open het in Excel, kies “Opslaan als” en “CSV UTF-8”, en importeer dat bestand.
refusal-file-is-old-excel = “{ $name }” is een ouder Excel- of Office-bestand, waar de naam ook op eindigt. Open het, kies “Opslaan als” en “CSV UTF-8”, en importeer dat bestand.
refusal-file-is-spreadsheet = “{ $name }” is een LibreOffice-spreadsheet. Open het, kies “Opslaan als” en “Tekst CSV”, en importeer dat bestand.
refusal-file-is-packed = “{ $name }” is een ingepakt bestand, geen tabel. Pak het eerst uit, en importeer het CSV-bestand dat erin zit.
refusal-file-is-pdf = “{ $name }” is een PDF. Journeymap leest tabellen als CSV: vraag om de spreadsheet waar de PDF van is gemaakt.
refusal-file-is-picture = “{ $name }” is een afbeelding. Journeymap leest tabellen als CSV.
refusal-file-is-word = “{ $name }” is een tekstdocument. Journeymap leest tabellen: zet de kaart in een spreadsheet en sla die op als CSV.
refusal-file-is-web-page = “{ $name }” is een webpagina, geen tabel. Misschien is een inlogpagina opgeslagen in plaats van het bestand: download het opnieuw als CSV.
refusal-file-is-json = “{ $name }” is JSON, geen tabel. Komt deze kaart uit Journeymap, importeer haar dan als Journeymap-bestand.
refusal-file-is-unreadable = “{ $name }” is niet als tekst te lezen. Sla de spreadsheet op als “CSV UTF-8”, en importeer dat bestand.
refusal-table-no-header = De eerste rij lijkt op gegevens, niet op namen van kolommen: { $cells }. Zet er een rij boven die zegt wat elke kolom is, zoals Episode, Moment en Kanaal.
refusal-table-no-rows = Deze tabel heeft namen van kolommen, en geen rijen eronder.
refusal-table-too-many-rows = Deze tabel heeft meer dan { $most } rijen, en op een kaart passen { $most } micromomenten. Is het een logboek? Een kaart heeft één rij per micromoment.
refusal-table-too-many-columns = Deze tabel heeft { $columns } kolommen; er kunnen er { $most } worden gelezen. Haal de kolommen weg die niet over de reis gaan.
refusal-table-row-too-long = Rij { $row } heeft { $cells } cellen, maar de eerste rij noemt { $columns } kolommen. Staat er een tekst met een komma of puntkomma die niet tussen aanhalingstekens staat?
refusal-table-title-line = Rij { $row } heeft { $cells } cellen, maar in de eerste rij staat alleen “{ $title }”. Haal de regels boven de namen van de kolommen weg.
refusal-table-quote = In rij { $row } wordt een aanhalingsteken geopend en niet gesloten, of het staat midden in een tekst. Sla de spreadsheet opnieuw op als “CSV UTF-8”: dan komt het goed.

# Kolommen en rijen

refusal-import-missing-column = Er is geen kolom gekozen als { $missing }, en zonder kan een kaart niet. De kolommen zijn: { $columns }.
refusal-import-column-twice = Er is meer dan één kolom gekozen als { $target }: { $columns }. Kies er een, en laat de andere weg.
refusal-import-no-such-column = Deze tabel heeft geen kolom “{ $column }”. De kolommen zijn: { $columns }.
refusal-import-no-such-target = Een kolom kan niet worden gelezen als “{ $target }”. Het is een van: { $targets }.
refusal-import-problems =
    { $count ->
        [one] Er moet eerst iets goed worden gezet voordat deze tabel kan worden geïmporteerd: { $first }
       *[other] Er moeten eerst { $count } dingen goed worden gezet voordat deze tabel kan worden geïmporteerd. Het eerste: { $first }
    }
refusal-import-nothing = Er staat geen micromoment in deze tabel.
refusal-import-no-moment = Deze rij noemt geen micromoment. Vul het in, of maak de rij leeg.
refusal-import-id-twice = Het id “{ $id }” staat ook in rij { $row }. Geef elk micromoment een eigen id, of laat de kolom weg.
refusal-import-not-a-number = bij { $field } staat “{ $cell }”, en dat is geen getal van −2 tot +2, en geen woord ervoor.
refusal-import-valence-range = { $field } { $cell } valt buiten { $worst } … { $best }.
refusal-import-no-number = bij { $field } staat “{ $cell }”, en dat is geen getal.
refusal-import-not-yes-or-no = bij { $field } staat “{ $cell }”, en dat is geen ja en geen nee.
refusal-import-not-minutes = bij { $field } staat “{ $cell }”, en dat is geen tijdsduur zoals 5, 0:30 of 2 dagen.
refusal-import-ask-scale = deze getallen passen op meer dan één schaal. Zeg van welk getal (slecht) tot welk (goed) ze lopen: { $answers }.
refusal-import-ask-dates = deze datums zijn op twee manieren te lezen. Zeg welk getal de dag is: { $answers }.
refusal-import-event-log = Dit lijkt een gebeurtenissenlog: een rij voor alles wat er gebeurde, met een zaak en een tijd. Een kaart heeft een rij per micromoment. Zeg dat er een rij per micromoment is om het toch als kaart binnen te halen.
refusal-import-not-a-date = bij { $field } staat “{ $cell }”, en dat is geen datum zoals 2026-09-18.
exchange-note-column-left-out = De kolom “{ $column }” blijft weg.
exchange-note-no-episode = Er is nog geen episode genoemd; de micromomenten vanaf hier komen in “{ $title }”.
exchange-note-back-to-episode = Dit gaat terug naar de episode “{ $title }”, en komt daarbij te staan.
exchange-note-own-aim = Dit beoogt iets anders dan “{ $episode }”; het micromoment houdt een eigen beoogde emotie.
exchange-note-goes-with-above = Hier is geen micromoment genoemd, dus dit hoort bij het vorige: “{ $moment }”.
exchange-note-comma-in-channel = “{ $channel }” telt als één kanaal: zet een puntkomma tussen kanalen om ze uit elkaar te houden.
exchange-note-same-moment = Hetzelfde micromoment staat in rij { $other }; beide blijven staan.
exchange-note-split = Dit is een lijst; elk van de { $n } onderdelen wordt een micromoment.
exchange-note-list-in-cell = In “{ $column }” staat een lijst in één cel, en die wordt één micromoment. Zulke lijsten zijn te splitsen.
exchange-note-evidence-internal = “{ $cell }” blijft staan als bron; de onderbouwing is interne gegevens.
exchange-note-evidence-assumed = “{ $cell }” blijft staan als bron; de onderbouwing is een aanname.
exchange-note-no-header = De eerste rij (“{ $cell }”) telt als inhoud: geen rij zegt wat de kolommen zijn.
exchange-note-line-above = Rij { $row } staat boven de namen van de kolommen en blijft weg: “{ $text }”.
exchange-note-same-moment-again = Hetzelfde micromoment staat al in deze episode; beide blijven staan.
exchange-note-new-id = “{ $id }” kan op een kaart geen id zijn; het micromoment krijgt een nieuw.
exchange-one-episode = De reis

# Hoe kolommen heten, bij het importeren en in onze eigen CSV

exchange-column-ignore = weglaten
exchange-column-id = ID
exchange-column-episode = Episode
exchange-column-moment = Micromoment
exchange-column-channels = Kanalen
exchange-column-needs = Behoeften
exchange-column-pain-points = Pijnpunten
exchange-column-bright-spot = Notities, met de naam van de kolom
exchange-column-notes = Notities
exchange-column-felt-valence = Gevoelde emotie
exchange-column-felt-label = Gevoelde emotie in een woord
exchange-column-targeted-valence = Beoogde emotie
exchange-column-targeted-label = Beoogde emotie in een woord
exchange-column-moment-targeted-valence = Beoogde emotie van het moment
exchange-column-moment-targeted-label = Beoogde emotie van het moment in een woord
exchange-column-backstage = Stappen achter de schermen
exchange-column-team = Team
exchange-column-system = Systeem
exchange-column-minutes = Minuten
exchange-column-optional = Optioneel
exchange-column-moment-of-truth = Moment van de waarheid
exchange-column-evidence-status = Onderbouwing
exchange-column-evidence-by = Onderbouwd door
exchange-column-evidence-on = Onderbouwd op
exchange-column-communication = Communicatie
exchange-column-episode-notes = Notities bij de episode

exchange-yes = ja
exchange-no = nee
exchange-and = { $all } en { $last }
exchange-evidence-assumed = aangenomen
exchange-evidence-internal = interne gegevens
exchange-evidence-validated = gevalideerd door een klant

# Formaten


# Userstory’s

story-a-customer = klant
story-sentence = Als { $persona } { $wish }, want { $needs }.
story-sentence-neutral = Als { $persona } { $wish }, zodat: { $needs }.
story-sentence-because = Als { $persona } { $wish }, omdat { $reason }.
story-sentence-no-need = Als { $persona } { $wish }.
story-wish-want = wil ik { $moment }
story-wish-want-not = wil ik niet { $moment }
story-wish-neutral = wil ik: { $moment }
story-wish-better = wil ik dat dit beter gaat: { $moment }
story-criterion = Stel: { $given }; als { $when }, dan { $then }.
story-criterion-given = Stel: { $given }.
story-criterion-rest = Als { $when }, dan { $then }.
story-given-wish = ik wil { $wish }
story-given-moment = het micromoment “{ $moment }” doet zich voor
story-when-begun = dit begint
story-when-over = dit voorbij is
story-when-channel = dit via “{ $channel }” gaat
story-then-minutes = is het binnen { $time } klaar
story-then-minutes-none = is het meteen klaar
story-then-minutes-enough = is er { $time } de tijd voor, en wordt niemand opgejaagd
story-then-waiting = wacht ik niet langer dan { $time }
story-then-waiting-none = hoef ik niet te wachten
story-then-channel = is het daar af te ronden, en wordt niemand naar een ander kanaal gestuurd
story-then-said = kunnen minstens 4 van de 5 mensen die het uitproberen zeggen: “{ $need }”
story-then-need = zeggen minstens 4 van de 5 mensen die het uitproberen dat aan deze behoefte is voldaan: “{ $need }”
story-then-step = is dit achter de schermen gedaan: “{ $step }”
story-then-step-team = is dit achter de schermen gedaan door { $team }: “{ $step }”
story-then-step-system = is dit achter de schermen gedaan in { $system }: “{ $step }”
story-then-step-team-system = is dit achter de schermen gedaan door { $team } in { $system }: “{ $step }”
story-then-message = krijg ik deze boodschap: “{ $message }”
story-then-message-tone = krijg ik deze boodschap: “{ $message }” (toon: { $tone })
story-outcome = Vraag na de livegang aan wie “{ $moment }” heeft meegemaakt: “Hoe voelde je je, van −2 (heel slecht) tot +2 (heel goed)?” Minstens { $share } % antwoordt { $least } of hoger.
story-outcome-top = Vraag na de livegang aan wie “{ $moment }” heeft meegemaakt: “Hoe voelde je je, van −2 (heel slecht) tot +2 (heel goed)?” Minstens { $share } % antwoordt { $least }.
story-outcome-label = Vraag na de livegang aan wie “{ $moment }” heeft meegemaakt welk woord het best zegt hoe dat voelde. Minstens { $share } % kiest “{ $label }”.
story-outcome-today = Nu is het { $felt }.
story-outcome-today-already = Nu is het al { $felt }: minder mag het niet worden.
story-change-new = Nieuw: zoiets is er nu niet
story-change-open = Het micromoment is sindsdien weg uit de as-is
story-change-merged = Samengevoegd uit { $names }
story-change-split = Afgesplitst van { $name }; de rest staat in { $others }
story-change-minutes = Duurt { $time }
story-change-waiting = Waarvan wachten: { $time }
story-change-channels = Via { $names }
story-change-needs-one = Voorziet in de behoefte { $names }
story-change-needs = Voorziet in de behoeften { $names }
story-change-backstage = Nieuw achter de schermen: { $names }
story-message-about = “{ $text }” ({ $about })
story-evidence-internal = “{ $text }”: interne gegevens
story-evidence-internal-by = “{ $text }”: interne gegevens, { $who }
story-evidence-validated = “{ $text }”: gevalideerd door een klant
story-evidence-validated-by = “{ $text }”: gevalideerd door { $who }
story-hint-no-need = nog geen behoefte
story-hint-no-channel = nog geen kanaal
story-hint-no-aim = nog geen beoogde emotie
story-for = Voor { $persona }
story-none = Er zijn hier nog geen story’s: een story is een micromoment van de to-be.
story-moment-of-truth = moment van de waarheid
story-optional = optioneel
story-type-epic = Epic
story-type-story = Userstory
story-disposition-kept = gebleven zoals het is
story-disposition-changed = veranderd
story-disposition-moved = verplaatst
story-disposition-moved-channel = naar een ander kanaal
story-disposition-merged = samengevoegd
story-disposition-split = gesplitst
story-disposition-new = nieuw
story-disposition-open = het micromoment is weg uit de as-is
story-field-id = ID
story-field-type = Soort
story-field-epic = Epic
story-field-title = Titel
story-field-story = Story
story-field-criteria = Acceptatiecriteria
story-field-targeted = Beoogde emotie
story-field-messages = Communicatie
story-field-dropped = Niet meer nodig
story-field-origin = Vergeleken met nu
story-field-replaces = Vervangt
story-field-pain-points = Pijnpunten nu
story-field-evidence = Onderbouwing
story-field-channels = Kanalen
story-field-needs = Behoeften
story-field-backstage = Achter de schermen
story-field-marks = Let op
story-field-moment-of-truth = Moment van de waarheid
story-field-labels = Labels
story-field-hints = Nog open
story-field-persona = Voor
story-field-changes = Wat er verandert
story-field-outcomes = Uitkomst, geen criterium
story-field-before = Net ervoor
story-field-after = Net erna
story-field-votes = Stemmen
story-nothing-changed = Er is hier niets veranderd sinds de as-is: er is geen story om te maken.

# Everything that can be taken away: what it is called, and what it is good for

exchange-format-json = Journeymap-bestand (JSON)
exchange-format-json-about = De hele kaart, om te bewaren of elders te importeren; een to-be vindt zijn as-is terug.
exchange-format-map-csv = Spreadsheet (CSV)
exchange-format-map-csv-about = Eén rij per micromoment; opent in Excel, Numbers en LibreOffice, en kan opnieuw worden geïmporteerd.
exchange-format-stories-markdown = Story’s als tekst (Markdown)
exchange-format-stories-markdown-about = Een document om te lezen of te plakken: epics, story’s en acceptatiecriteria.
exchange-format-stories-csv = Story’s als spreadsheet (CSV)
exchange-format-stories-csv-about = Opent in Excel, Numbers en LibreOffice; teksten die op formules lijken, blijven tekst.
exchange-format-stories-tracker-csv = Story’s voor een tracker (CSV)
exchange-format-stories-tracker-csv-about = Voor de import van een issuetracker: epics als eigen rijen, elke tekst letterlijk.
exchange-format-html = Interactieve pagina (HTML)
exchange-format-html-about = Het netwerk in één bestand dat offline in elke browser opent, met legenda en tabel.
exchange-format-png = Plaatje (PNG)
exchange-format-png-about = Het netwerk als plaatje voor presentaties en documenten.
exchange-format-svg = Tekening (SVG)
exchange-format-svg-about = Het netwerk, scherp op elke grootte, om te printen of te bewerken.
exchange-format-graphml = Netwerkgegevens (GraphML)
exchange-format-graphml-about = Knopen en verbindingen met alles wat ze zeggen, voor programma’s als yEd en Cytoscape.
exchange-format-gexf = Gegevens voor Gephi (GEXF)
exchange-format-gexf-about = Knopen en verbindingen met hun plaats, grootte en kleur.
exchange-format-summary-html = Samenvatting voor aan de muur (HTML-bestand)
exchange-format-summary-html-about = Curve, momenten van de waarheid, voor en na, besluiten en stemmingen op één bladzijde die liggend afdrukt.
exchange-format-summary-markdown = Samenvatting als tekst (Markdown)
exchange-format-summary-markdown-about = Wat de workshop opleverde: besluiten, stemmingen, wat open is en wie ermee verdergaat.
