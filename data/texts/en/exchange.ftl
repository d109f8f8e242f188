# Files: maps and tables coming in, maps and stories going out.

# Where in a file

refusal-at = In { $where }: { $why }
exchange-place-maps = the map itself
exchange-place-personas = the persona
exchange-place-channels = channel { $number }
exchange-place-episodes = episode { $number }
exchange-place-moments = micro-moment { $number }
exchange-place-touchpoints = touchpoint { $number }
exchange-place-needs = need { $number }
exchange-place-backstage-steps = backstage step { $number }
exchange-place-pain-points = pain point { $number }
exchange-place-communications = communication { $number }
exchange-place-paths = path { $number }
exchange-place-path-steps = step { $number }
exchange-place-origins = origin { $number }
exchange-place-places = place in the graph { $number }
exchange-there = { $where }: { $why }
exchange-row = row { $number }
exchange-column = column { $number }
exchange-line = line { $number }
exchange-item = item { $number }

# Any file

refusal-file-empty = This file is empty.
refusal-file-too-big = This file is { $size } MB; a file can be { $most } MB at most. A map is rarely larger than one: is it the right file?

# Journey documents

refusal-document-not-text = This file cannot be read as text: a Journeymap file is saved as UTF-8. Export it again, or save it as UTF-8.
refusal-document-not-json = This is not a Journeymap file, or it was cut off: it cannot be read from line { $line }, position { $column }, onwards.
refusal-document-too-deep = This is not a Journeymap file: it is nested far deeper than a map can be.
refusal-document-not-a-number = This file holds a number that no map can hold ({ $number }).
refusal-document-key-twice = In this file “{ $field }” is given twice in one place. Remove one of the two.
refusal-document-not-ours = This is not a Journeymap file: it does not begin with "format": "journeymap".
refusal-document-no-version = This Journeymap file does not say which version of the format it has: "version" is a whole number, 1 or higher.
refusal-document-newer = This file was made by a newer Journeymap (format { $version }); this one reads up to format { $ours }. Update Journeymap, and import it again.
refusal-document-no-map = This Journeymap file has no “map”: its title is missing.
refusal-document-not-a-list = “{ $field }” has to be a list.
refusal-document-not-a-row = There should be a set of fields here, but there is something else.
refusal-document-unknown-key = A Journeymap file has no field “{ $field }” here. Check the spelling.
refusal-document-id-twice = The id “{ $id }” is in this file twice. Every id can be used only once.
refusal-document-reference = It refers to a { $row } with the id “{ $id }”, but there is none in this file.

# Tables

refusal-file-is-excel = “{ $name }” is an Excel workbook, whatever its name ends in. Open it in Excel, choose “Save as” and “CSV UTF-8”, and import that file.
refusal-file-is-old-excel = “{ $name }” is an older Excel or Office file, whatever its name ends in. Open it, choose “Save as” and “CSV UTF-8”, and import that file.
refusal-file-is-spreadsheet = “{ $name }” is a LibreOffice spreadsheet. Open it, choose “Save as” and “Text CSV”, and import that file.
refusal-file-is-packed = “{ $name }” is a packed file, not a table. Unpack it first, and import the CSV file that is inside.
refusal-file-is-pdf = “{ $name }” is a PDF. Journeymap reads tables as CSV: ask for the spreadsheet it was made from.
refusal-file-is-picture = “{ $name }” is a picture. Journeymap reads tables as CSV.
refusal-file-is-word = “{ $name }” is a text document. Journeymap reads tables: put the map in a spreadsheet and save it as CSV.
refusal-file-is-web-page = “{ $name }” is a web page, not a table. Perhaps a sign-in page was saved instead of the file: download it again as CSV.
refusal-file-is-json = “{ $name }” is JSON, not a table. If it is a map that came out of Journeymap, import it as a Journeymap file.
refusal-file-is-unreadable = “{ $name }” cannot be read as text. Save the spreadsheet as “CSV UTF-8”, and import that file.
refusal-table-no-header = The first row looks like data, not like column names: { $cells }. Put a row above it that says what each column is, such as Episode, Moment and Channel.
refusal-table-no-rows = This table has column names, but no rows under them.
refusal-table-too-many-rows = This table has more than { $most } rows, and a map can hold { $most } micro-moments. Is it an event log? A map has one row per micro-moment.
refusal-table-too-many-columns = This table has { $columns } columns; { $most } can be read. Remove the ones that are not about the journey.
refusal-table-row-too-long = Row { $row } has { $cells } cells, but the first row names { $columns } columns. Is there a text with a comma or semicolon that is not in quotation marks?
refusal-table-title-line = Row { $row } has { $cells } cells, but the first row only says “{ $title }”. Remove the lines above the column names.
refusal-table-quote = In row { $row } a quotation mark is opened but not closed, or is in the middle of a text. Save the spreadsheet as “CSV UTF-8” again: that puts it right.

