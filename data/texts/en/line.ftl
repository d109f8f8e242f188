line-long-one = At most { $most } characters: one too many.
line-long-other = At most { $most } characters: { $n } too many.
line-waiting = On its way: { $text }
line-mend = Change it
line-leave = Leave it out
