# The journey as a graph.

graph-kind-happy = happy path
graph-kind-unhappy = unhappy path
graph-kind-loop = loop
graph-kind-abandoned = abandoned
graph-kind-order = order on the map, on no path
graph-share = { $path }, { $share } % of customers
graph-legend-height = The higher a moment stands, the better it feels.
graph-legend-height-to-be = The higher a moment stands, the better it should feel.
graph-legend-unaimed = A hollow moment with a dashed edge: no targeted emotion has been set yet.
graph-legend-unknown = A hollow moment with a dashed edge: its felt emotion is not known yet.
graph-told-felt = Felt: { $felt }
graph-told-targeted = Targeted: { $felt }
graph-told-channels = Channels: { $all }
graph-told-needs = Needs: { $all }
graph-told-teams = Teams: { $all }
graph-told-systems = Systems: { $all }
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
        [one] For some people the journey ends before the goal: at “{ $moment }”.
       *[other] For some people the journey ends before the goal: there are { $count } such ends, the first at “{ $moment }”.
    }
graph-out-only-happy = Only the happy path is drawn: what happens when something goes wrong, or when somebody gives up?
graph-out-returns =
    { $count ->
        [one] On “{ $path }” people come back to a micro-moment they have been at before: “{ $moment }”.
       *[other] On “{ $path }” people come back { $count } times to micro-moments they have been at before, the first time to “{ $moment }”.
    }
graph-out-switches =
    { $count ->
        [one] On “{ $path }” people have to switch channels once in { $steps } steps.
       *[other] On “{ $path }” people have to switch channels { $count } times in { $steps } steps.
    }
graph-out-calm = { $paths } paths run through { $moments } micro-moments, and nobody has to turn back or change channels.

# The table that says the same

graph-column-episode = Episode
graph-column-feels = Feels
graph-column-paths = Paths
graph-column-channels = Channels
graph-column-touchpoints = Touchpoints
graph-column-whose = Whose
graph-column-left = Switches away
graph-column-taken = Switches to it
graph-column-served = Needs, or moments with it
graph-column-behind = Behind it
graph-column-causes = Pain points caused
graph-column-fate = What became of it
graph-column-felt = Felt
graph-column-targeted = Targeted

# Channels

graph-note-channels = Clockwise, in the order in which people first meet the channels. The larger, the more touchpoints.
graph-channel-owned = ours
graph-channel-brought = not ours
graph-touchpoints = { $n ->
    [0] no touchpoint
    [one] one touchpoint
   *[other] { $n } touchpoints
}
graph-switch-told = { $n ->
    [one] { $one } → { $other }: one switch
   *[other] { $one } → { $other }: { $n } switches
}
graph-legend-unused = Hollow: no moment uses it yet.
graph-legend-switch = A switch: people have to leave every channel they are in. The wider, the more often.
graph-out-no-channels = There are no channels yet: in which channels do the micro-moments happen?
graph-out-no-switches =
    { $channels ->
        [one] There is one channel, and nobody has to switch.
       *[other] There are { $channels } channels, and nobody has to switch between them.
    }
graph-out-switch-most =
    { $n ->
        [one] People have to switch channels once: from “{ $one }” to “{ $other }”.
       *[other] The switch people have to make most often is from “{ $one }” to “{ $other }”: { $n } of { $count } switches.
    } { $brought ->
        [0] All { $channels } channels are ours.
        [one] One of the { $channels } channels is not ours.
       *[other] { $brought } of the { $channels } channels are not ours.
    }
graph-out-switch-equal =
    { $others ->
        [one] People have to switch channels { $count } times; from “{ $one }” to “{ $other }” is as frequent as one other switch.
       *[other] People have to switch channels { $count } times; from “{ $one }” to “{ $other }” is as frequent as { $others } other switches.
    } { $brought ->
        [0] All { $channels } channels are ours.
        [one] One of the { $channels } channels is not ours.
       *[other] { $brought } of the { $channels } channels are not ours.
    }

# Moments and needs

graph-note-needs = Each episode with its moments on the left, and on the right the needs that first come up there.
graph-served-at = { $n ->
    [one] At one moment:
   *[other] At { $n } moments:
}
graph-need-badly = people mostly feel bad where it comes up
graph-need-lost = A need of the as-is that no moment of this map serves.
graph-legend-moment-needless = Dashed: a moment without a need yet.
graph-legend-need = A need (rounded); with a thick edge where several moments serve it.
graph-legend-need-badly = ⚠ A need at moments where people mostly feel bad.
graph-legend-need-lost = ✗ Dashed: a need of the as-is that no moment here serves.
graph-out-no-needs =
    { $moments ->
        [one] No need has been named yet for the one micro-moment: why do people do it?
       *[other] No need has been named yet for any of the { $moments } micro-moments: why do people do what they do?
    }
