# The backlog on the screen: the list, a story opened, and what can be done with it.

stories-view-backlog = Backlog

backlog-count = { $n ->
        [one] one story
       *[other] { $n } stories
    }
backlog-points = { $n } points
backlog-unestimated = { $n ->
        [one] one without an estimate
       *[other] { $n } without an estimate
    }
backlog-done = { $n } done
backlog-overtaken = { $n ->
        [one] One story says something by hand that its micro-moment says otherwise by now. Open it to take that over or to keep yours.
       *[other] { $n } stories say something by hand that their micro-moments say otherwise by now. Open each to take that over or to keep yours.
    }

backlog-list-keys = Drag a story by its dots, or move it with Alt and the arrows. Enter opens it.
backlog-list-drag = Drag to another place
backlog-list-up = Earlier
backlog-list-down = Later
backlog-list-end = It is at the end already.
backlog-list-moved = “{ $title }” is now number { $n } of { $all } in “{ $epic }”.
backlog-list-open = Open
backlog-list-points = points
backlog-list-priority = Priority
backlog-list-proposed = Priority, as proposed
backlog-list-chosen = Priority, as chosen
backlog-list-why = Because:
backlog-list-news = the map says otherwise now
backlog-list-waits = Waits for
backlog-list-warnings = What could be better: { $n }

backlog-add = Add a story by hand
backlog-add-title = What is it about?
backlog-add-placeholder = A short title, such as “Keep the call log”
backlog-add-do = Add
backlog-added = The story is added.
backlog-left-out = { $n ->
        [one] One story is left out
       *[other] { $n } stories are left out
    }
backlog-include = Take in again
backlog-included = “{ $title }” is in the backlog again.
backlog-empty = Every story is left out.

backlog-tab-story = Story
backlog-tab-findings = Quality
backlog-tab-parts = Split, combine, leave out
backlog-field-title = Title
backlog-field-sentence = Sentence
backlog-field-criteria = Acceptance criteria
backlog-criteria-help = One a line: “Given …, when …, then …”. Or three lines that begin with Given, When and Then.
backlog-field-estimate = Estimate (points)
backlog-field-status = Status
backlog-field-team = Team
backlog-field-priority = Priority
backlog-field-labels = Labels
backlog-add-label = Choose or type a label
backlog-field-notes = Notes
backlog-field-waits = Waits for
backlog-no-team = No team yet
backlog-as-proposed = As proposed: { $level }
backlog-proposed = Proposed: { $level }.
backlog-tasks = Backstage, as tasks
backlog-says-now = The micro-moment says now:
backlog-said-then = When it was written:
backlog-take-over = Take over
backlog-keep = Keep mine
backlog-taken-over = Taken over.
backlog-kept = Kept as it was written.
backlog-theirs = Somebody else wrote meanwhile:
backlog-take-theirs = Take theirs
backlog-meanwhile = Somebody else has changed something here meanwhile. What you chose is kept until you save.
backlog-gone = The story that was open is no longer in the backlog: somebody left it out, combined it or took it away. What you had typed stands here.
backlog-gone-done = I have it
backlog-close = Close
backlog-discard = Close without saving
backlog-save = Save
backlog-saved = The story is saved.
backlog-saved-all = Nothing is changed.
backlog-unsaved = { $n ->
        [one] One change is not saved yet.
       *[other] { $n } changes are not saved yet.
    }

backlog-no-findings = Nothing is found that could be better.
backlog-use-wording = Use this wording
backlog-split-so = Split so
backlog-put-aside = Put aside
backlog-aside-reason = Why it may stay
backlog-asides = Put aside
backlog-aside-back = Take back

backlog-split = Split
backlog-split-by = Split by
backlog-split-lines = One new story a line
backlog-split-lines-help = This story stays; each line becomes a story of its own beside it. A line that begins with “As” is taken as its sentence.
backlog-split-do = Split
backlog-split-done = The story is split.
backlog-combine = Combine
backlog-combine-with = Combine with
backlog-combine-choose = Choose a story
backlog-combine-do = Combine
backlog-combine-done = The stories are one.
backlog-holds = It holds:
backlog-part-again = Part them again
backlog-exclude = Leave out
backlog-exclude-reason = Why
backlog-exclude-do = Leave out
backlog-excluded = The story is left out.
backlog-remove = Take it away
backlog-removed = The story is taken away.
