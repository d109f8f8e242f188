# The facilitator's screens: the workshop, its agenda, its summary, and the workshops on Home.

shell-page-workshop = Workshop
shell-page-workshop-help = Lead a room step by step: the clock, the reveal, who is there, and what came out.
shell-page-summary = Summary
shell-page-summary-help = What came out of a workshop, and how to close it.

# Home

home-title-workshop = A new workshop
home-to-workshop = New workshop
home-workshops = Workshops
home-workshops-more = { $n ->
    [one] One more workshop
   *[other] { $n } more workshops
}
home-maps = Journeys
home-workshop-open = Open this workshop
home-workshop-code = The room joins with this code
home-workshop-size = { $people ->
    [one] one person
   *[other] { $people } people
} · { $maps ->
    [0] no map
    [one] one map
   *[other] { $maps } maps
}
home-workshop-closed = closed on { $day }
home-workshop-new = { $n ->
    [0] no agenda yet
    [one] not begun · one step
   *[other] not begun · { $n } steps
}
home-workshop-at = step { $n } of { $of }: { $title }

new-workshop-title = Title
new-workshop-title-for = Visiting a nature park
new-workshop-title-help = What the persona does or wants. The first map is called the same.
new-workshop-journey = Which journey?
new-workshop-journey-new = A new map
new-workshop-journey-help = A new map starts empty. If you choose an existing map, you continue with it, and its to-be comes along.
new-workshop-journey-to-be = Its to-be comes along: { $title }.
new-workshop-journey-copy = It belongs to another workshop and stays there: you work on a copy.
new-workshop-persona = Persona
new-workshop-persona-for = Marieke, visits for the first time
new-workshop-persona-help = Whose journey is it? You can add more about this person on the map.
new-workshop-purpose = Purpose
new-workshop-purpose-for = What is it for? Such as: fewer calls about bookings, and people who come back.
new-workshop-name = Your name in the room
new-workshop-name-for = Noor
new-workshop-name-help = Leave it blank to use the name you have here.
new-workshop-language = Language of the room
new-workshop-agenda = Agenda
new-workshop-make = Make the workshop
new-workshop-made = “{ $title }” is ready
new-workshop-go = I have kept the code: go to the workshop

# The workshop screen

lead-all-workshops = All workshops
lead-choose = Choose a workshop first
lead-choose-why = This page is for leading one workshop. Which one?
lead-choose-none = There is no workshop yet. Make one on the home page: it needs a title and an agenda.
lead-taking-part = You take part in this workshop
lead-taking-part-why = Only facilitators lead it. Your own page shows each step by itself; the board shows the whole map.
lead-to-phone = To my page
lead-open-map = Map
lead-open-summary = Summary
lead-to-agenda = Edit the agenda
lead-to-room = Back to the room
lead-people-n = { $joined ->
    [all] { $n ->
        [one] one person here
       *[other] { $n } people here
    }
   *[some] { $n } of { $of } people here
}
lead-here-of = { $n } of { $of }
lead-away-n = { $n ->
    [one] one is not connected
   *[other] { $n } are not connected
}
lead-persona = as { $name }
lead-saved = everything saved, { $revision ->
        [one] one change so far
       *[other] { $revision } changes so far
    }
lead-saved-nothing = there is no map in this workshop yet

lead-agenda = Agenda
lead-left = { $time } left
lead-private = private
lead-vote = vote
lead-minutes = { $n } min
lead-state-waiting = to come
lead-state-running = running
lead-state-paused = paused
lead-state-revealed = open
lead-state-done = done

lead-step-is-on = This step is on now.
lead-start-reveals = “{ $title }” then ends, and what is hidden in it is shown to everybody.
lead-start-designs = This step is about the to-be, and there is none yet: it is designed from the as-is when you start.
lead-do-start = Start this step now
lead-do-back = Reopen this step

