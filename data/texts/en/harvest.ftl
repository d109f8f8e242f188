# What a step brought and is not on the map yet.

gain-more = { $n ->
    [one] one more
   *[other] { $n } more
}
gain-felt = { $n ->
    [one] What the room feels at one moment is not on the map yet
   *[other] What the room feels at { $n } moments is not on the map yet
}
gain-truth = { $n ->
    [one] The top of the vote is not a moment of truth yet
   *[other] The top { $n } of the vote are not moments of truth yet
}
gain-pain = { $n ->
    [one] No pain point is noted yet where there is most to gain
   *[other] No pain points are noted yet where there is most to gain
}
gain-decisions = { $n ->
    [one] The idea that came first is not a decision yet
   *[other] The { $n } ideas that came first are not decisions yet
}
gain-evidence = { $n ->
    [one] One thing that customers confirmed is not noted as evidence
   *[other] { $n } things that customers confirmed are not noted as evidence
}
gain-alike = { $n ->
    [one] One group says nearly the same thing and is not merged
   *[other] { $n } groups say nearly the same thing and are not merged
}
gain-episodes = { $n ->
    [one] One group of episodes says nearly the same thing and is not merged
   *[other] { $n } groups of episodes say nearly the same thing and are not merged
}
gain-do-episodes = { $n ->
    [one] Merge this group
   *[other] Merge all { $n } groups
}
gain-told-episodes = { $n ->
    [one] One group of episodes is merged. Undo separates it again.
   *[other] { $n } groups of episodes are merged. Undo separates them again.
}
gain-kind-episodes = Episodes
gain-wordings = { $n ->
    [one] Most would change one moment, each in other words
   *[other] Most would change { $n } moments, each in other words
}
gain-kind-wordings = Wording
gain-channels = { $n ->
    [one] One channel is on the map twice
   *[other] { $n } channels are on the map twice
}
gain-unplaced = { $n ->
    [one] One channel has no micro-moment
   *[other] { $n } channels have no micro-moment
}
gain-paths = { $n ->
    [one] One path has no micro-moments
   *[other] { $n } paths have no micro-moments
}
gain-parked = { $n ->
    [one] One note in the parking lot is still undecided
   *[other] { $n } notes in the parking lot are still undecided
}

gain-do-felt = Add it to the map
gain-do-truth = { $n ->
    [one] Mark it as a moment of truth
   *[other] Mark the top { $n }
}
gain-do-pain = { $n ->
    [one] Note it as a pain point
   *[other] Note these { $n } as pain points
}
gain-do-decisions = { $n ->
    [one] Note it as a decision
   *[other] Note these { $n } as decisions
}
gain-do-evidence = { $n ->
    [one] Note it as evidence
   *[other] Note these { $n } as evidence
}
gain-do-alike = { $n ->
    [one] Merge this group
   *[other] Merge all { $n } groups
}
gain-do-channels = Make them one

gain-help-felt = The middle answer becomes the felt emotion, as the room’s guess. What customers have validated stays.
gain-help-evidence = What customers confirmed is noted on the map as validated, with who and when. What they contest stays open for you to discuss.
gain-told-felt = The map shows what the room feels now.
gain-told-truth = { $n ->
    [one] One moment of truth is marked.
   *[other] { $n } moments of truth are marked.
}
gain-told-pain = { $n ->
    [one] One pain point is noted.
   *[other] { $n } pain points are noted.
}
gain-told-decisions = { $n ->
    [one] One decision is noted.
   *[other] { $n } decisions are noted.
}
gain-told-evidence = The map now says what customers have confirmed.
gain-told-alike = { $n ->
    [one] One group is merged. Everybody who wrote it is named; undo separates it again.
   *[other] { $n } groups are merged. Everybody who wrote them is named; undo separates them again.
}
gain-told-channels = Each channel is on the map once.
gain-told = It is on the map now. One undo takes all of it back.
gain-told-nothing = All of it is on the map already.

gain-kind-felt = Felt emotions
gain-kind-truth = Moments of truth
gain-kind-pain = Pain points
gain-kind-decisions = Decisions
gain-kind-evidence = Evidence
gain-kind-alike = Nearly the same
gain-kind-channels = Channels
gain-kind-unplaced = Channels
gain-kind-paths = Paths
gain-kind-parked = Parking lot

lead-gains = Not on the map yet
lead-gains-done = { $kind }: on the map
lead-gains-before = From earlier steps
lead-gains-leave = Leave it
lead-gains-leave-help = It stays as it is. The summary will say that it was left.
lead-gains-ask = Before “{ $title }” ends
lead-gains-ask-end = Before the workshop ends
lead-gains-all = Add all of it to the map
lead-gains-then-dialog = { $do } and go on
lead-gains-then-step = { $do } and start
lead-gains-then-dots-now = { $do }, then vote
lead-gains-then-break = { $do }, then the break
lead-gains-then-close = { $do } and close
lead-gains-go-on = Go on
lead-gains-show = Show them
summary-gains = Not added to the map
summary-gains-none = Everything that came out is on the map.
summary-gains-left = left on purpose
refusal-apart-too-many = No more than { $most } groups can be kept apart.

gain-wins = { $n ->
    [one] The quick win is not a decision yet
   *[other] The { $n } quick wins are not decisions yet
}
gain-fates = { $n ->
    [one] Most of the room would change or drop one moment, and the to-be does not show it yet
   *[other] Most of the room would change or drop { $n } moments, and the to-be does not show it yet
}
gain-do-wins = { $n ->
    [one] Note it as a decision
   *[other] Note these { $n } as decisions
}
gain-do-fates = { $n ->
    [one] Do it on the to-be
   *[other] Do all { $n } on the to-be
}
gain-help-fates = What most would drop is removed, what most would change gets their words, channel and target where these agree. One undo takes all of it back.
gain-told-wins = { $n ->
    [one] One decision is noted. Give it an owner and a day.
   *[other] { $n } decisions are noted. Give them owners and a day.
}
gain-told-fates = The to-be is now as most of the room wants it. One undo takes it back.
gain-kind-wins = Quick wins
gain-kind-fates = What most would change or drop