# Columns and rows

refusal-import-missing-column = No column is chosen as { $missing }, and a map cannot do without it. The columns are: { $columns }.
refusal-import-column-twice = More than one column is chosen as { $target }: { $columns }. Choose one, and ignore the others.
refusal-import-no-such-column = This table has no column “{ $column }”. The columns are: { $columns }.
refusal-import-no-such-target = A column cannot be read as “{ $target }”. It is one of: { $targets }.
refusal-import-problems =
    { $count ->
        [one] One thing has to be put right before this table can be imported: { $first }
       *[other] { $count } things have to be put right before this table can be imported. The first: { $first }
    }
refusal-import-nothing = There is no micro-moment in this table.
refusal-import-no-moment = This row names no micro-moment. Fill it in, or empty the row.
refusal-import-id-twice = The id “{ $id }” is in row { $row } as well. Give each micro-moment an id of its own, or ignore the column.
refusal-import-not-a-number = { $field } says “{ $cell }”, which is not a number from −2 to +2, nor a word for one.
refusal-import-valence-range = { $field } { $cell } is outside { $worst } … { $best }.
refusal-import-no-number = { $field } says “{ $cell }”, which is not a number.
refusal-import-not-yes-or-no = { $field } says “{ $cell }”, which is neither yes nor no.
refusal-import-not-minutes = { $field } says “{ $cell }”, which is not a length of time such as 5, 0:30 or 2 days.
refusal-import-ask-scale = these numbers can be on more than one scale. Say from which number (bad) to which (good) they run: { $answers }.
refusal-import-ask-dates = these dates can be read in two ways. Say which number is the day: { $answers }.
refusal-import-event-log = This looks like an event log: a row for everything that happened, with a case and a time. A map has a row for every micro-moment. To bring it in as a map all the same, say that it has a row for every micro-moment.
refusal-import-not-a-date = { $field } says “{ $cell }”, which is not a date such as 2026-09-18.
exchange-note-column-left-out = The column “{ $column }” is left out.
exchange-note-no-episode = No episode is named yet; the micro-moments from here on go into “{ $title }”.
exchange-note-back-to-episode = This goes back to the episode “{ $title }” and is added to it.
exchange-note-own-aim = This differs from the targeted emotion of “{ $episode }”, so the micro-moment keeps its own.
exchange-note-goes-with-above = No micro-moment is named here, so this goes with the one above: “{ $moment }”.
exchange-note-comma-in-channel = “{ $channel }” is taken as one channel: put a semicolon between channels to tell them apart.
exchange-note-same-moment = The same micro-moment is in row { $other }; both are kept.
exchange-note-split = This is a list; each of its { $n } items becomes a micro-moment.
exchange-note-list-in-cell = A cell of “{ $column }” is a list, and becomes one micro-moment. You can split such lists.
exchange-note-evidence-internal = “{ $cell }” is kept as the source; the evidence is internal data.
exchange-note-evidence-assumed = “{ $cell }” is kept as the source; the evidence is assumed.
exchange-note-no-header = The first row (“{ $cell }”) is read as data: no row says what the columns are.
exchange-note-line-above = Row { $row } stands above the names of the columns and is left out: “{ $text }”.
exchange-note-same-moment-again = The same micro-moment is in this episode already; both are kept.
exchange-note-new-id = “{ $id }” cannot be an id on a map; the micro-moment gets a new one.
exchange-one-episode = The journey

