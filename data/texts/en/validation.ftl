# Where a map stands, and validation rounds: customers walk a map by a link.

state-draft = draft
state-in-review = in review
state-validated = validated
state-in-use = in use
state-retired = retired

field-moments-evidence-source = where it can be looked up
field-needs-evidence-source = where it can be looked up
field-customers-name = your name
field-customers-verdict = answer
field-customers-text = what is missing
field-customers-quote = your own words

evidence-own-seat = said in the workshop
round-source = validation round “{ $name }”

refusal-evidence-needs-proof = Only a customer’s own seat confirms with a single click. From any other seat, first fill in which customer said so, on which day, and where it can be looked up.
refusal-no-such-state = A map can be: { $names }.
refusal-state-not-next = A map that is { $now } cannot become { $wanted } in one step.
refusal-state-no-customer = No customer has said anything about this map yet. Hold a validation round: one customer who confirms or contests a micro-moment is enough.
refusal-state-stories = Stories of this map are not taken away yet: customers have to validate it first. That is how this installation is set.
refusal-round-unknown = This is not the link of a validation round. Check that all of it was copied, or ask for a new one.
refusal-round-over = This round is over. Thank you for wanting to take part; whoever invited you can send a new link.
refusal-round-full = { $most } people have come by this link, and no more are asked. Whoever invited you can send a new one.
refusal-round-not-in = This page belongs to an invitation. Open the link that you were sent.
refusal-round-gone = This round is not there any more.
refusal-customer-gone = What this customer said has been removed already.
refusal-round-day = The last day has to be today or later, and within a year.
refusal-round-name = Give the round a name of { $most } characters at most, so that you know later whom you asked.
refusal-round-most = From 1 to { $most } people can come by one link.
refusal-rounds-enough = This map has had { $most } rounds, which is as many as are kept.
refusal-round-no-moments = There is nothing to ask yet: the map has no micro-moments.
refusal-walk-add-nothing = Write what is missing here first.
refusal-walk-moment-gone = This step is not on the map any more. Go on with the next one.
refusal-walk-said-enough = You have given { $most } answers, and that is as many as are kept of one person. Thank you.
refusal-walk-all-said-enough = This round has as many answers as are kept. Thank you for yours.
refusal-too-many-answers = Answers come in very fast from where you are. Try again in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.

walk-title = Is this how it goes?
walk-title-to-be = Is this how it should go?
walk-invited = Somebody would like your view on a journey that customers go through. You are shown it step by step, and you say of each step whether it is right. You need no account, and you can stop at any time.
walk-name = Your name (not needed)
walk-name-help = Only those who invited you see it. Leave it empty and you stay anonymous.
walk-begin = Begin
walk-note = One cookie on this phone keeps your place. What you answer goes to those who invited you; you can take all of it back while you have this phone.
walk-no-link = This address only works with a link that you were sent. Check that all of it was copied.
walk-place = Step { $n } of { $of }
walk-channels = By or at
walk-needs = What matters here
walk-feels = How it feels
walk-feels-to-be = How it should feel
walk-question = Is this how it is for you?
walk-question-to-be = Would this be right for you?
walk-quote = In your own words (optional)
walk-confirm = Yes, like this
walk-contest = No, not like this
walk-add = Something is missing
walk-add-text = What is missing here?
walk-add-do = Add it
walk-said-confirm = You said: yes, like this.
walk-said-contest = You said: no, not like this.
walk-added = You added: { $text }
walk-kept = Thank you, that is kept.
walk-back = Back
walk-next = Next
walk-done = That was all. Thank you!
walk-done-about = You have judged { $judged } of { $of } steps. You can still go back and change your mind until the round is over.
walk-from-start = From the start
walk-forget = Remove everything I said
walk-forget-about = Your answers, and your name if you gave one, are removed for good.
walk-forgotten = Everything you said has been removed.
walk-of = About: { $title }

audit-kind-map-state = State of a map decided
audit-kind-round = Validation round opened
audit-kind-round-ended = Validation round ended
audit-kind-customer-removed = Customer’s answers removed

standing-not-validated = Not validated by customers ({ $state }).
standing-validated = Validated by { $n ->
        [one] one customer
       *[other] { $n } customers
    } on { $day }.
standing-changed = Validated by { $n ->
        [one] one customer
       *[other] { $n } customers
    } on { $day }, and changed { $changes ->
        [one] once
       *[other] { $changes } times
    } since.
exchange-column-validation = Map status
exchange-column-evidence-source = Evidence source
story-field-validation = Validation
exchange-note-not-proven = It is called validated without who said so, when and where that can be looked up; it comes in as assumed.

state-draft-help = The map is being made; no customer has validated it
state-in-review-help = The map is being looked at; customers can be asked in a validation round
state-validated-help = Customers have confirmed the map
state-in-use-help = The map is validated, and people work with it
state-retired-help = The map is no longer used

map-tool-validation = Validation
map-tool-validation-help = Where the map stands, what customers say of it, and rounds in which you ask them
map-panel-validation = Validation by customers
validation-not-yet = Not validated by customers: whatever is taken away says so on its face.
validation-changed-since = { $n ->
        [one] Changed once since then
       *[other] Changed { $n } times since then
    }
validation-to-draft = Back to draft
validation-to-in-review = To review
validation-to-validated = Call it validated
validation-to-in-use = Put into use
validation-to-retired = Retire
validation-is-now = The map is now { $state }.
validation-customers = What customers say
validation-nobody-yet = Nobody has been asked yet, or nobody has answered.
validation-note = Note what { $n ->
        [one] one micro-moment
       *[other] { $n } micro-moments
    } got confirmed
validation-note-help = Where there is no evidence yet, the map says from now on that customers confirmed it, when, and in which round
validation-noted = Noted on the map.
validation-more = … and { $n } more
validation-confirmed = ✓ { $n } confirmed
validation-contested = ✗ { $n } contested
validation-added = + { $n } added
validation-word-confirm = Confirmed
validation-word-contest = Contested
validation-word-add = Missing
validation-history = What was decided
validation-decided = { $who }, { $at }, revision { $revision }
validation-said = { $n ->
        [one] one customer
       *[other] { $n } customers
    }: { $confirmed } confirmed, { $contested } contested
validation-somebody = somebody

rounds-title = Validation rounds
rounds-about = Customers open the link on their phone and say of each micro-moment whether it is true. They need no account, and see neither backstage nor notes nor names.
rounds-name = Whom you ask
rounds-name-for = such as: visitors in June
rounds-day = Last day (else two weeks)
rounds-most = People at most
rounds-make = Open a round
rounds-made = Send them this link: it is shown this once.
rounds-until = until { $day }
rounds-ended = over
rounds-came = { $n } of { $most } came
rounds-newer = Newer
rounds-older = Older
rounds-page = { $first } to { $last } of { $n }
rounds-clear = Remove all that was said in this round
rounds-clear-ask = Everything that was said in **{ $name }** is removed for good, by everybody who came, with the names they gave. What others said in other rounds stays. The link still works until the round is over.
rounds-clear-do = Remove all of it
rounds-nameless = without a name
rounds-verdicts = { $n ->
        [one] one answer
       *[other] { $n } answers
    }
rounds-end = End the round
rounds-end-help = The link stops working at once; what was said stays
rounds-is-over = The round is over.
rounds-remove-help = Remove this customer and everything they said, for good
rounds-removed = Removed.

board-customers = Customers: { $text }
board-said-confirmed = { $n } confirmed
board-said-contested = { $n } contested
board-said-added = { $n } added
stories-not-validated = Every story says so on its face: { $text }
history-decisions = Where the map stood
lead-person-confirm = Confirm: is a customer
lead-not-confirmed = { $role }, not confirmed yet
map-evidence-source = such as: interview 3, 4 May
lead-confirm-customers = Anybody can join as a customer. What they say counts as a customer’s word once you confirm that they are one.
lead-confirm-customer = Confirm { $name } as a customer
lead-confirmed-customer = What { $name } says now counts as a customer’s word.
import-unproven = { $n ->
        [one] One row is
       *[other] { $n } rows are
    } called validated without who said so, when and where that can be looked up: this comes in as assumed.
import-unsigned = { $n ->
        [one] One decision comes
       *[other] { $n } decisions come
    } in as what the file says, without who decided: nobody here is named by a file.
