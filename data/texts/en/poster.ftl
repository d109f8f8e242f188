# The summary on one page, for the wall.

poster-open-page = Summary for the wall
poster-open-page-help = All of it on one page; print it in landscape, on A4 or A3.
poster-curve = How it feels, from beginning to end
poster-felt = felt today
poster-aimed = aimed at
poster-no-map = There is nothing on the map yet.
poster-truths = Moments of truth
poster-truths-none = None has been marked yet.
poster-before-after = Before and after
poster-no-to-be = There is no to-be yet.
poster-moments = Micro-moments
poster-channels = Channels
poster-switches = Channel switches
poster-time = Time for the customer
poster-feeling = Feeling, on the whole
poster-open-none = Nothing: everything a map needs is there.
poster-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
poster-fate-kept = kept
poster-fate-changed = changed
poster-fate-moved = moved
poster-fate-moved-channel = another channel
poster-fate-merged = merged
poster-fate-split = split
poster-fate-removed = dropped
poster-fate-new = new
poster-fate-open = not dealt with
