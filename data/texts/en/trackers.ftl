# Stories as files for trackers.

story-unchanged = Nothing has changed since “{ $title }”.
story-only-dropped = Nothing is to be built anew since “{ $title }”: it only has micro-moments that are no longer needed.

tracker-epic = The episode “{ $episode }” of the journey “{ $map }”.
tracker-done-when = It is done when each of these holds:
tracker-sheet = Stories
tracker-then = it goes as the story says
tracker-gh-full = This epic has 100 sub-issues already, which is all that GitHub takes: this story stands by itself.

exchange-format-stories-xlsx = Stories as a workbook (Excel)
exchange-format-stories-xlsx-about = A row for every epic and story, with filters and a header that stays.
exchange-format-stories-jira-csv = Jira (CSV)
exchange-format-stories-jira-csv-about = Epics first, then their stories below them; the rest of what is known stands in the description.
exchange-format-stories-azure-agile-csv = Azure DevOps, Agile process (CSV)
exchange-format-stories-azure-agile-csv-about = Epics and user stories, with acceptance criteria and tags.
exchange-format-stories-azure-scrum-csv = Azure DevOps, Scrum process (CSV)
exchange-format-stories-azure-scrum-csv-about = Epics and product backlog items, with acceptance criteria and tags.
exchange-format-stories-azure-basic-csv = Azure DevOps, Basic process (CSV)
exchange-format-stories-azure-basic-csv-about = Epics and issues; this process has no field for acceptance criteria, so they stand in the description.
exchange-format-stories-jira-zip = Jira, in parts (ZIP of CSV)
exchange-format-stories-jira-zip-about = For a large backlog: files of 1,500 rows at most, each with its epics, to import one after another.
exchange-format-stories-jira-few-zip = Jira, in small parts (ZIP of CSV)
exchange-format-stories-jira-few-zip-about = For those who are no administrators: files of 250 rows at most, each with its epics, to import one after another.
exchange-format-stories-azure-agile-zip = Azure DevOps, Agile process, in parts (ZIP of CSV)
exchange-format-stories-azure-agile-zip-about = For a large backlog: files of 1,000 items at most, each with its epics, to import one after another.
exchange-format-stories-azure-scrum-zip = Azure DevOps, Scrum process, in parts (ZIP of CSV)
exchange-format-stories-azure-scrum-zip-about = For a large backlog: files of 1,000 items at most, each with its epics, to import one after another.
exchange-format-stories-azure-basic-zip = Azure DevOps, Basic process, in parts (ZIP of CSV)
exchange-format-stories-azure-basic-zip-about = For a large backlog: files of 1,000 items at most, each with its epics, to import one after another.
exchange-format-stories-linear-csv = Linear (CSV)
exchange-format-stories-linear-csv-about = A row for every story. Linear has no epics: the episode is a label, and moments of truth have a high priority.
exchange-format-stories-redmine-csv = Redmine (CSV)
exchange-format-stories-redmine-csv-about = Epics, and user stories as their subtasks. Redmine recognises the columns by itself.
exchange-format-stories-trello-json = Trello (JSON)
exchange-format-stories-trello-json-about = A board as Trello exports one: a list for every episode, a card for every story, criteria to tick.
exchange-format-stories-github-sh = GitHub, script (gh)
exchange-format-stories-github-sh-about = Makes the issues, their labels and sub-issues with GitHub’s command line; what is there already stays.
exchange-format-stories-github-zip = GitHub, issues as text (ZIP)
exchange-format-stories-github-zip-about = A Markdown file for every issue, with a list of titles, labels and epics.
exchange-format-stories-github-json = GitHub, issues (JSON)
exchange-format-stories-github-json-about = For a program of your own: every issue as GitHub’s interface takes it.
exchange-format-stories-feature-zip = Acceptance tests (Gherkin, ZIP)
exchange-format-stories-feature-zip-about = A .feature file for every story, with a scenario for every acceptance criterion.
exchange-format-stories-json = Stories as data (JSON)
exchange-format-stories-json-about = Everything the stories say, for programs; its schema is published.

tracker-limits-jira = Jira advises at most 1,500 rows a file; somebody who is no administrator can often import only 250. Importing again makes everything a second time.
tracker-limits-azure = Azure DevOps takes 1,000 items a file. It makes every item anew with the state New: importing again makes everything a second time.
tracker-limits-linear = Linear never updates: importing again makes every story a second time.
tracker-limits-redmine = The project needs the trackers “Epic” and “User story”. With a custom field “Journey ID”, each issue keeps the id of its story. Importing again makes everything a second time.
tracker-limits-trello = Trello itself imports no files: this one is for an import tool, or a program of your own.
tracker-limits-github = GitHub takes 80 changes a minute and 500 an hour, so the script takes its time. An epic has at most 100 sub-issues.

stories-take-title = Take the stories away
stories-take-for = For what
stories-take-do = Download the file
stories-take-preview = How the file begins
stories-take-nothing = The file has no rows.
stories-take-parts = These are { $n } epics, stories and tasks, and the importer takes { $most } at once: you get numbered files in a ZIP. Import them in their order; each has its own epics.
