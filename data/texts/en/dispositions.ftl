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
compare-fate-undecided = undecided