lead-now = Now: { $title }
lead-closed = This workshop is closed
lead-closed-why = Everybody can still read what was made, but only facilitators can change it.
lead-no-agenda = There is no agenda yet
lead-no-agenda-why = Without an agenda everybody works on the board as they like. Steps give the room a clock, private writing and votes.
lead-not-begun = Ready when you are
lead-not-begun-why = Let people in with the code, then start the first step. Until then everybody sees a welcome.
lead-clock-label = Time left
lead-clock-none = no clock
lead-clock-soon = Two minutes left
lead-clock-over = Time is up
lead-more-time = +1 min
lead-more-time-help = One more minute for this step
lead-pause = Pause
lead-pause-help = Stop the clock and the work; what is hidden stays hidden
lead-do-plan = Make the agenda
lead-do-close = Finish: see the summary
lead-do-summary = See the summary
lead-do-reopen = Reopen the workshop
lead-do-start-step = Start: { $title }
lead-do-resume-step = Resume
lead-do-return-step = Back to: { $title }
lead-do-next-step = Next: { $title }
lead-do-design-step = Design the to-be and start: { $title }
lead-do-end = End this step
lead-do-end-vote = End the vote
lead-do-end-scores = Show the answers
lead-do-reveal-moments = { $n ->
    [0] Reveal
    [one] Reveal one moment
   *[other] Reveal { $n } moments
}
lead-do-reveal-episodes = { $n ->
    [0] Reveal
    [one] Reveal one episode
   *[other] Reveal { $n } episodes
}
lead-do-reveal-things = { $n ->
    [0] Reveal
    [one] Reveal one contribution
   *[other] Reveal { $n } contributions
}
lead-scope = Write down what the room agrees on
lead-revealed-next = Read what came in, aloud if you like. Merge what says the same, put apart what does not, and talk about what is missing. Then go on.
lead-revealed-votes = Look at the result together: what surprises you? Take over what belongs on the map, then go on.
lead-empty = Nobody has written anything yet
lead-empty-vote = Hardly anybody has answered yet
lead-empty-why = If you reveal now, everybody sees next to nothing, and the step goes on in the open: what is written from then on is not hidden any more, and that cannot be taken back.
lead-empty-wait = Wait a little
lead-empty-do = Reveal all the same
lead-back-in-the-open = It opens in the open: it was revealed before, so everybody sees at once what is added.
lead-back-no-clock = It has no clock; +1 min gives it one.
lead-back-as-left = It goes on as it was left, with its clock and what is hidden in it.
lead-episodes-map = Sort the episodes on the map
lead-revealed = Everybody sees it now.
lead-other-steps = Other steps
lead-made-moments = { $n ->
    [0] nothing written yet
    [one] one micro-moment written by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
   *[other] { $n } micro-moments written by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
}
lead-made-episodes = { $n ->
    [0] no episode yet
    [one] one episode by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
   *[other] { $n } episodes by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
}
lead-made-things = { $n ->
    [0] nothing added yet
    [one] one thing added by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
   *[other] { $n } things added by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
}
lead-made-answers = { $n ->
    [0] no answers yet
    [one] one answer by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
   *[other] { $n } answers by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
}
lead-made-dots = { $n ->
    [0] no dots yet
    [one] one dot by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
   *[other] { $n } dots by { $people ->
        [0] those who lead
        [one] one person
       *[other] { $people } people
    }
}
lead-not-begun-names = { $n ->
    [one] one has not started: { $names }
   *[other] { $n } have not started: { $names }
}
lead-more-people = { $n ->
    [one] one more
   *[other] { $n } more
}
lead-only-you = Only you can reveal or end the step.
lead-everybody-sees = Everybody sees everything now.

lead-coach = What the map still misses
lead-coach-nothing = Nothing that can be told from here. You see the room: is something missing, or said twice?
lead-coach-more = { $n ->
    [one] One more point
   *[other] { $n } more points
}
lead-show-me = Show me

lead-controls = Controls
lead-follow-off = Everyone follows me
lead-follow-on = Everyone follows you
lead-follow-help = Everybody’s board shows what yours shows, until you press again.
lead-lock-off = Lock moving
lead-lock-on = Moving is locked
lead-lock-help = When moving is locked, only facilitators can move cards.
lead-door-off = Close the door
lead-door-on = The door is closed
lead-door-help = When the door is closed, nobody new can join. Whoever is in can come and go as before.
lead-spotlight-off = Spotlight
lead-spotlight-on = Spotlight off
lead-spotlight-help = Asks everybody to look at one card.
lead-spotlight-row = Which card
lead-spotlight-do = Show it to everybody
lead-spotlight-nothing = There is no card to show yet.
lead-dots-now = Start a vote
lead-dots-now-nothing = There is nothing to vote on yet: no moment, pain point, need or idea that everybody sees.
lead-dots-now-do = Start the vote
lead-dots-now-waits = “{ $title }” waits, with its clock and what is hidden in it, and goes on after the vote.
lead-dots-now-ends = “{ $title }” ends here; the vote comes after it.
lead-send = Send everyone to…
lead-send-help = Everybody is asked to go to the same page.
lead-send-page = Page
lead-send-map = Map
lead-send-do = Send everyone there
lead-sent = Everybody is asked to go there.
lead-page-map = the board
lead-page-graph = the graph
lead-page-compare = as-is beside to-be
lead-page-stories = the stories
lead-page-summary = the summary
lead-page-room = their own page
lead-break = Break
lead-break-help = A break with a clock, from now on
lead-break-minutes = Minutes
lead-break-do = Start the break
lead-break-waits = “{ $title }” waits, with its clock and what is hidden in it, and goes on after the break.
lead-break-ends = “{ $title }” ends here; the break comes after it.
refusal-vote-not-shown = The result of “{ $title }” is hidden until you end the vote.
lead-undo = Undo

lead-parking = Parking lot
lead-parking-n = { $n ->
    [0] Parking lot
   *[other] Parking lot · { $n }
}
lead-parking-kind = What it is
lead-parking-what = What is set aside
lead-parking-for = “Too expensive”, “legal will never agree” …
lead-parking-add = Add
lead-parking-empty = Nothing is set aside yet. What does not fit this step goes here, so that it is not lost.
lead-parking-no-map = The parking lot comes with the workshop’s first map.
lead-kind-parked = For later
lead-kind-idea = Idea
lead-kind-note = Private note
lead-notes-private = Only facilitators see these.
lead-note-menu = What to do with “{ $text }”
lead-note-is = This is: { $kind }
lead-note-remove = Remove

lead-join = Join
lead-projector = Projector
lead-projector-help = The page for the projector, in a new window: code, clock and prompt, and the board after a reveal
lead-qr = QR code of the join address
lead-join-closed = The workshop is closed, so nobody can join.
lead-new-code = New code
lead-new-code-about = Whoever is in stays. The code and the QR code that are shown now lead nobody in any more.
lead-new-code-do = Make a new code
lead-door-is-closed = The door is closed: nobody new can join.
lead-claim = A second device wants to be { $name }. It shows the number { $number }.
lead-claim-allow = Allow it
lead-claim-deny = No

lead-people = In the room
lead-nobody-yet = Nobody has joined yet. Say the code aloud, or show it with the projector.
lead-here = connected
lead-away = not connected
lead-is-followed = everyone follows
lead-written-n = { $n } written
lead-answers-n = { $n ->
    [one] 1 answer
   *[other] { $n } answers
}
lead-dots-n = { $n ->
    [one] 1 dot
   *[other] { $n } dots
}
lead-not-started = not started
lead-not-connected = not connected
lead-person-menu = What to do for { $name }
lead-person-rename = Rename
lead-person-co-facilitator = Make co-facilitator
lead-person-participant = Make participant
lead-person-customer = Make customer
lead-person-observer = Make observer
lead-person-remove = Remove from the workshop
lead-person-is-now = { $name } is now { $role }.
lead-name = Name
lead-save = Save
lead-remove-title = Remove { $name }?
lead-remove-why = Their connection closes at once, and their link no longer works. What they made stays.
lead-removed = { $name } is out of the workshop. Their work stays.
lead-new-recovery = New recovery code
lead-new-recovery-help = A code that gives you your seat back on another device. The previous code no longer works.
lead-recovery-title = Your recovery code
lead-recovery-why = If your laptop fails, you take over from any other device with the workshop’s code and this recovery code:
lead-recovery-once = It is shown only this once. Write it down, or take a picture of it.

lead-alike = { $n ->
    [0] Nearly the same
    [one] One group says nearly the same thing
   *[other] { $n } groups say nearly the same thing
}
lead-alike-none = Nothing here is said twice. Move the slider to the left to look further.
lead-alike-more = { $n ->
    [one] One more group follows.
   *[other] { $n } more groups follow.
}
lead-likeness = How alike
lead-likeness-help = 100 % means the same words. Further to the left, you see more groups.
lead-keeper = Which one stays
lead-because = because I need { $need }
lead-merge = Merge { $n }
lead-merge-all = { $n ->
   *[other] Merge all { $n } groups
}
lead-merged = { $n ->
    [one] One moment is merged. Everybody who wrote it is named; undo separates them again.
   *[other] { $n } moments are merged. Everybody who wrote them is named; undo separates them again.
}
lead-merged-episodes = { $n ->
    [one] One episode is merged, and its moments moved along. Undo separates them again.
   *[other] { $n } episodes are merged, and their moments moved along. Undo separates them again.
}
lead-wordings = { $n ->
    [one] Most would change this moment: in which words?
   *[other] Most would change these { $n } moments: in which words?
}
lead-wordings-more = { $n ->
    [one] One more moment follows.
   *[other] { $n } more moments follow.
}
lead-wordings-of = Now: { $text }
lead-wordings-by = { $n ->
    [one] One person
   *[other] { $n } people
}
lead-wordings-channel = through { $name }
lead-wordings-felt = should feel { $value }
lead-wordings-take = Change it like this
lead-wordings-taken = The to-be says it in these words. One undo takes it back.
lead-apart = Keep apart
lead-apart-help = Do not show this group again