graph-out-needs-lost =
    { $n ->
        [one] One need from the as-is has no micro-moment on this map.
       *[other] { $n } needs from the as-is have no micro-moment on this map.
    }
graph-out-needs-bad =
    { $n ->
        [one] One of the { $needs } needs comes up at moments where people mostly feel bad: “{ $need }”.
       *[other] { $n } of the { $needs } needs come up at moments where people mostly feel bad, such as “{ $need }”.
    } { $bare ->
        [0] Every moment serves a need.
        [one] One moment serves no need that anybody has named.
       *[other] { $bare } moments serve no need that anybody has named.
    }
graph-out-need-most =
    { $equal ->
        [0] “{ $need }” comes up at { $n } moments, more than any other need.
       *[other] “{ $need }” comes up at { $n } moments, as do others.
    } { $bare ->
        [0] Every moment serves a need.
        [one] One moment serves no need that anybody has named.
       *[other] { $bare } moments serve no need that anybody has named.
    }
graph-out-needs-once =
    { $needs ->
        [one] One need has been named, at one moment.
       *[other] { $needs } needs have been named, each at one moment.
    } { $bare ->
        [0] Every moment serves a need.
        [one] One of { $moments } moments serves no need that anybody has named.
       *[other] { $bare } of { $moments } moments serve no need that anybody has named.
    }

# Backstage

graph-note-backstage = Teams above, the moments in their order in the middle, systems below.
graph-kind-team = team
graph-kind-system = system
graph-behind = { $n ->
    [one] behind one moment
   *[other] behind { $n } moments
}
graph-causes = { $n ->
    [one] one pain point comes from what they do
   *[other] { $n } pain points come from what they do
}
graph-bottleneck = the likely bottleneck
graph-together-told = { $n ->
    [one] { $one } and { $other } must act together at one moment
   *[other] { $one } and { $other } must act together at { $n } moments
}
graph-legend-nobody-behind = Hollow: no backstage step yet.
graph-legend-line-team = is done by this team
graph-legend-line-system = needs this system
graph-legend-line-together = must act together; the wider, the more moments
graph-out-no-teams =
    { $moments ->
        [one] No team has been named yet behind the one micro-moment: who makes it happen?
       *[other] No team has been named yet behind any of the { $moments } micro-moments: who makes them happen?
    }
graph-out-one-team =
    { $n ->
        [one] Only “{ $team }” has been named backstage, at one moment.
       *[other] Only “{ $team }” has been named backstage, at { $n } moments.
    }
graph-out-teams-even = { $teams } teams are behind { $moments } moments, and none of them stands out as the bottleneck.
graph-out-bottleneck =
    “{ $team }” is the likely bottleneck: it is behind { $n } of the { $moments } moments that have a team{ $causes ->
        [0] {""}
        [one] , one pain point comes from it
       *[other] , { $causes } pain points come from it
    }{ $partners ->
        [0] {""}
        [one] , and one other team has to act together with it
       *[other] , and { $partners } other teams have to act together with it
    }.

# To-be over as-is

graph-note-over = The to-be from left to right; the higher, the better it should feel. What was removed stands at the height at which it was felt.
graph-told-was-felt = In the as-is: { $felt }
graph-fate-kept = kept
graph-fate-changed = changed
graph-fate-moved = moved
graph-fate-moved-channel = other channel
graph-fate-merged = merged
graph-fate-split = split
graph-fate-removed = ✗ removed
graph-fate-new = new
graph-fate-open = not dealt with yet
graph-fate-was = hollow: as it was before ({ $fate })
graph-legend-way-kept = a way that stayed
graph-legend-way-gone = a way that is gone
graph-legend-way-new = a new way
graph-legend-became = what it became
graph-out-over-alone = This view lays a to-be over the as-is it was made from: open it on a to-be that has one.
graph-out-over-same =
    { $n ->
        [one] Nothing has changed yet: the one moment of the as-is is as it was.
       *[other] Nothing has changed yet: all { $n } moments of the as-is are as they were.
    }
graph-out-over =
    Of { $n ->
        [one] one as-is moment
       *[other] { $n } as-is moments
    }: { $kept } as before, { $other } in another form, { $removed } removed. New: { $new }.

# Measures, a sentence each

