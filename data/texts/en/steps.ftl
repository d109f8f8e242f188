# What steps ask: keep, change or drop; the grid of impact and effort; what is asked about.

agenda-kind-grid = Impact–effort grid
agenda-kind-close = Decisions
agenda-scope = What is asked about
agenda-scope-all = Everything
agenda-scope-episodes = Some episodes
agenda-scope-vote = The top of the vote before
agenda-scope-changed = What is new or changed
agenda-scope-n = { $n ->
    [0] There is nothing to ask about yet.
    [one] One to answer.
   *[other] { $n } to answer.
}
agenda-scope-no-vote = No dot vote comes before this step: then everything is asked about.
agenda-scope-vote-later = The first { $n } of “{ $title }”, once it is over.
agenda-episodes = Which episodes
agenda-episodes-some = Choose at least one episode.
agenda-top = How many places
refusal-scope-too-large = { $n } are more than anybody answers one by one: choose episodes or the top of a vote, { $most } at most.
refusal-vote-not-asked = This step does not ask about that.
refusal-proposal-twice = You have already said what should become of this: change that.
refusal-proposal-on-nothing = That moment is no longer on the map.
lead-question-impact = Impact
lead-question-effort = Effort
lead-quadrant = Quarter
lead-quadrant-quick = Quick wins
lead-quadrant-big = Big bets
lead-quadrant-fill = Fill-ins
lead-quadrant-leave = Leave

row-proposals = proposal
the-proposals = the proposal
field-proposals-item = what it is about
field-proposals-answer = keep, change or drop
field-proposals-text = how it should be
field-proposals-channel = channel
field-proposals-targeted-valence = targeted emotion
told-count-proposals = { $n ->
    [one] one proposal
   *[other] { $n } proposals
}
told-value-keep = keep
told-value-change = change
told-value-drop = drop

room-ask-grid = What do we build first?
room-ask-close = What have we decided?

room-deck-back = Back
room-deck-skip = Skip
room-deck-next = Next
room-deck-of = { $n } of { $all }
room-deck-done = All answered. You can still go back and change your mind.
room-deck-skipped-one = You skipped { $n }.
room-deck-skipped-other = You skipped { $n }.
room-deck-open = Answer what is open
room-room-share = The room has given { $n } % of its answers.
room-question-impact = How much does this do for the customer?
room-question-effort = How much work is it?
room-low-impact = little
room-high-impact = very much
room-low-effort = hardly any
room-high-effort = very much
room-quadrant-quick = Quick wins
room-quadrant-big = Big bets
room-quadrant-fill = Fill-ins
room-quadrant-leave = Leave
room-grid-each = How each was answered
room-grid-impact = Impact for the customer →
room-grid-effort = Effort for us →
room-grid-said-one = A grid of impact and effort with { $n } item; they are listed beside it
room-grid-said-other = A grid of impact and effort with { $n } items; they are listed beside it
room-grid-means = impact { $text }, effort { $of }
room-grid-apart = the room differs

room-to-be-what = What should become of it?
room-to-be-today = What is there today
room-to-be-new = Something new
room-fate-keep = Keep
room-fate-change = Change
room-fate-drop = Drop
room-fates-differ = The room differs
room-proposals-customers = customers: { $text }
room-proposals-mine = You: { $n } of { $all }
room-proposals-room = The room agrees on { $n } of { $all }
room-change-text = How should it be? I …
room-change-channel = through
room-change-channel-same = the same channel
room-change-feeling = and I should feel

room-decision-what = What did we decide?
room-decision-owner = Who owns it?
room-decision-me = Me
room-decision-day = When do we look at it again?
room-decision-day-wrong = Choose a day from the calendar.
room-decision-add = Add the decision
room-decision-none = Nothing is decided yet.
room-decision-owned = owned by { $name }
room-decision-review = look again on { $text }
room-journey-owner = Owner of the journey: { $name }
room-journey-review = Next review: { $text }
room-journey-no-owner = Nobody owns the journey yet
room-journey-no-review = No next review yet
room-parking-none = Nothing is parked.
room-decisions-n = Decisions · { $n }
room-parking-n = Parking lot · { $n }
room-decide = Make it a decision
room-decided = It is a decision now. Give it an owner and a day.