# What columns are called, in the import and in our own CSV

exchange-column-ignore = leave out
exchange-column-id = ID
exchange-column-episode = Episode
exchange-column-moment = Micro-moment
exchange-column-channels = Channels
exchange-column-needs = Needs
exchange-column-pain-points = Pain points
exchange-column-bright-spot = Notes, with the column’s name
exchange-column-notes = Notes
exchange-column-felt-valence = Felt emotion
exchange-column-felt-label = Felt emotion in a word
exchange-column-targeted-valence = Targeted emotion
exchange-column-targeted-label = Targeted emotion in a word
exchange-column-moment-targeted-valence = Targeted emotion of the moment
exchange-column-moment-targeted-label = Targeted emotion of the moment in a word
exchange-column-backstage = Backstage steps
exchange-column-team = Team
exchange-column-system = System
exchange-column-minutes = Minutes
exchange-column-optional = Optional
exchange-column-moment-of-truth = Moment of truth
exchange-column-evidence-status = Evidence
exchange-column-evidence-by = Evidence by
exchange-column-evidence-on = Evidence on
exchange-column-communication = Communication
exchange-column-episode-notes = Notes on the episode

exchange-yes = yes
exchange-no = no
exchange-and = { $all } and { $last }
exchange-evidence-assumed = assumed
exchange-evidence-internal = internal data
exchange-evidence-validated = validated by a customer

# Formats


# User stories

story-a-customer = a customer
story-sentence = As { $persona }, { $wish }, so that { $needs }.
story-sentence-neutral = As { $persona }, { $wish }, so that: { $needs }.
story-sentence-because = As { $persona }, { $wish }, because { $reason }.
story-sentence-no-need = As { $persona }, { $wish }.
story-wish-want = I want { $moment }
story-wish-want-not = I do not want { $moment }
story-wish-neutral = I want: { $moment }
story-wish-better = I want this to go better: { $moment }
story-criterion = Given { $given }, when { $when }, then { $then }.
story-criterion-given = Given { $given }:
story-criterion-rest = when { $when }, then { $then }.
story-given-wish = I want { $wish }
story-given-moment = the micro-moment “{ $moment }”
story-when-begun = this begins
story-when-over = this is over
story-when-channel = this goes through “{ $channel }”
story-then-minutes = it is finished within { $time }
story-then-minutes-none = it is finished at once
story-then-minutes-enough = there are { $time } for it, and nobody is hurried
story-then-waiting = I wait no longer than { $time }
story-then-waiting-none = I do not have to wait
story-then-channel = it can be finished there, and nobody is sent to another channel
story-then-said = at least 4 of 5 people who try it can say: “{ $need }”
story-then-need = at least 4 of 5 people who try it say that this need is met: “{ $need }”
story-then-step = this has been done backstage: “{ $step }”
story-then-step-team = this has been done backstage by { $team }: “{ $step }”
story-then-step-system = this has been done backstage in { $system }: “{ $step }”
story-then-step-team-system = this has been done backstage by { $team } in { $system }: “{ $step }”
story-then-message = I get this message: “{ $message }”
story-then-message-tone = I get this message: “{ $message }” (tone: { $tone })
story-outcome = After release, ask those who went through “{ $moment }”: “How did you feel, from −2 (very bad) to +2 (very good)?” At least { $share } % answer { $least } or higher.
story-outcome-top = After release, ask those who went through “{ $moment }”: “How did you feel, from −2 (very bad) to +2 (very good)?” At least { $share } % answer { $least }.
story-outcome-label = After release, ask those who went through “{ $moment }” which word says best how they felt. At least { $share } % choose “{ $label }”.
story-outcome-today = Today it is { $felt }.
story-outcome-today-already = Today it is { $felt } already: it must not become less.
story-change-new = New: there is nothing like it today
story-change-open = Its micro-moment is gone from the as-is since
story-change-merged = Merged from { $names }
story-change-split = Split from { $name }; the rest of it is in { $others }
story-change-minutes = Takes { $time }
story-change-waiting = Of which waiting: { $time }
story-change-channels = Through { $names }
story-change-needs-one = Serves the need { $names }
story-change-needs = Serves the needs { $names }
story-change-backstage = New backstage: { $names }
story-message-about = “{ $text }” ({ $about })
story-evidence-internal = “{ $text }”: internal data
story-evidence-internal-by = “{ $text }”: internal data, { $who }
story-evidence-validated = “{ $text }”: validated by a customer
story-evidence-validated-by = “{ $text }”: validated by { $who }
story-hint-no-need = no need yet
story-hint-no-channel = no channel yet
story-hint-no-aim = no targeted emotion yet
story-for = For { $persona }
story-none = There are no stories here yet: a story is a micro-moment of the to-be.
story-moment-of-truth = moment of truth
story-optional = optional
story-type-epic = Epic
story-type-story = User story
story-disposition-kept = kept as it is
story-disposition-changed = changed
story-disposition-moved = moved
story-disposition-moved-channel = moved to another channel
story-disposition-merged = merged
story-disposition-split = split
story-disposition-new = new
story-disposition-open = its micro-moment is gone from the as-is
story-field-id = ID
story-field-type = Type
story-field-epic = Epic
story-field-title = Title
story-field-story = Story
story-field-criteria = Acceptance criteria
story-field-targeted = Targeted emotion
story-field-messages = Communication
story-field-dropped = No longer needed
story-field-origin = Compared with today
story-field-replaces = Replaces
story-field-pain-points = Pain points today
story-field-evidence = Evidence
story-field-channels = Channels
story-field-needs = Needs
story-field-backstage = Backstage
story-field-marks = Note
story-field-moment-of-truth = Moment of truth
story-field-labels = Labels
story-field-hints = Still open
story-field-persona = For
story-field-changes = What changes
story-field-outcomes = Outcome, no criterion
story-field-before = Just before
story-field-after = Just after
story-field-votes = Votes
story-nothing-changed = Nothing has changed here since the as-is: there is no story to build.

