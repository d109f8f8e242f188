# The graph on the screen.

graph-screen-empty = Nothing to draw yet
graph-screen-empty-why = The graph shows how people go through the micro-moments. Add the first ones on the map, and they appear here from left to right.
graph-screen-to-map = Add micro-moments on the map
graph-screen-see-map = See the map
graph-screen-no-to-be = No to-be to lay over this yet
graph-screen-no-to-be-why = This view shows one graph of both maps: what stays, what goes and what is new. It needs a to-be made from this as-is.
graph-screen-over = The to-be over this as-is
graph-screen-over-why = One graph of both maps: what stays, what goes and what is new. It belongs to the to-be.
graph-screen-to-to-be = Show the to-be over this as-is

# The views

graph-screen-views = View of the graph
graph-screen-view-journey = Journey
graph-screen-view-channels = Channels
graph-screen-view-needs = Needs
graph-screen-view-backstage = Backstage
graph-screen-view-over = To-be over as-is

# What is shown

graph-screen-filter = Filter
graph-screen-filter-on = Filter ({ $n })
graph-screen-filter-all = All
graph-screen-filter-episodes = Episodes
graph-screen-filter-channels = Channels
graph-screen-filter-paths = Paths
graph-screen-filter-teams = Teams
graph-screen-filter-feeling = How it feels, from … to …
graph-screen-filter-clear = Clear all filters

# Take away

graph-screen-take-whole = The file holds the whole map: the filter only applies to this screen.

# In the picture

graph-screen-stage = The graph. Left and right arrows walk from one to the next, up and down change the path, Enter chooses, E draws a step, Delete takes a step out of the path, P plays the path, slash searches, plus and minus zoom, zero shows all, Escape leaves.
graph-screen-paths = Paths to follow
graph-screen-episodes = Episodes to jump to
graph-screen-legend = What the signs mean
graph-screen-tools = Zoom
graph-screen-acts = What to do
graph-screen-playshort = Walk
graph-screen-drawshort = Draw a step
graph-screen-tidyshort = Tidy
graph-screen-in = Zoom in (+)
graph-screen-out = Zoom out (−)
graph-screen-fit = Show everything (0)
graph-screen-full = Full screen
graph-screen-tidy = Tidy: lay it out again
graph-screen-draw = Draw a step between two micro-moments (E)
graph-screen-play = Walk along the path (P)
graph-screen-pause = Pause
graph-screen-stepback = One step back
graph-screen-stepon = One step on
graph-screen-speed = Speed
graph-screen-walkclose = End the walk
graph-screen-walked = Step { $n } of { $all }. { $told }
graph-screen-find = Search
graph-screen-found = { $n } found. Enter goes from one to the next.
graph-screen-link = Drag from one micro-moment to the next, or click one and then the other.
graph-screen-linkfrom = From “{ $moment }”: click the micro-moment that comes next.
graph-screen-linked = From “{ $from }” to “{ $to }”.
graph-screen-linkdone = Done
graph-screen-shownall = Show all again
graph-screen-hidden = Hidden by the filter: { $n }.
graph-screen-nothing = Nothing matches the filter.
graph-screen-unsaid = felt emotion not known yet
graph-screen-failed = The graph cannot be drawn in this browser. The table below says the same.
graph-screen-hint = Hold Ctrl and scroll to zoom, drag to move.

graph-feels-unsaid = not known yet
graph-step-told = { $moment }. Feels: { $feels }.
graph-path-told = { $path }: { $kind }, { $n ->
        [one] one step
       *[other] { $n } steps
    }

# What was done

graph-screen-tidied = Laid out again
graph-screen-tidy-already = It is tidy already: nothing here was moved by hand.
graph-screen-first-path = First path
graph-screen-linked-already = The path already goes that way.
graph-screen-cut = Taken out of the path
graph-screen-cut-between = “{ $moment }” is out of “{ $path }”, which now goes from “{ $before }” to “{ $after }”.
graph-screen-cut-end = “{ $moment }” is out of “{ $path }”.

# Beside it

graph-screen-findings = What stands out
graph-screen-findings-more = { $n ->
        [one] One more
       *[other] { $n } more
    }
graph-screen-show = Show me
graph-screen-ways = The paths
graph-screen-no-ways = No path is drawn yet. A path says in which order people really go through the micro-moments.
graph-screen-add-path = Add a path
graph-screen-steps = { $n ->
        [one] one step
       *[other] { $n } steps
    }
graph-screen-switches = { $n ->
        [0] no switch
        [one] one switch
       *[other] { $n } switches
    }
graph-screen-returns = { $n ->
        [one] comes back once
       *[other] comes back { $n } times
    }
graph-screen-choose-edit = Click anything in the graph to see and edit it here.
graph-screen-choose-read = Click anything in the graph to see what belongs to it.
graph-screen-close = Close
graph-screen-cut-step = Take this step out of the path
graph-screen-edge = Connection
graph-screen-told = What this is
graph-screen-team = Team
graph-screen-system = System
graph-screen-group-name = Name
graph-screen-group-help = The new name replaces this one everywhere.
graph-screen-group-steps = { $n ->
        [one] one backstage step
       *[other] { $n } backstage steps
    }
graph-screen-where = Micro-moments
graph-screen-where-more = and { $n } more
graph-screen-nowhere = Not at any micro-moment yet.

# The table

graph-screen-twin = The same as a table
graph-screen-twin-alt = { $view }: everything in the graph, with what comes before and after
graph-screen-twin-chosen = Chosen: row { $n }, { $name }
graph-screen-paths-alt = All paths with their steps
graph-screen-name = Name
graph-screen-before = Comes after
graph-screen-after = Leads to
graph-screen-path = Path
graph-screen-kind = Kind
graph-screen-share = Customers
graph-screen-way = Steps in order
