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
refusal-walk-all-said-enough = This map has as many answers as are kept. Thank you for yours.
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