# Everything that can be taken away: what it is called, and what it is good for

exchange-format-json = Journeymap file (JSON)
exchange-format-json-about = The whole map, to keep or to import elsewhere; a to-be finds its as-is again.
exchange-format-map-csv = Spreadsheet (CSV)
exchange-format-map-csv-about = One row per micro-moment; opens in Excel, Numbers and LibreOffice, and can be imported again.
exchange-format-stories-markdown = Stories as text (Markdown)
exchange-format-stories-markdown-about = A document to read or to paste: epics, stories and acceptance criteria.
exchange-format-stories-csv = Stories as a spreadsheet (CSV)
exchange-format-stories-csv-about = Opens in Excel, Numbers and LibreOffice; texts that look like formulas stay texts.
exchange-format-stories-tracker-csv = Stories for a tracker (CSV)
exchange-format-stories-tracker-csv-about = To import into an issue tracker: epics have rows of their own, and every text stays exactly as it is.
exchange-format-html = Interactive page (HTML)
exchange-format-html-about = The graph in one file that opens offline in any browser, with its legend and table.
exchange-format-png = Picture (PNG)
exchange-format-png-about = The graph as a picture for slides and documents.
exchange-format-svg = Drawing (SVG)
exchange-format-svg-about = The graph, sharp at any size, to print or to edit.
exchange-format-graphml = Graph data (GraphML)
exchange-format-graphml-about = Nodes and edges with all their details, for tools such as yEd and Cytoscape.
exchange-format-gexf = Data for Gephi (GEXF)
exchange-format-gexf-about = Nodes and edges with their positions, sizes and colours.
exchange-format-summary-html = Summary for the wall (HTML file)
exchange-format-summary-html-about = Curve, moments of truth, before and after, decisions and votes on one page that prints in landscape.
exchange-format-summary-markdown = Summary as text (Markdown)
exchange-format-summary-markdown-about = What came out of the workshop: decisions, votes, what is still open and who takes it further.
