# How stories are worded, for the owner.

wording-title = Wording of stories
wording-about = Every story of this installation is written by these sentences: on screen, in every file and by the API, for everybody at once. Words in braces name what is put there.
wording-language = Language of the map
wording-group-sentence = The sentence
wording-group-criteria = Acceptance criteria
wording-group-outcome = How the outcome is measured
wording-sentence = Who wants what, and why
wording-sentence-because = Where a reason is told, and no need
wording-sentence-neutral = Where the form of a need is not certain
wording-sentence-no-need = Where there is no need
wording-wish-want = What is wanted
wording-wish-want-not = What is not wanted
wording-wish-better = Where something is to go better
wording-wish-neutral = Where the form of a micro-moment is not certain
wording-criterion = A criterion as one sentence
wording-given-wish = Given: what is wanted
wording-given-moment = Given: the micro-moment itself
wording-when-begun = When: it begins
wording-when-over = When: it is over
wording-when-channel = When: through a channel
wording-then-minutes = Then: how long it may take
wording-then-minutes-enough = Then: time enough, where it is to last longer
wording-then-waiting = Then: how long one may wait
wording-then-channel = Then: a channel works
wording-then-said = Then: a need is met, as a statement
wording-then-need = Then: a need is met, as it was typed
wording-outcome = The question, and what is to be answered
wording-outcome-top = The same where the highest answer is aimed at
wording-outcome-label = The same where only a word is aimed at
wording-share = How many have to say so (%)
wording-places = What can be put there: { $places }
wording-no-places = Nothing is put there: it stands as it is.
wording-preview = How stories read then
wording-save = Use this wording
wording-saved = All stories are worded so from now on.
wording-reset = Back to ours
wording-reset-done = All stories are worded as we do again.
wording-is-ours = This is our own wording.
wording-is-own = Of { $n ->
        [one] one sentence
       *[other] { $n } sentences
    } the wording is your own.
wording-faults = { $n ->
        [one] One sentence cannot be used as it stands.
       *[other] { $n } sentences cannot be used as they stand.
    }
wording-sample-persona = A Veteran
wording-sample-act = Call the desk
wording-sample-act-need = Certainty
wording-sample-clause = The doctor explains the result
wording-sample-clause-need = I know where I stand
wording-sample-question = Have I got a place?
wording-sample-unsure = Waiting room 3
wording-sample-unsure-need = Blue, and near the door
wording-sample-channel = App
wording-sample-label = calm

pattern-place-persona = for whom the story is
pattern-place-wish = what they want
pattern-place-needs = what for
pattern-place-reason = why it is so
pattern-place-moment = the micro-moment
pattern-place-given = where one begins
pattern-place-when = what happens
pattern-place-then = what can be seen then
pattern-place-channel = the channel
pattern-place-time = the time
pattern-place-need = the need
pattern-place-share = how many have to say so
pattern-place-least = the lowest answer that counts
pattern-place-label = the targeted emotion

refusal-pattern-empty = This sentence is empty.
refusal-pattern-long = This sentence has { $length } characters; { $most } are possible.
refusal-pattern-lines = A sentence is one line.
refusal-pattern-unknown = Nothing is known as { $place } here. What can be put there: { $known }.
refusal-pattern-none-known = Nothing is known as { $place } here: this sentence stands as it is.
refusal-pattern-brace = A brace stands alone. Write { "{" } and { "}" } only around what is to be put there.
refusal-pattern-missing = { $place } is missing: then the sentence does not say { $what }.
refusal-pattern-share = How many have to say so is a percentage from 1 to 100.
refusal-pattern-language = Stories are written in no such language.

audit-kind-story-wording = Wording of stories changed