lead-outcome = What came out: { $title }
lead-outcome-none = Nobody voted in this step.
lead-outcome-rest = { $n ->
    [one] One more
   *[other] { $n } more
}
lead-voted-by = { $n ->
    [one] one person voted
   *[other] { $n } people voted
} · { $dots ->
    [one] one dot
   *[other] { $dots } dots
}{ $unused ->
    [0] {""}
    [one] {" "}· one not used
   *[other] {" "}· { $unused } not used
}
lead-scored-by = { $n ->
    [one] one person answered
   *[other] { $n } people answered
}
lead-place = Place
lead-what = What
lead-dots = Dots
lead-tied = Shares this place with others
lead-item-gone = no longer on the map
lead-opportunity = Opportunity
lead-question-felt = How it feels
lead-question-satisfaction = Satisfaction
lead-question-importance-customer = Importance to the customer
lead-question-importance-us = Importance to us
lead-top = The top
lead-top-is = That is: { $names }
lead-mark-truth = { $n ->
    [one] Mark it as a moment of truth
   *[other] Mark these { $n } as moments of truth
}
lead-marked-truth = Marked as moments of truth
lead-mark-truth-told = { $n ->
    [one] One moment of truth is marked.
   *[other] { $n } moments of truth are marked.
}
lead-mark-pain = { $n ->
    [one] Mark it as a pain point
   *[other] Mark these { $n } as pain points
}
lead-marked-pain = Marked as pain points
lead-mark-pain-told = { $n ->
    [one] One pain point is marked.
   *[other] { $n } pain points are marked.
}

lead-verdicts = Is it true? What customers say
lead-verdicts-none = No customer has said anything yet. Only a customer’s word counts as validation.
lead-verdicts-n = { $customers ->
    [one] one customer
   *[other] { $customers } customers
}: { $confirmed } confirmed · { $contested } contested · { $open } open
lead-standing-confirmed = confirmed
lead-standing-contested = contested
lead-standing-open = open

lead-sweep = Channel sweep: where does it happen, and what has nobody named yet?
lead-sweep-ours = { $ours } of ours · { $other } not ours
lead-sweep-ask = Ask the room:
lead-sweep-suggest = Common channels that are not there yet:
lead-sweep-empty = Nobody has named this yet
lead-not-ours = not ours
lead-episode = Episode
lead-channel-added = “{ $name }” is now one of the channels.

lead-bar-step = Step { $n } of { $of }: { $title }
lead-bar-back = Back to the workshop

# The agenda

agenda-steps = Steps
agenda-total = { $n ->
    [one] one step
   *[other] { $n } steps
} · { $time } in all
agenda-no-time = no fixed time
agenda-empty = No steps yet. Add the first one.
agenda-is-on = on now
agenda-up = Move “{ $title }” up
agenda-down = Move “{ $title }” down
agenda-remove = Remove “{ $title }”
agenda-removed = The step was removed from the agenda.
agenda-has-begun = This step has begun, so it stays in the agenda.
agenda-take = Start from an agenda that is there already
agenda-take-do = Use this agenda
agenda-take-look = What it does, step by step
agenda-add-kind = A new step
agenda-add = Add it
agenda-save = Save as template
agenda-save-why = Saves the steps with their words and times, but nothing that people made in them. You can start other workshops with it.
agenda-save-name = Name
agenda-save-do = Save
agenda-saved = “{ $name }” is now one of the agendas.
agenda-fixed = This step has begun: its words and its time can change, what it asks cannot.
agenda-title = Title
agenda-prompt = What everybody reads
agenda-prompt-help = Shown on phones and on the projector
agenda-minutes = Minutes
agenda-minutes-none = no clock
agenda-minutes-help = Leave it blank for no clock. To give a step that is on more time, use +1 min.
agenda-map = Which map it is about
agenda-private = Private until you reveal it
agenda-private-help = Everybody writes alone; only facilitators see it before the reveal.
agenda-ballot = Vote
agenda-items = What is voted on
agenda-items-moments = Micro-moments
agenda-items-pain-points = Pain points
agenda-items-needs = Needs
agenda-items-parked = Ideas and notes in the parking lot
agenda-budget = Dots per person
agenda-budget-help = How many dots each person gives
agenda-cap = At most on one thing
agenda-cap-help = 0: as many as you like
agenda-questions = What is asked
agenda-questions-some = Ask at least one question.
agenda-hidden = Hidden until the end
agenda-hidden-help = Nobody sees how it stands before you end the vote: visible votes make people follow others.
agenda-anonymous = Without names
agenda-anonymous-help = Nobody ever sees who chose what, not even you.
agenda-kind-free = Free work on the board
agenda-kind-scope = Scope
agenda-kind-episodes = Episodes
agenda-kind-moments = Micro-moments
agenda-kind-channels = Channel sweep
agenda-kind-paths = Paths
agenda-kind-emotions = Felt emotions
agenda-kind-scores = Scores
agenda-kind-vote = Dot vote
agenda-kind-backstage = Backstage
agenda-kind-to-be = To-be
agenda-kind-compare = Compare
agenda-kind-validate = Validate with customers
agenda-kind-stories = Stories
agenda-kind-talk = Talk
agenda-kind-break = Break

