# What is hidden, what a step allows, and what people make together in a workshop.

refusal-not-yet-shown = This belongs to something that has not been revealed yet, so { $row } cannot be added to it.
refusal-workshop-closed = This workshop is over: you can still look, but not change anything.
refusal-moving-locked = The facilitator has locked moving for now.
refusal-row-locked = The facilitator has locked this card.
refusal-locked-too-many = No more than { $most } cards can be locked.
refusal-card-hidden = This card is still hidden. Reveal it first, because everybody would see which card you mean.
refusal-not-on-the-screen = The room’s screen can show: as the step asks, the prompt, the board, the curve, the results, the comparison or the join code.
refusal-card-gone = This card is no longer on any of the workshop’s maps.
refusal-not-in-this-step = That is not part of this step. Put it in the parking lot, so that it is not lost.
refusal-step-is-to-be = This step is about the to-be, and this is the as-is. Open the to-be and write it there.
refusal-answer-stays = What you said was about another moment. Take it back, and say it of this one.
refusal-not-yours = Somebody else made this. Ask them or the facilitator to change it.
refusal-others-built-on = Others have added something to this. Ask the facilitator to remove it.
refusal-vote-over = This vote is not open.
refusal-vote-on-nothing = What you voted on is no longer on the map.
refusal-vote-value = That is not one of the answers.
refusal-vote-twice = You have already cast this vote.
refusal-vote-budget = { $budget ->
    [one] You have one dot, and it is placed. Take it back to place it elsewhere.
   *[other] All of your { $budget } dots are placed. Take one back to place it elsewhere.
}
refusal-vote-cap = { $cap ->
    [one] You may put one dot on one item.
   *[other] You may put { $cap } dots on one item at most.
}
refusal-undo-reveal = People have already seen what was revealed, so this cannot be undone.

row-votes = vote
row-verdicts = verdict
row-parked = note in the parking lot
row-decisions = decision
row-credits = author
the-votes = the vote
the-verdicts = the verdict
the-parked = the note in the parking lot
the-decisions = the decision
the-credits = the author

field-votes-round = round
field-votes-item = what is voted on
field-votes-slot = dot
field-votes-question = question
field-votes-value = score
field-votes-named = with a name
field-verdicts-item = what it is about
field-verdicts-verdict = verdict
field-verdicts-note = note
field-parked-text = note
field-parked-kind = kind of note
field-decisions-text = decision
field-decisions-owner = owner
field-decisions-review-on = review date
field-credits-person = author

told-count-votes = { $n ->
    [one] one vote
   *[other] { $n } votes
}
told-count-verdicts = { $n ->
    [one] one verdict
   *[other] { $n } verdicts
}
told-count-parked = { $n ->
    [one] one note in the parking lot
   *[other] { $n } notes in the parking lot
}
told-count-decisions = { $n ->
    [one] one decision
   *[other] { $n } decisions
}
told-count-credits = { $n ->
    [one] one author
   *[other] { $n } authors
}
told-reveal = { $n ->
    [0] revealed what the room wrote
   *[other] revealed what the room wrote: { $what }
}
told-value-confirm = confirmed
told-value-contest = contested
told-value-unsure = not sure
told-value-parked = parked
told-value-idea = idea
told-value-decision = decision
told-value-note = facilitators’ note
