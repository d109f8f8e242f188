# History: who changed what and when, and the map as it was.

history-by = Changes by
history-everybody = everybody
history-somebody = Somebody
history-empty = Nothing has been changed here yet.
history-look-help = Look at the map as it was after this
history-all = { $n ->
    [one] The one change
   *[other] All { $n } changes
}
history-rest = … and { $n } more
history-newer = Newer
history-older = Older
history-back = Back to the history
history-restore = Restore as a copy
history-restore-help = Makes a new map of how it was; this map stays as it is
history-restored = The copy is ready. The map itself stays as it is.
history-as-it-was = This is the map as it was on { $at } (revision { $revision }). You can read and copy it here, but not change it.

outline-starts = starts: { $where }
outline-ends = ends: { $where }
outline-episodes = Episodes
outline-moments = Micro-moments
outline-touchpoints = Touchpoints
outline-channels = Channels
outline-switches = Switches
outline-needs = Needs
outline-felt = Felt: { $emotion }
outline-mean-felt = Felt, mean
outline-mean-targeted = Targeted, mean
outline-aims = Should feel: { $emotion }
outline-says = Says: “{ $message }”
outline-need = Needs: { $text }
outline-backstage = Backstage: { $text }
outline-pain = Pain point: { $text }
outline-minutes = Takes { $time }
outline-all-channels = Channels
outline-paths = Paths
