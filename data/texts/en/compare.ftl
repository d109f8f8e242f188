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
compare-no-as-is-why = It was not designed from an as-is that you can see here, so there is nothing to compare it with. To compare it, say below which as-is it belongs to; or open an as-is and choose “Design the to-be” there.
compare-empty = Both maps are still empty
compare-empty-why = Add episodes and micro-moments to the as-is first; then there is something to redesign.
compare-to-map = Go to the map

compare-view = How to look at it
compare-view-overlay = Overlay
compare-view-side = Side by side
compare-view-table = Table

# Figures

compare-at-least = { $value } or more
compare-at-worst = { $value } at worst
compare-not-measured = not measured yet
compare-covers = Said for { $before } of { $of_before } → { $after } of { $of_after } · { $validated } validated
compare-covers-one = Said for { $said } of { $all } · { $validated } validated
compare-validated = { $n } validated

compare-figure-peak = Peak
compare-figure-low = Low
compare-figure-end = End
compare-figure-fall = Deepest fall
compare-define-peak = The best felt moment of the as-is, and the highest target of the to-be. People remember a journey by its peak and its end (Kahneman’s peak-end rule). “At worst”: what stays if nothing that only has another name feels better, and nothing is gone that nobody has decided on.
compare-define-low = The worst felt moment of the as-is, and the lowest target of the to-be. “At worst”: the lowest moment if what does not change in channel, need, time or backstage still feels as it does now, and no removal counts that nobody has decided on.
compare-define-end = How the last micro-moment feels, and how it should feel. People remember a journey by its peak and its end (Kahneman’s peak-end rule).
compare-define-fall = The deepest drop from one micro-moment to the next on the way: how far people fall, in points of the emotion scale.

compare-figure-elapsed = Time
compare-figure-waiting = Waiting
compare-figure-active = Busy
compare-figure-effort = Customer effort (CES)
compare-figure-moments = Micro-moments
compare-figure-channels = Channels
compare-figure-switches = Switches
compare-define-elapsed = Minutes from start to end, added up along the way. “At worst”: with what went without anybody having decided so back in its place, and with what a merged moment says nothing new about still counted.
compare-define-waiting = Minutes in which the customer can only wait, added up along the way. They are known only where somebody has split them from the time.
compare-define-active = Minutes in which the customer is busy: the time without the waiting. They are known only where both are.
compare-define-effort = What customers say it costs them: the mean Customer Effort Score along the way, 1 (very easy) to 7 (very hard). It is asked, never worked out from minutes.
compare-define-moments = How many micro-moments there are on the way; one that is visited twice counts twice.
compare-define-channels = How many different channels are used on the way. Fewer is not always better.
compare-define-switches = How often the customer leaves every channel of one micro-moment for the next one’s.

compare-figure-felt = Felt now
compare-figure-promised = Promised
compare-figure-promised-aimed = the as-is already aims for { $aimed }
compare-figure-gap = Gap addressed if every target is reached
compare-figure-gap-between = { $worst } to { $best }
compare-figure-gap-own = own gap of the as-is: { $gap } on average
compare-figure-gap-none = the as-is reaches all its targets
compare-figure-gap-unknown = the as-is says no targets of its own
compare-figure-gap-losses = { $n ->
        [one] one good micro-moment lost
       *[other] { $n } good micro-moments lost
    }
compare-figure-measured = Measured after
compare-figure-measured-none = no later as-is chosen
compare-define-felt = The mean felt emotion on the as-is, of those micro-moments that say it.
compare-define-promised = Mean felt emotion → mean targeted emotion of the to-be, on the same micro-moments: those where both are said. At worst, over all that are felt, it stays as it is, unless what changes bears on it in substance; leaving something out lifts nothing. A target is a promise, not progress.
compare-define-gap = The gap is how far each as-is micro-moment falls short of the target on the as-is itself. It counts as addressed only where the to-be changes something that bears on the emotion. Worst case: another channel, a new need or backstage step, or less time. Best case: also other words or other communication. What is only renamed in case and punctuation, moved or left out closes nothing; a removal that somebody decided takes its gap along in the best case.
compare-define-measured = What was felt on the as-is → what is felt on the as-is that was mapped later, on the same micro-moments.

compare-figure-needs = Needs met
compare-figure-needs-reworded = { $n } reworded
compare-figure-needs-lost = { $n } lost
compare-figure-needs-new = { $n } new
compare-figure-needs-all = every need has a moment
compare-figure-pains = Pains answered
compare-figure-pains-perhaps = { $n } perhaps
compare-figure-pains-undecided = { $n } undecided
compare-figure-pains-no = { $n } not at all
compare-define-needs = Needs of the as-is that some micro-moment of the to-be serves in the same words. A need that says something else now is reworded, and that is not met: both texts are listed below.
compare-define-pains = Pain points of the as-is whose micro-moment changes in channel, need, backstage or time, or is gone by decision. “Perhaps”: only words or communication change. “Undecided”: the micro-moment is gone and nobody has said so.

