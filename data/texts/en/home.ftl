# Home: the list, the archive, a new map.

home-title-maps = Journey maps
home-title-new = A new map
home-title-archive = Archive
home-to-maps = Back to the maps
home-to-new = New map
home-to-archive = Archive

home-search = Search
home-search-for = Search titles, personas, micro-moments, needs, notes
home-found = { $n ->
    [0] Nothing with these words. Try fewer or shorter ones.
    [one] One map with these words
   *[other] { $n } maps with these words
}
home-count = { $n } maps, the last changed first
home-open = Open this map
home-size = { $episodes ->
    [one] one episode
   *[other] { $episodes } episodes
} · { $moments ->
    [one] one micro-moment
   *[other] { $moments } micro-moments
} · { $touchpoints ->
    [one] one touchpoint
   *[other] { $touchpoints } touchpoints
}
home-size-none = nothing on it yet
home-changed = changed { $ago }
home-more-hits = { $n ->
    [one] and one more on this map
   *[other] and { $n } more on this map
}

home-do = What to do with this map
home-do-to-be = Design the to-be
home-do-duplicate = Duplicate
home-do-take = Take away
home-do-share = Share
home-do-archive = Archive
home-do-delete = Delete for good …
home-to-be-made = “{ $title }” is ready. It starts as a copy of the as-is: now redesign it.
home-duplicated = “{ $title }” is ready.
home-archived = “{ $title }” is in the archive. Nothing is lost: you can restore it there.

home-archive-empty = The archive is empty. A map you archive leaves the list and can be restored here at any time.
home-archive-why = These maps are out of the list and cannot be changed. Nothing in them is lost, unless somebody deletes them for good.

home-empty = No maps yet
home-empty-wait = The facilitator has not brought a map into this workshop yet. It appears here as soon as that happens: reload the page.

new-way = How it starts
new-way-scratch = From scratch
new-way-template = From a template
new-way-file = From a file
new-way-sample = Load a sample

new-scratch-why = A title and a persona are enough to begin; episodes and micro-moments follow on the map.
new-title = Title
new-title-for = Visiting a nature park
new-title-help = What the persona does or wants, such as “Visiting a nature park”
new-kind = As-is or to-be
new-kind-as-is = How it is lived today
new-kind-to-be = How it should be lived
new-persona = Persona
new-persona-for = Marieke, visits for the first time
new-persona-help = Whose journey is it? A map is always somebody’s.
new-language = Language of the map
new-make = Make the map

new-template = Template
new-template-why = A template has episodes, usual channels and a few micro-moments, for you to change.
new-no-templates = There are no templates in this language.

new-sample-why = Finished maps to look around in. Change them as you like: each can be loaded again.
new-sample-load = Load
new-sample-with-to-be = with its to-be

import-why = A map that was exported from Journeymap (.json), or one from wherever it lives: Excel, CSV, Markdown, Mermaid, YAML, JSON, CJML, or the notes of Miro, Mural or FigJam. You see what it would become before anything is written.
import-file = The file, or an as-is and its to-be together
import-file-help = A table can have a row for every micro-moment, or the episodes across and the lanes down.
import-step-map = The map
import-step-columns = What the columns mean
import-columns-why = { $rows ->
    [one] The table has one row. We guessed what its columns are by their names; change what is not right.
   *[other] The table has { $rows } rows. We guessed what its columns are by their names; change what is not right.
}
import-column-is = What “{ $column }” is
import-column-ignore = leave out
import-column-blank = This column is blank
import-step-preview = What it becomes
import-count-episodes = episodes
import-count-moments = micro-moments
import-count-channels = channels
import-count-touchpoints = touchpoints
import-count-needs = needs
import-count-pain-points = pain points
import-problems = { $n ->
    [one] One thing has to be put right in the file before it can be imported. Nothing has been written.
   *[other] { $n } things have to be put right in the file before it can be imported. Nothing has been written.
}
import-notes = { $n ->
    [one] One thing to know
   *[other] { $n } things to know
}
import-more-remarks = { $n ->
    [one] One more
   *[other] { $n } more
}
import-rest-remarks = … and { $n } more of them
import-episode = { $title } · { $n ->
    [one] one micro-moment
   *[other] { $n } micro-moments
}
import-episode-empty = No micro-moments yet
import-write = Make this map

home-running-open = Open
home-running = Running now
home-doors = Where would you like to begin?
home-door-sample = Try the sample
home-door-sample-why = A family’s day out in a nature park: 59 micro-moments, how it feels, and how it should feel. Change whatever you like.
home-door-sample-go = Open the sample
home-door-workshop = Start a workshop
home-door-workshop-why = An agenda, a code for the room, and everybody maps along on their phone.
home-door-workshop-go = Make a workshop
home-door-alone = Map alone
home-door-alone-why = A title and a persona are enough to begin. You can bring people in later.
home-door-alone-go = Make a map
home-empty-other = Or begin with something you have:
home-no-to-be = There is no to-be yet.
home-card-moments = { $n ->
    [one] one micro-moment
   *[other] { $n } micro-moments
}
home-card-channels = { $n ->
    [0] no channels yet
    [one] one channel
   *[other] { $n } channels
}
home-card-truths = { $n ->
    [one] one moment of truth
   *[other] { $n } moments of truth
}
home-card-validated = { $n ->
    [0] nothing validated yet
   *[other] { $n } % validated
}
home-card-new = { $n ->
    [0] nothing new yet
    [one] one is new
   *[other] { $n } are new
}
home-card-owner = Owner
home-card-review = Next review
home-card-compare = Compare
home-card-compare-help = What the to-be keeps, changes and leaves open
home-clock-label = Time left
home-clock-none = no clock
home-clock-soon = one minute left
home-clock-over = over time
thumbnail-lowest = Lowest ({ $valence }): “{ $text }”.
thumbnail-highest = Highest ({ $valence }): “{ $text }”.
thumbnail-aims = { $n ->
    [0] Nothing on it yet.
    [one] What one micro-moment should feel like, over what is felt today.
   *[other] What { $n } micro-moments should feel like, over what is felt today.
}
thumbnail-none = { $n ->
    [0] Nothing on it yet.
   *[other] Nobody has said yet how it feels.
}
