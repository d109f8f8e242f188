# Stories on the screen.

stories-of-to-be = Stories come from the to-be
stories-of-to-be-why = A story says what a team has to build, so it is written from how the journey should be lived. This map is an as-is: how it is lived today.
stories-open = Open the stories of “{ $title }”

stories-empty = No stories yet
stories-empty-why = Every micro-moment of this to-be becomes a story, and every episode an epic. Add the first micro-moments on the map.
stories-to-map = Go to the map

stories-count = { $stories ->
        [one] One story
       *[other] { $stories } stories
    } in { $epics ->
        [one] one epic.
       *[other] { $epics } epics.
    }
stories-count-changed = { $n ->
        [0] None of them changes anything yet.
        [one] One changes something; the others stay as they are.
       *[other] { $n } change something; the others stay as they are.
    }
stories-count-lacking = { $n ->
        [one] One still lacks something.
       *[other] { $n } still lack something.
    }

stories-search = Search in the stories
stories-episode = Episode
stories-all-episodes = All episodes
stories-only-changed = Only what changed
stories-only-lacking = Only what lacks something
stories-none-found = No story matches this search. Choose fewer filters or other words.

stories-targeted = Targeted emotion
stories-messages = Communication
stories-dropped = No longer needed
stories-replaces = Replaces:
stories-pain-points = Pain points before:
stories-evidence = Evidence:
stories-backstage = Backstage:
stories-copy = Copy this story
stories-open-on-map = Open on the map

stories-take-all = All stories of this to-be.
stories-take-changed = Only the stories that change something.
stories-optional = optional
stories-changes = What changes:
stories-before = Just before:
stories-after = Just after:
stories-votes = Votes:
stories-outcomes = Outcome, no criterion:
stories-nothing-changed = Nothing has changed here since the as-is, so there is nothing to build yet.
stories-said-here = Communication:
stories-aim = Targeted emotion:
