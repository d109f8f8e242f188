# The backlog: what people decide about stories.

row-stories = story
the-stories = the story
exchange-place-stories = story { $number }
field-stories-moment = micro-moment
field-stories-episode = episode
field-stories-part = kind of part
field-stories-need = need
field-stories-channel = channel
field-stories-into = story it is combined into
field-stories-stands-after = place in the backlog
field-stories-title = title
field-stories-title-base = title as the map had it
field-stories-sentence = sentence
field-stories-sentence-base = sentence as the map had it
field-stories-criteria = acceptance criteria
field-stories-criteria-base = acceptance criteria as the map had them
field-stories-notes = notes
field-stories-excluded = left out
field-stories-reason = reason
field-stories-estimate = estimate
field-stories-team = team
field-stories-status = status
field-stories-priority = priority
field-stories-labels = labels
told-count-stories = { $n ->
    [one] one story
   *[other] { $n } stories
}
told-set-stories-excluded-yes = left the story “{ $name }” out of the backlog
told-set-stories-excluded-no = took the story “{ $name }” into the backlog again
told-add-story = decided about the story “{ $name }”
told-add-story-part = made a part of the story “{ $name }” a story of its own
told-remove-story = took back what was decided about the story “{ $name }”
told-remove-story-part = put a part of the story “{ $name }” back
told-set-story-title = called the story “{ $name }” { $value }
told-clear-story-title = called the story “{ $name }” as the map does again

row-story-links = link between stories
the-story-links = the link between stories
exchange-place-story-links = link { $number }
field-story-links-depends-on = story it waits for
told-count-story-links = { $n ->
    [one] one link between stories
   *[other] { $n } links between stories
}

row-story-asides = finding put aside
the-story-asides = the finding put aside
exchange-place-story-asides = finding put aside { $number }
field-story-asides-rule = rule
field-story-asides-about = what it is about
field-story-asides-reason = reason
told-count-story-asides = { $n ->
    [one] one finding put aside
   *[other] { $n } findings put aside
}

choice-highest = Highest
choice-high = High
choice-medium = Medium
choice-low = Low
choice-proposed = Proposed
choice-ready = Ready
choice-in-progress = In progress
choice-done = Done
choice-need = By need
choice-channel = By channel
choice-hand = By hand

refusal-story-in-as-is = Stories are decided about in a to-be: this map is an as-is.
refusal-story-link-twice = This story waits for that one already.
refusal-story-label-id = A label cannot begin with “jm-”: the ids of stories do.
refusal-story-of-the-team = Customers tell what they live through. What is built is decided by those who work on it.
refusal-story-link-circle = Then a story would wait for itself, directly or by way of others. Take one of the links away first.

story-part-title = { $moment }: { $part }
story-and = and
story-left-out-why = { $title } ({ $reason })
story-hint-part-gone = what this part was for is gone from the map
story-priority-truth = moment of truth
story-priority-votes-one = one vote
story-priority-votes-1 = { $n } votes, the most
story-priority-votes-2 = { $n } votes, the most but one
story-priority-votes-3 = { $n } votes, the most but two
story-priority-votes-some = { $n } votes
story-priority-gap = felt { $felt }, aimed at { $aimed }
story-priority-pains-one = one pain point
story-priority-pains-some = { $n } pain points
story-priority-opportunity = a need we know of, and today it feels { $felt }

refusal-story-says-nothing = Say what the story is: give it a title or a sentence.
refusal-story-not-edited = Nobody wrote anything there: the story says what the map says.
refusal-story-is-a-moment = This story comes from the map and stays as long as its micro-moment does. Leave it out of the backlog instead.
refusal-story-stays-in-episode = This story stands in the episode of its micro-moment. Move the micro-moment on the map.
refusal-story-nothing-to-split = There is nothing to split here.
refusal-story-one-need = This story is for one need or none, so it cannot be split by need.
refusal-story-one-channel = This story is for one channel or none, so it cannot be split by channel.
refusal-story-combine-one = Choose at least two stories to combine.

story-field-priority = Priority
story-field-priority-reasons = Why this priority
story-field-estimate = Story points
story-field-team = Team
story-field-status = Status
story-field-notes = Notes
story-field-taken-in = Combined from
story-field-depends-on = Waits for
story-field-left-out = Left out of the backlog
story-all-left-out = All stories are left out of the backlog.
tracker-tasks = To be done backstage:
