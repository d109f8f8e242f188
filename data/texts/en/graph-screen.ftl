# The graph on the screen.

graph-screen-empty = Nothing to draw yet
graph-screen-empty-why = The graph shows how people go through the micro-moments. Add the first ones on the map, and they appear here from left to right.
graph-screen-to-map = Add micro-moments on the map
graph-screen-see-map = See the map
graph-screen-add-paths = Add paths on the map

graph-screen-stage = The journey as a graph. Left and right arrows walk from moment to moment, Enter chooses one, plus and minus zoom, zero shows all.
graph-screen-episodes = Episodes, to jump to
graph-screen-tools = Zoom
graph-screen-in = Zoom in (+)
graph-screen-out = Zoom out (−)
graph-screen-fit = Show the whole journey (0)
graph-screen-full = Full screen
graph-screen-toggle = Show or hide this path
graph-screen-failed = The graph cannot be drawn in this browser. The table below says the same.
graph-screen-hint-as-is = The higher a moment stands, the better it feels; a hollow one: nobody has said yet. Ctrl with the wheel zooms, dragging moves.
graph-screen-hint-to-be = The higher a moment stands, the better it should feel; a hollow one: no targeted emotion yet. Ctrl with the wheel zooms, dragging moves.

graph-feels-unsaid = not said yet
graph-told-aloud = { $moment }. Episode: { $episode }. Feels: { $feels }.

graph-screen-ways = The paths
graph-screen-no-ways = No path is drawn yet. A path says in which order people really go through the micro-moments.
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
graph-screen-choose = Choose a micro-moment in the graph to see what belongs to it.
graph-screen-close = Close
graph-screen-open = Open on the map
graph-screen-optional = optional

graph-screen-felt = Felt
graph-screen-targeted = Targeted
graph-screen-channels = Channels
graph-screen-needs = Needs
graph-screen-pains = Pain points
graph-screen-backstage = Backstage
graph-screen-paths = Paths
graph-screen-minutes = Takes
graph-screen-evidence = Evidence
graph-screen-notes = Notes
graph-screen-at-step = { $n ->
        [one] { $path }, step { $steps }
       *[other] { $path }, steps { $steps }
    }

graph-screen-twin = The same as a table
graph-screen-twin-alt = All micro-moments with how they feel and what comes before and after
graph-screen-paths-alt = All paths with their steps
graph-screen-number = No.
graph-screen-episode = Episode
graph-screen-moment = Micro-moment
graph-screen-before = Comes after
graph-screen-after = Leads to
graph-screen-path = Path
graph-screen-kind = Kind
graph-screen-share = Customers
graph-screen-way = Steps in order