# The summary

summary-none = No summary to show
summary-title = { $title }: what came out
summary-back = Workshop
summary-anonymous = Without names
summary-anonymous-help = Leaves out who made and who said what, here and in the download.
summary-decision = Decisions
summary-decision-none = No decision was written down.
summary-parked = Parking lot
summary-parked-none = Nothing was set aside.
summary-idea = Ideas
summary-votes = Votes
summary-next = What happens next
summary-owner = Owner of the journey
summary-owner-for = Who looks after it from now on?
summary-next-review = Next review
summary-next-review-for = When will it be looked at again? Such as 14 May
summary-saved = Saved.
summary-made = What was made
summary-fates = From as-is to to-be: { $fates }
summary-made-none = Nothing is on it yet.
summary-validated = { $n ->
    [one] one customer
   *[other] { $n } customers
}: { $confirmed } confirmed, { $contested } contested
summary-open = Still open
summary-people = Who was there
summary-made-n = { $n ->
    [one] made one thing
   *[other] made { $n } things
}
summary-crowd-facilitator = { $n ->
    [one] one facilitator
   *[other] { $n } facilitators
}
summary-crowd-co-facilitator = { $n ->
    [one] one co-facilitator
   *[other] { $n } co-facilitators
}
summary-crowd-participant = { $n ->
    [one] one participant
   *[other] { $n } participants
}
summary-crowd-customer = { $n ->
    [one] one customer
   *[other] { $n } customers
}
summary-crowd-observer = { $n ->
    [one] one observer
   *[other] { $n } observers
}
summary-still-open = This workshop is still open.
summary-step-on = “{ $title }” is still on; it ends when you close the workshop.
summary-steps-undone = { $n ->
    [one] This step was not done: { $titles }
   *[other] These { $n } steps were not done: { $titles }
}
summary-close-why = Everything hidden is shown, the door closes, and the maps are read-only for everybody but facilitators. You can reopen it.
summary-forever = No last day
summary-forever-help = Links keep working for as long as a seat lasts: 90 days.
summary-until = Everybody can read until
summary-close-do = Close the workshop
summary-closed-told = The workshop is closed.
summary-is-closed = Closed on { $at }
summary-read-until = Everybody’s link shows it, read-only, up to and including { $day }.
summary-read-always = Everybody’s link shows it, read-only, for as long as seats last.
summary-reopened = The workshop is open again. Its door stays closed until you open it.
summary-erase = Erase personal data
summary-erase-why = Every name becomes “Participant 1”, “Participant 2” and so on, in the maps, in the history and in the database file. The work stays. Nothing brings the names back.
summary-erase-type = To confirm, type the workshop’s code: { $code }
summary-erase-do = Erase all names
summary-erased = { $n ->
    [one] One name is erased.
   *[other] { $n } names are erased.
}

lead-hand-hand = ↑ raises a hand
lead-hand-agreed = ✓ agrees
lead-hand-unclear = ? finds it unclear