# What became of a moment

compare-fate-kept = kept
compare-fate-changed = changed
compare-fate-moved = moved
compare-fate-moved-channel = other channel
compare-fate-merged = merged
compare-fate-split = split
compare-fate-removed = removed
compare-fate-new = new
compare-fate-undecided = undecided
compare-fate-open = not dealt with yet

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
compare-change-needs-changed = { $n ->
        [one] Need
       *[other] Needs
    }: { $gone } → { $come }
compare-change-needs-came = Also serves { $n ->
        [one] the need
       *[other] the needs
    } { $come }
compare-change-needs-went = No longer serves { $n ->
        [one] the need
       *[other] the needs
    } { $gone }
compare-change-backstage-changed = Backstage: { $gone } → { $come }
compare-change-backstage-came = New backstage: { $come }
compare-change-backstage-went = Backstage no longer needed: { $gone }
compare-change-episode = From “{ $before }” to “{ $after }”
compare-change-order = In another place in its episode
compare-change-behind = The as-is was changed here since: { $fields }
compare-field-channels = channels
compare-field-needs = needs
compare-field-backstage = backstage
compare-field-steps = steps
compare-field-communication = communication
compare-does-open = is not dealt with yet
compare-does-undecided = is gone, and nobody has decided so

# Overlay

compare-overlay-only-changed = Only what changes
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

# A map in the archive

compare-archived-as-is = The as-is “{ $title }” is in the archive. It is compared as it was left there; to change it, it has to be restored.
compare-archived-to-be = The to-be “{ $title }” is in the archive. It is compared as it was left there; to change it, it has to be restored.
compare-archived-only = This as-is has a to-be, “{ $title }”, but it is in the archive. Restore it to work on it, or look at the comparison as it was left.
compare-archived-ask = Whoever leads the workshop can restore it.
compare-archived-look = Look at the comparison

# The picture of both maps

compare-tools = How large the picture is, and what to do with it
compare-zoom-in = Zoom in (+)
compare-zoom-out = Zoom out (−)
compare-fit = Whole journey
compare-fit-help = Show the whole journey in the width there is (0)
compare-print = Print
compare-print-help = Print both maps whole, on as many pages as it takes
compare-present = Present
compare-present-help = Show this on a beamer, without anything to click; Escape leaves
compare-range = { $first }–{ $last } of { $all }
compare-elsewhere = ↔ { $n }
compare-sought = Only a part is shown: a filter is on.
compare-nothing-here = Nothing on this side
compare-card-pains = { $n ->
        [one] one pain point
       *[other] { $n } pain points
    }
compare-present-whole = Whole journey
compare-present-hint = ← → from episode to episode · ↑ ↓ or 1 to 4 for another view · 0 for the whole journey · Escape leaves
compare-present-leave = Leave
compare-present-facts = What changes
compare-present-pains = The worst pains and their answers
compare-side-aim = should feel { $aim }
compare-side-hint = Choose a micro-moment to see what changes. Both maps scroll together; arrow keys walk along a map and from one map to the other.

# What one looks for

compare-filter-do = { $n ->
        [0] Filter
       *[other] Filter ({ $n })
    }
compare-filter-episodes = Episodes
compare-filter-dispositions = What became of it
compare-filter-teams = Teams behind it
compare-filter-all = All
compare-filter-pain = Pain points
compare-filter-pain-all = With or without
compare-filter-pain-any = With a pain point
compare-filter-pain-yes = Answered
compare-filter-pain-perhaps = Answered at best
compare-filter-pain-undecided = Undecided
compare-filter-pain-no = Not answered
compare-filter-truth = Only moments of truth
compare-filter-clear = Show everything
compare-filter-found = { $n } of { $all } columns are what you look for.
compare-filter-nothing = Nothing on either map is what you look for.

# Table

