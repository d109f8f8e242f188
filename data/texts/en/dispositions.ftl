# Dispositions: what people decide about each moment of the as-is.

row-dispositions = disposition
the-dispositions = the disposition
exchange-place-dispositions = disposition { $number }
field-dispositions-as-is = as-is moment
field-dispositions-kind = disposition
field-dispositions-reason = reason
field-dispositions-proposed = what was proposed
field-dispositions-text = what the moment said
field-dispositions-decided-by = who decided
field-dispositions-decided-on = day of the decision
field-dispositions-on-revision = revision of the to-be
field-dispositions-as-is-revision = revision of the as-is
told-count-dispositions = { $n ->
    [one] one disposition
   *[other] { $n } dispositions
}
told-decided = decided about “{ $name }”: { $kind }

disposition-undecided = undecided
disposition-kept = kept
disposition-changed = changed
disposition-moved = moved
disposition-moved-channel = other channel
disposition-merged = merged
disposition-split = split
disposition-removed = removed

refusal-disposition-in-as-is = Dispositions are decided in a to-be: this map is an as-is.
refusal-disposition-made-anew = A decision is not rewritten. Decide again: the new decision counts, and this one is kept.
refusal-disposition-no-as-is = This to-be has no as-is yet, so there is nothing to decide about. Link it to one first.
refusal-disposition-of-nothing = That moment is no longer in the as-is.

compare-view-decide = Decide
dispositions-all = All { $n }
dispositions-left = { $n ->
    [0] Everything is decided: all { $all } moments of the as-is.
    [one] One of { $all } moments of the as-is is undecided.
   *[other] { $n } of { $all } moments of the as-is are undecided. What was removed without a word comes first.
}
dispositions-confirm-kept = Confirm the { $n } that stay as they are
dispositions-kept-confirmed = { $n } moments are confirmed as kept. Undo takes it back.
dispositions-undo = Undo
dispositions-undo-help = Takes back what you did last in the to-be (Ctrl+Z in the list).
dispositions-is-decided = “{ $text }”: { $kind }. Undo takes it back.
dispositions-confirm = Confirm
dispositions-otherwise = Otherwise…
dispositions-reason = Why?
dispositions-reopen = Undecided again
dispositions-give = Give it a card…
dispositions-fresh = A new card, where it stood
dispositions-given = The moment has a card in the to-be again.
dispositions-nothing = No card in the to-be comes from it.
dispositions-keys = Keys: ↑ ↓ go through the list, Enter confirms, 1 to 7 decide otherwise (kept, changed, moved, other channel, merged, split, removed), 0 is undecided again, R gives a reason, G a card, Ctrl+Z takes back.
dispositions-none = Nothing is left to decide.
dispositions-nothing-there = The as-is has no moments yet.
dispositions-undecided = Undecided
dispositions-decided = { $kind }, decided by { $name } on { $day } (revision { $revision }).
dispositions-from-file = { $day ->
    [none] { $kind }, as the file says that this map came from.
   *[other] { $kind } on { $day }, as the file says that this map came from.
}
dispositions-overtaken = The to-be has changed since: please look again.
dispositions-before = Before that: { $before }

# Linking a to-be to an as-is.

link-open = Link it to an as-is
link-look = Look at the link
link-look-help = Which as-is the to-be is held against, and line by line what comes from what. Another as-is is chosen there, too.
link-close = Close the review
link-back = Link it to “{ $title }” again
link-back-alone = Let it stand alone again
link-back-help = As it was before it was linked otherwise, the origins of the micro-moments too. What somebody has changed since stays.
link-is-back = Linked as it was before.
link-away = Unlink
link-away-help = The to-be stands alone. The micro-moments keep where they come from, so it can be linked again.
link-sure = { $n ->
    [one] One line matches by its id or its words
   *[other] { $n } lines match by their ids or their words
}
link-which = Which as-is does this to-be belong to?
link-choose = Choose an as-is
link-no-as-is = There is no as-is here yet. Make one, or bring one in from a file.
link-review = Tick what is right. { $alike ->
    [0] Nothing is only alike
    [one] One line is only alike and waits for you
   *[other] { $alike } lines are only alike and wait for you
}; { $sure } match by their ids or their words and are ticked already. You can choose another row in each line. Nothing is taken over until you link, and you can take it back.
link-moments = Micro-moments
link-episodes = Episodes
link-channels = Channels
link-take = Right
link-to-be = In this to-be
link-as-is = Comes from
link-why = Why
link-why-origin = says so itself
link-why-id = same id
link-why-same = same words
link-why-alike = { $percent } % alike
link-why-none = nothing like it
link-do = Link as ticked
link-done = { $n ->
    [one] Linked: one micro-moment comes from the as-is.
   *[other] Linked: { $n } micro-moments come from the as-is.
}
refusal-link-nothing-before = This to-be was never linked otherwise, so there is nothing to go back to.
refusal-link-rows-gone = Somebody has changed one of the two maps since: look through the matches once more.

# Other pairs: two maps of one kind, and several versions of one to-be.

compare-view-versions = Versions
versions-one = There is one to-be of this as-is. Make a copy of it on Home to try another version: both stand side by side here.
versions-most = The { $n } latest of { $all } versions are shown.
versions-alt = Every moment of today, and what each version of the to-be makes of it
versions-only = Only where they differ
versions-same = The versions make the same of every moment of today.
versions-left = { $name }: { $n ->
    [0] everything decided
   *[other] { $n } of { $all } undecided
}
versions-decided = decided
versions-overtaken = decided, but changed since
pairs-with = Compare with
pairs-with-design-as-is = the to-be designed from it
pairs-with-design-to-be = the as-is it was designed from
pairs-with-revisions-as-is = itself, at another revision
pairs-with-revisions-to-be = itself, at another revision
pairs-with-map-as-is = another as-is
pairs-with-map-to-be = another to-be
pairs-first = From revision
pairs-second = To revision
pairs-revision-at = Revision { $n }: { $at }
pairs-revision = Revision { $n }
pairs-map = Which one was before?
pairs-choose = Choose a map
pairs-no-other-as-is = There is no other as-is here.
pairs-no-other-to-be = There is no other to-be here.
pairs-same = Nothing differs between the two.

# A to-be thought backwards.

field-episodes-outcome = outcome
agenda-kind-reversed = To-be, from the end
room-ask-reversed = How should it be, from the end to the beginning?
room-ask-reversed-name = How should it be for { $name }, from the end to the beginning?
room-reversed-outcome = What has come true when this is over?
room-reversed-ask-aim = What should have come true for { $name } when this is over, and how should it feel?
room-reversed-ask-before = What must have happened just before, for { $name } to feel this?
room-reversed-ask-last = How does this episode end for { $name }? Write its last moment.
room-reversed-she = the customer
room-reversed-add = This comes just before
room-reversed-next = Further back
room-reversed-of = { $n } of { $all }
room-reversed-expensive = Too expensive
room-reversed-allowed = Not allowed
room-reversed-key = Key { $n }
room-reversed-expensive-about = Too expensive: { $text }
room-reversed-allowed-about = Not allowed: { $text }
room-reversed-parked = It waits in the parking lot. Go on as if it could be done.

refusal-disposition-choose = The to-be does not deal with this moment yet: choose what becomes of it.