graph-finding-no-paths =
    { $moments ->
        [one] No path is drawn yet through the one micro-moment.
       *[other] No path is drawn yet: in which order do people really go through the { $moments } micro-moments?
    }
graph-finding-only-happy =
    { $paths ->
        [one] The only path is the happy one: what happens when something goes wrong, or when somebody gives up?
        [2] Both paths are happy ones: what happens when something goes wrong, or when somebody gives up?
       *[other] All { $paths } paths are happy ones: what happens when something goes wrong, or when somebody gives up?
    }
graph-finding-dead-ends =
    { $n ->
        [one] Some people do not get to the goal: for them it ends at “{ $moment }”.
       *[other] Some people do not get to the goal: it ends at { $n } micro-moments, the first of them “{ $moment }”.
    }
graph-finding-loop-minutes =
    { $n ->
        [one] On “{ $path }” people come back to “{ $moment }”, which costs them { $time }.
       *[other] On “{ $path }” people come back { $n } times, first to “{ $moment }”, which costs them { $time }.
    }
graph-finding-loop-at-least =
    { $n ->
        [one] On “{ $path }” people come back to “{ $moment }”, which costs them at least { $time }: not all are known.
       *[other] On “{ $path }” people come back { $n } times, first to “{ $moment }”, which costs them at least { $time }: not all are known.
    }
graph-finding-loop =
    { $n ->
        [one] On “{ $path }” people come back to “{ $moment }”. How many minutes that takes is not known yet.
       *[other] On “{ $path }” people come back { $n } times, first to “{ $moment }”. How many minutes that takes is not known yet.
    }
graph-finding-repeat = On “{ $path }” people turn to “{ $channel }” { $n } times for the same need: “{ $need }”.
graph-finding-switches =
    { $n ->
        [one] On “{ $path }” people have to switch channels once in { $steps } steps. No other path has more switches.
       *[other] On “{ $path }” people have to switch channels { $n } times in { $steps } steps. No other path has more switches.
    }
graph-finding-switches-too =
    { $n ->
        [one] On “{ $path }” people have to switch channels once in { $steps } steps.
       *[other] On “{ $path }” people have to switch channels { $n } times in { $steps } steps.
    }
graph-finding-crossing =
    { $paths ->
        [2] Both paths pass “{ $moment }”: if it goes wrong there, everybody notices.
       *[other] { $n } of { $paths } paths pass “{ $moment }”, and no moment is passed by more: if it goes wrong there, many notice.
    }
graph-finding-between =
    “{ $moment }” connects the most: { $share ->
        [0] less than 1
       *[other] { $share }
    } % of all pairs of other micro-moments are connected through it.
graph-finding-shortest-steps = The shortest way to the goal is { $steps ->
        [one] one step.
       *[other] { $steps } steps.
    }
graph-finding-shortest-minutes = The shortest way to the goal takes { $time } ({ $steps ->
        [one] one step
       *[other] { $steps } steps
    }).
graph-finding-longest-steps = The longest way to the goal is “{ $path }”: { $steps ->
        [one] one step.
       *[other] { $steps } steps.
    }
graph-finding-longest-minutes = The longest way to the goal is “{ $path }”: it takes { $time } ({ $steps ->
        [one] one step
       *[other] { $steps } steps
    }).
graph-finding-unreachable =
    { $n ->
        [one] “{ $moment }” is on a path, but cannot be reached from the start of the journey.
       *[other] { $n } micro-moments are on a path, but cannot be reached from the start of the journey; the first is “{ $moment }”.
    }
graph-finding-off-paths =
    { $n ->
        [one] “{ $moment }” is on no path; the paths cover { $share } % of the micro-moments.
       *[other] { $n } micro-moments are on no path, the first of them “{ $moment }”; the paths cover { $share } % of all.
    }
graph-finding-bottleneck =
    “{ $team }” is behind { $n } of the { $moments } moments that have a team{ $causes ->
        [0] {""}
        [one] , and one pain point comes from it
       *[other] , and { $causes } pain points come from it
    }: if it is stuck, they all wait.

# To take away

graph-column-name = Name
graph-column-before = Comes after
graph-column-after = Leads to
graph-take-whole = Show everything
graph-take-ground = Light or dark
graph-take-aria = The graph. Left and right arrows walk from one node to the next; the table below says the same.
graph-take-table = The same as a table
refusal-graph-view = There is no view “{ $name }”. There are: { $names }.
refusal-graph-no-fonts = The fonts for a picture could not be prepared on this computer. Take the SVG or the HTML page instead.
refusal-graph-too-large = This picture took too long to make. Take the SVG or the HTML page instead.
