# Decisions: what is to be done, who owns it, when it is looked at again.

exchange-place-decisions = decision { $number }
summary-decision-review = look again on { $day }
refusal-decision-not-a-note = A decision is not kept in the parking lot: write it down among the decisions, with its owner and its day.
refusal-decision-no-map = This workshop has no map yet, so there is nowhere to keep a decision.

lead-note-decide = Make it a decision
lead-note-decided = It is a decision now. Give it an owner and a day.

lead-decisions-n = { $n ->
    [0] Decisions
   *[other] Decisions · { $n }
}
lead-decision-what = What is decided
lead-decision-owner = Owner
lead-decision-owner-for = Somebody of the room, or any name
lead-decision-day = Look at it again on
lead-decision-add = Add the decision
lead-decision-save = Keep it so
lead-decision-edit = Change “{ $text }”
lead-decision-park = Put “{ $text }” back into the parking lot
lead-decision-remove = Remove “{ $text }”
