# What steps ask: keep, change or drop; the grid of impact and effort; what is asked about.

agenda-kind-grid = Impact–effort grid
agenda-kind-close = Decisions
agenda-scope = What is asked about
agenda-scope-all = Everything
agenda-scope-episodes = Some episodes
agenda-scope-vote = The top of the vote before
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