compare-filter = Show only
compare-count = { $n ->
        [one] one row
       *[other] { $n } rows
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
compare-answered-yes = answered by: { $by }
compare-answered-perhaps = answered at best by: { $by }
compare-answered-undecided = answered only if the removal is meant
compare-answered-no = not answered
compare-pain-does = What the to-be does
compare-pain-emotion = Emotion
compare-pain-story = Story
compare-pain-to-stories = Open the stories

# The story, and what the figures are of

compare-story = The story
compare-along = Figures along
compare-along-default = Story of everybody, figures along “{ $path }”
compare-along-shares = All paths, by their shares
compare-along-path = Story and figures along “{ $path }”.
compare-along-path-first = Peak, low and end are those of all micro-moments, whoever lives them. Time, channels and switches are added up along “{ $path }”, for nobody lives every card in one go.
compare-along-alone = Only one of the maps has the path “{ $path }”: there is nothing to hold against it.
compare-along-cards = No path is drawn on these maps, so figures add up every card: more than anybody lives in one go.
compare-along-shares-said = Every path counts by its share of customers. The shares come to { $before } on the as-is and { $after } on the to-be.
compare-along-shares-one = Every path counts by its share of customers. Only one of the maps says shares; the paths of the other count as those they belong to.
compare-truths = { $n ->
        [one] One moment of truth
       *[other] { $n } moments of truth
    }
compare-truths-alt = Every moment of truth before and after
compare-truth-moment = Moment of truth
compare-truth-became = What the to-be does
compare-truth-before = Felt
compare-truth-after = Targeted
compare-truth-worst = At worst
compare-later = Measured after: the as-is that was mapped later
compare-later-none = Not measured yet
compare-source = { $n ->
        [one] From one moment
       *[other] From { $n } moments
    }
compare-source-hide = Hide the moments
compare-source-of = { $figure }: the micro-moments it comes from
compare-source-says = What it says
compare-source-none = No micro-moment on the { $kind }.
compare-source-more = And { $n } more.
compare-source-alt = The micro-moments this figure comes from: { $kind }

# What came since

compare-since = Changed in the as-is since
compare-since-why = This to-be was begun from revision { $revision } of the as-is, or linked to it then. What was changed there afterwards is not the to-be’s doing: take it over, or leave it.
compare-since-unknown = It is not known from which revision of the as-is this to-be was begun.
compare-since-more = And { $n } more.
compare-since-came = “{ $moment }” came to the as-is: not dealt with yet
compare-since-gone = “{ $moment }” was taken out of the as-is: not dealt with yet
compare-since-changed = “{ $moment }”: changed in the as-is: { $fields }
compare-since-both = “{ $moment }”: changed on both maps since: { $fields }
compare-since-field = { $field } (in the as-is since)
compare-since-part = “{ $before }”, in “{ $after }”: { $fields }.
compare-since-own = “{ $after }” comes from several micro-moments, so nothing is put over what it says of itself ({ $fields }): say there what holds now that “{ $before }” was changed.
compare-to-card = Go to the card
compare-take-over = Take over
compare-taken-over = Taken over into the to-be.

# What else changed

compare-rows = What else changes ({ $n })
compare-rows-alt = What became of episodes, communications, backstage, channels, paths and needs
compare-rows-what = What
compare-rows-fate = What became of it
compare-rows-before = As-is
compare-rows-after = To-be
compare-rows-changes = What changes
compare-row-episodes = Episode
compare-row-communications = Communication
compare-row-backstage-steps = Backstage
compare-row-channels = Channel
compare-row-paths = Path
compare-row-needs = Need
compare-need-reworded = reworded

# One list of what is open

open-need = The need “{ $text }” has no moment in the to-be: it was at “{ $where }”
open-reworded = The need “{ $text }” became “{ $where }”: is it still met?
open-pain = “{ $text }” still hurts at “{ $where }”
open-undecided = { $fate ->
    [removed] “{ $text }” is gone from the to-be, and nobody has decided so
    [open] “{ $text }” came to the as-is later: nobody has decided what becomes of it
    [kept] “{ $text }” stays as it is, and nobody has confirmed that
    [overtaken] “{ $text }” has been decided on, and the to-be has changed since
    [merged] “{ $text }” is merged, and nobody has confirmed that
    [split] “{ $text }” is split, and nobody has confirmed that
    [moved] “{ $text }” has moved, and nobody has confirmed that
    [moved-channel] “{ $text }” is in another channel, and nobody has confirmed that
   *[other] “{ $text }” is changed, and nobody has confirmed that
}
open-not-dealt-with = “{ $text }” was changed in the as-is since the to-be was begun
open-silent = The episode “{ $text }” has no communication yet that brings about “{ $where }”
open-silent-no-aim = The episode “{ $text }” has no communication yet
open-guess = { $n ->
        [one] One of { $all } micro-moments is a guess that nobody has validated
       *[other] { $n } of { $all } micro-moments are guesses that nobody has validated
    }
open-all = Show all { $n }
open-few = Show the first { $n }

compare-open = Still open
compare-open-none = Nothing is open: every need has a moment, every pain its answer, every episode its communication, and customers have seen it.

refusal-compare-reversed = “{ $title }” is a to-be: put it on the other side, and an as-is before it. What is compared is what a to-be makes of an as-is.
