# The journey as a graph.

graph-kind-happy = happy path
graph-kind-unhappy = unhappy path
graph-kind-loop = loop
graph-kind-abandoned = abandoned
graph-kind-order = order on the map, on no path
graph-share = { $path }, { $share } % of customers
graph-legend-height = The higher a moment stands, the better it feels.
graph-legend-unknown = A hollow moment with a dashed edge: nobody has said yet how it feels.
graph-told-felt = Felt: { $felt }
graph-told-channels = Channels: { $all }
graph-told-needs = Needs: { $all }
graph-told-teams = Teams: { $all }
graph-told-truth = Moment of truth

# What stands out, in one sentence

graph-out-empty = There are no micro-moments yet: add some on the map, and they appear here.
graph-out-no-paths =
    { $moments ->
        [one] There is one micro-moment and no path yet, so you see it by itself.
       *[other] No path is drawn yet, so you see the { $moments } micro-moments in their plain order: how do people really go through them?
    }
graph-out-dead-ends =
    { $count ->
        [one] For some people the journey ends before its last micro-moment: at “{ $moment }”.
       *[other] For some people the journey ends before its last micro-moment: there are { $count } such ends, the first at “{ $moment }”.
    }
graph-out-only-happy = Only the happy path is drawn: what happens when something goes wrong, or when somebody gives up?
graph-out-returns =
    { $count ->
        [one] On “{ $path }” people come back to a micro-moment they had been at: “{ $moment }”.
       *[other] On “{ $path }” people come back { $count } times to micro-moments they had been at, the first time to “{ $moment }”.
    }
graph-out-switches =
    { $count ->
        [one] On “{ $path }” people have to leave all channels they are in once, in { $steps } steps.
       *[other] On “{ $path }” people have to leave all channels they are in { $count } times, in { $steps } steps.
    }
graph-out-calm = { $paths } paths run through { $moments } micro-moments, and nobody has to turn back or change channels.
