# A file that comes in: what it is, and what it leaves open

import-is-csv = A table in text (CSV). It is read as: { $layout }.
import-layout = How the map stands in it
import-layout-rows = a row for every micro-moment
import-layout-lanes = episodes across, lanes down
import-layout-layers = a row for every step, with its layer
import-layout-notes = a row for every sticky note
import-layout-tree = items with parents
import-layout-outline = headings, and lists below them
import-sheet = The sheet
import-header = The first row says what the columns are
import-header-help = Turn it off where the first row is one of the rows, and on where it is not.
import-insist = Read it as a map all the same
import-insist-help = This looks like an event log. Each of its rows would become a micro-moment.
import-leave-out = Leave “{ $column }” out
import-scale = On which numbers “{ $column }” is
import-scale-help = From bad to good. They are put between −2 and +2, where they stand on their own scale.
import-dates = How the dates of “{ $column }” are written
import-dates-help = Spreadsheets write dates as their country does; these can be read both ways.
import-split = A list in one cell is several micro-moments
import-split-help = Each line with a bullet or a number becomes a micro-moment of its own.
import-answer--2-to-2 = −2 to +2
import-answer--3-to-3 = −3 to +3
import-answer--5-to-5 = −5 to +5
import-answer-1-to-5 = 1 to 5
import-answer-1-to-7 = 1 to 7
import-answer-1-to-10 = 1 to 10
import-answer-0-to-10 = 0 to 10
import-answer-0-to-100 = 0 to 100
import-answer-day-first = the day first: 31/12
import-answer-month-first = the month first: 12/31
refusal-cli-no-scale = “{ $column }” cannot be on “{ $scale }”. It is one of: { $scales }.

# What a file is

import-is-excel = A workbook of Excel or LibreOffice. It is read as: { $layout }.
import-is-markdown = Markdown. It is read as: { $layout }.
import-is-mermaid = A journey in Mermaid. It is read as: { $layout }.
import-is-yaml = YAML. It is read as: { $layout }.
import-is-json = JSON of another program. It is read as: { $layout }.
import-is-board = Sticky notes of a whiteboard, by their places. They are read as: { $layout }.
import-is-cjml = A journey in CJML. It is read as: { $layout }.
exchange-note-frontstage = What staff do in sight of the customer comes in as backstage steps: this map has no other place for it. Choose otherwise among the columns.
exchange-note-deviation = “{ $moment }” was not planned there (a deviation in CJML).
refusal-file-is-mermaid = This is a Mermaid diagram ({ $kind }), not a journey. A Mermaid journey begins with the word “journey”.
refusal-file-is-miro-backup = “{ $name }” is a Miro backup, which only Miro can open: it is encrypted. In Miro, choose Export and “Spreadsheet (CSV)”, or take the board by its API as JSON.
refusal-file-is-bpmn = “{ $name }” is a process in BPMN. It says what an organisation does, not what somebody goes through: draw the journey, and put its steps backstage.
refusal-file-is-event-log = “{ $name }” is an event log (XES): what customers did, a row for every event. A map has one for every micro-moment.
refusal-file-is-drawing = “{ $name }” is a drawing of diagrams.net. Save its texts as a table (CSV), and import that.
refusal-file-is-graph = “{ $name }” is a graph (GraphML). A map has micro-moments in the order of the journey: import a table of them.
refusal-file-is-xml = “{ $name }” is XML that Journeymap does not know. Of XML it reads CJML.
refusal-file-is-broken-yaml = This YAML file cannot be read: something is wrong in line { $line }. References (&name, *name) are not read.
refusal-data-no-steps = There is no list of steps in this { $kind } file. Journeymap looks for keys such as phases, stages, steps, actions and touchpoints.
refusal-workbook-no-such-sheet = This workbook has no sheet “{ $sheet }”. Its sheets are: { $sheets }.
refusal-workbook-password = “{ $name }” is protected by a password. Save it without one, and import that file.
refusal-workbook-damaged = “{ $name }” cannot be opened: it is damaged, or no workbook. Open it in its own program and save it again.
refusal-workbook-too-large = “{ $name }” would unpack to far more than a journey can be. Up to { $most } MB are opened.
refusal-workbook-long-cell = Cell { $cell } holds more than { $most } characters. Shorten it, and import the file again.
refusal-xml-entities = This file declares entities or refers to other files; such XML is not opened. Save it without a DOCTYPE.
refusal-xml-broken = This XML file cannot be read: something is wrong in line { $line }.

# Where it goes

import-into = Where it goes
import-into-help = A map that is here is brought up to date: rows with the same id, or the same words in the same place, are changed, others are added. Nothing goes unless you say so, and one undo takes it all back.
import-into-new = a new map
import-into-workshop = a new map in the workshop “{ $title }”
import-into-map = update “{ $title }”
import-write-update = Update this map
import-update-nothing = “{ $title }” says all of this already.
import-update-changed = { $n ->
    [one] One value would change
   *[other] { $n } values would change
}
import-update-added = { $n ->
    [one] One thing would be added
   *[other] { $n } things would be added
}
import-update-moved = { $n ->
    [one] One micro-moment would go to another episode
   *[other] { $n } micro-moments would go to another episode
}
import-update-missing = { $n ->
    [one] One thing is on the map, and not in the file
   *[other] { $n } things are on the map, and not in the file
}
import-update-remove = Remove these from the map
import-update-remove-help = They stay where you leave this off.
cli-updated = “{ $title }” is up to date ({ $id }).
cli-update-missing = { $n ->
    [one] One thing (?) is on the map and not in the file; it stays. Add --remove-missing to remove it.
   *[other] { $n } things (?) are on the map and not in the file; they stay. Add --remove-missing to remove them.
}
refusal-cli-update-one = One file at a time can bring a map up to date.
refusal-cli-update-document = “{ $path }” is a Journeymap file, which becomes a map of its own. A table can bring a map up to date.
refusal-paste-too-long = That is more than { $most } characters. Import it as a file instead.
exchange-note-no-actions = No lane says what the customer does, so each column becomes one micro-moment, called as its episode is.
