# Compare: an as-is beside its to-be.

compare-not-said = not known yet

compare-choose-to-be = Which to-be
compare-pair =
    { $felt ->
        [0] No felt emotion is on the as-is yet.
        [one] { $validated ->
            [0] No customer has validated the felt emotion on the as-is yet.
           *[other] A customer has validated the felt emotion on the as-is.
        }
       *[other] Customers have validated { $validated } of the { $felt } felt emotions on the as-is.
    } { $asked ->
        [0] No customer has validated the to-be yet.
        [one] On the to-be they have validated one micro-moment.
       *[other] On the to-be they have validated { $asked } micro-moments.
    }
compare-no-to-be = There is no to-be yet
compare-no-to-be-why = Compare shows what a to-be keeps, changes, moves and removes. It starts as a copy of this as-is in which every micro-moment remembers where it came from.
compare-no-to-be-watch = As soon as a facilitator designs a to-be from it, both appear here side by side.
compare-no-as-is = This to-be stands alone
compare-no-as-is-why = It was not designed from an as-is that you can see here, so there is nothing to compare it with. To compare, open an as-is and choose “Design the to-be” there.
compare-empty = Both maps are still empty
compare-empty-why = Add episodes and micro-moments to the as-is first; then there is something to redesign.
compare-to-map = Go to the map

compare-view = How to look at it
compare-view-overlay = Overlay
compare-view-side = Side by side
compare-view-table = Table

# Figures

compare-figure-emotion = Targeted − felt
compare-figure-emotion-note = { $share } of gap closed
compare-figure-emotion-no-gap = no gap known on the as-is
compare-figure-emotion-help = The mean targeted emotion on the to-be, minus the mean felt emotion on the as-is (known for { $said } of { $all } micro-moments). The gap is how far each as-is moment falls short of its targeted emotion. A kept moment keeps its gap, a removed one takes it away, and any other closes as much of it as the to-be aims for.
compare-figure-moments = Micro-moments
compare-figure-moments-note = { $removed } removed, { $new } new
compare-figure-moments-help = How many micro-moments the as-is has and how many the to-be has. { $merged } moments of the as-is were merged: they now share a to-be moment with others.
compare-figure-channels = Channels
compare-figure-channels-note = { $switches } switches
compare-figure-channels-help = Channels in use. A switch is a step from one micro-moment to the next with no channel in common: the customer has to go elsewhere.
compare-figure-minutes = Customer effort
compare-figure-minutes-partly = time known for { $before } of { $of_before } as-is and { $after } of { $of_after } to-be moments
compare-figure-minutes-help = The minutes of all micro-moments together, waiting included. A percentage is shown once the minutes of every moment are known on both maps.
compare-figure-needs = Needs met
compare-figure-needs-open = { $n } still open
compare-figure-needs-all = every need has a moment
compare-figure-needs-help = Needs on the as-is that some moment of the to-be still serves. Needs that no moment serves are listed below under “Still open”.
compare-figure-redesigned = Redesigned
compare-figure-redesigned-note = { $changed } of { $all } moments
compare-figure-redesigned-help = The share of the to-be’s micro-moments that are new or differ from the as-is. Below a third, a to-be is often the as-is with patches.

# What became of a moment

compare-fate-kept = kept
compare-fate-changed = changed
compare-fate-moved = moved
compare-fate-moved-channel = other channel
compare-fate-merged = merged
compare-fate-split = split
compare-fate-removed = removed
compare-fate-new = new

compare-does-kept = stays as it is
compare-does-changed = becomes { $names }
compare-does-moved = stays { $names }, in another place
compare-does-moved-channel = stays { $names }, through another channel
compare-does-merged = is merged into { $names }
compare-does-split = is split into { $names }
compare-does-removed = is no longer needed
compare-does-new = is new