# Names that go
lead-person-erase = Erase name
lead-erase-title = Erase the name { $name }
lead-erase-why = The name is removed from the list of people, and so is what they do. No text changes.
lead-erase-do = Erase the name
lead-names-asked = { $name } had their name erased. It may still be in texts.
lead-names-look = Look
lead-words = The name in texts
lead-words-why = Look at every place before you change it. Nothing brings the name back: it is removed from the maps, their history and the database file.
lead-words-no-names = No names of this person are known any more.
lead-words-ordinary = an ordinary word: it stays
lead-words-persona = also the persona’s name: it stays
lead-words-other = also somebody else’s name: it stays
lead-words-places = { $n ->
    [0] in no text
    [one] in 1 place
   *[other] in { $n } places
}
lead-words-found = { $n ->
    [one] 1 place on the maps and in the workshop’s own words
   *[other] { $n } places on the maps and in the workshop’s own words
}; { $logged ->
    [one] 1 entry of the history
   *[other] { $logged } entries of the history
}
lead-words-more = { $n ->
    [one] 1 more place is not shown.
   *[other] { $n } more places are not shown.
}
lead-words-where = Where
lead-words-is = Before
lead-words-becomes = After
lead-words-workshop = The workshop itself
lead-words-do = { $n ->
    [one] Change 1 text for good
   *[other] Change { $n } texts for good
}
lead-words-done = { $n ->
    [one] 1 text was changed.
   *[other] { $n } texts were changed.
}
lead-words-leave = Leave the texts as they are
lead-words-left = The texts stay as they are. The old names are forgotten.
lead-words-hidden = Hidden: it is not shown here.
summary-erase-look = Show every place that changes
summary-erase-left = These stay in texts, because they are ordinary words or the persona’s name: { $names }
lead-vote-anonymous = This vote is anonymous: who has voted is not shown, and numbers go up by three people at a time.
lead-vote-taken-out = Votes of somebody who is taken out while a vote runs do not count in it. In an anonymous vote with an open count they stay.
lead-not-begun-n = { $n ->
    [one] one has not started
   *[other] { $n } have not started
}
lead-person-takeout = Take out everything they made
lead-takeout-title = Take out everything by { $name }?
lead-takeout-why = What { $name } made is removed from the maps, and what they changed, moved or removed of other people’s work is put back. What others have built on stays, and so do votes. It is one change on each map: undo brings it back.
lead-takeout-do = Take it out
lead-takeout-done = Taken out of what { $name } made: { $rows }. Put back: { $changes }. Kept, because others built on it: { $stayed }.
lead-person-signout = Sign out everywhere
lead-signed-out = { $name } is signed out on all devices.

lead-waiting = { $n ->
        [one] One person is waiting at the door
       *[other] { $n } people are waiting at the door
    }
lead-waiting-more = … and { $n } more
lead-let-in = Let in
lead-let-all-in = Let everybody in
lead-turn-all-away = Turn everybody away
lead-many-out = Take several people out
lead-many-who = Who
lead-choose-idle = Choose all who have added nothing
lead-many-do = { $n ->
        [0] Take them out
        [one] Take one person out
       *[other] Take { $n } people out
    }
lead-many-back = { $n ->
        [one] Bring the one back who was taken out last
       *[other] Bring the { $n } back who were taken out last
    }

# What the screen of the room shows, and what comes in
lead-screen = The screen shows
lead-screen-help = What the projector shows until the next step begins, or until you send everybody somewhere
lead-screen-step = As the step asks
lead-screen-prompt = The prompt and the clock
lead-screen-board = The board
lead-screen-curve = The emotion curve
lead-screen-results = The results
lead-screen-compare = Before and after
lead-screen-join = The join code, large
lead-screen-of = Of the step “{ $title }”.
lead-screen-nothing = No step has results that everybody may see yet.
lead-join-large = Show it large
lead-join-smaller = Make the code small
lead-door-shut = Door closed
lead-feed = Coming in
lead-feed-more = and { $n } before these, on the map
lead-feed-hidden = { $n ->
    [one] One that nobody sees until you reveal it
   *[other] { $n } that nobody sees until you reveal them
 }
lead-feed-light = Show it large on the screen
lead-feed-menu = What to do with “{ $text }”
lead-feed-merge = Merge with another…
lead-feed-move = Move to “{ $title }”
lead-feed-moved = Moved.
lead-feed-merge-title = Merge with another moment
lead-feed-merge-why = “{ $text }” becomes one with the moment that you choose. Its needs, channels and dots move along; undo parts them again.
lead-feed-merge-none = There is no other moment yet.
lead-feed-merge-into = The moment that stays
lead-feed-merge-do = Merge