compare-change-value = { $field }: { $before } → { $after }
compare-change-value-came = { $field } is now { $after }
compare-change-value-went = { $field } is no longer { $before }
compare-change-moment-of-truth-yes = Now a moment of truth
compare-change-moment-of-truth-no = No longer a moment of truth
compare-change-optional-yes = Now optional
compare-change-optional-no = No longer optional
compare-change-channels-changed = Channel: { $gone } → { $come }
compare-change-channels-came = Also through { $come }
compare-change-channels-went = No longer through { $gone }
compare-change-needs-changed = Need: { $gone } → { $come }
compare-change-needs-came = Also serves the need { $come }
compare-change-needs-went = No longer serves the need { $gone }
compare-change-backstage-changed = Backstage: { $gone } → { $come }
compare-change-backstage-came = New backstage: { $come }
compare-change-backstage-went = Backstage no longer needed: { $gone }
compare-change-episode = From “{ $before }” to “{ $after }”
compare-change-order = In another place in its episode

# Overlay

compare-overlay-only-changed = Only what changes
compare-overlay-left-out = { $n ->
        [one] One kept micro-moment is left out.
       *[other] { $n } kept micro-moments are left out.
    }
compare-overlay-hint = Choose a micro-moment to see what changes. Arrow keys walk along a map and from one map to the other.
compare-overlay-as-is = As-is: { $text } ({ $fate })
compare-overlay-to-be = To-be: { $text } ({ $fate })
compare-overlay-nothing = Everything has been kept so far: the to-be is still a copy of the as-is. Redesign it on the map, and the changes appear here.
compare-emotion = Emotion
compare-felt = felt, as-is
compare-targeted = targeted, to-be
compare-truth = Moment of truth

compare-picked-new = New in the to-be: it does not come from an as-is moment.
compare-picked-kept = Nothing changes here.
compare-picked-feels = Felt → targeted: { $emotion }
compare-emotion-gone = gone
compare-picked-from = Comes from
compare-picked-becomes = Becomes
compare-close = Close

# Side by side

compare-side-none = No micro-moments.
compare-side-aim = should feel { $aim }
compare-side-no-aim = targeted emotion not set yet
compare-side-gone = This episode is no longer in the to-be.
compare-side-new = This episode is new.

# Table

compare-filter = Show only
compare-count = { $n ->
        [one] one micro-moment
       *[other] { $n } micro-moments
    }
compare-column-fate = What became of it
compare-column-as-is = As-is
compare-column-to-be = To-be
compare-column-emotion = Felt → targeted
compare-column-changes = What changes
compare-table-alt = What became of every micro-moment of the as-is

# Pains

compare-pains = Pain on the as-is and what the to-be does
compare-pains-none = No pain points have been written on the as-is yet. They show where a redesign helps most.
compare-pains-all = Show all { $n }
compare-pains-few = Show the { $n } worst
compare-pains-alt = The pains of the as-is, the worst first, and what the to-be does about each
compare-pain-moment = Pain on the as-is
compare-pain-does = What the to-be does
compare-pain-emotion = Emotion
compare-pain-story = Story
compare-pain-to-stories = Open the stories

# Still open

compare-open = Still open
compare-open-none = Nothing is open: every need has a moment, every episode has communication, and customers have seen it.
compare-open-alt = What the to-be leaves open, and why
compare-open-what = Still open
compare-open-why = Why
compare-open-need = The need “{ $need }” has no moment in the to-be
compare-open-need-gone = dropped with “{ $moment }”
compare-open-need-left = it was at “{ $moment }”
compare-open-pain = “{ $pain }” still hurts
compare-open-pain-why = “{ $moment }” is kept as it is
compare-open-silent = The episode “{ $episode }” has no communication yet
compare-open-silent-why = targeted emotion: { $aim }
compare-open-silent-no-aim = its targeted emotion is not set yet either
compare-open-nobody-asked = No customer has validated the to-be
compare-open-some-asked = { $asked } of { $all } micro-moments of the to-be are validated by customers
compare-open-asked-why = no decision without customer participation
