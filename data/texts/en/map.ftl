# The map editor: board, curve, quick entry and the panel beside them.

map-tool-scope = Whose journey?
map-tool-scope-help = The persona, and where the journey starts and ends
map-tool-channels = Channels
map-tool-channels-help = All channels, and how often the journey goes through them. A switch: the persona has to leave every channel of one micro-moment for the next one.
map-tool-paths = Paths
map-tool-paths-help = The ways through the micro-moments: happy, unhappy, in a loop, abandoned
map-tool-open = Still open
map-tool-open-help = What this map still misses, and the way to it

map-sheet-fold = Fold the panel down
map-sheet-unfold = Unfold the panel

map-begin-persona = Whose journey is it?
map-begin-persona-why = One person with a name: a map is always somebody’s.
map-begin-episodes = Which episodes does this journey have?
map-begin-episodes-why = Five to seven episodes in the customer’s words, such as “Getting inspired”. Type one, press Enter, type the next.
map-entry = A micro-moment
map-entry-example = I call the desk because I need certainty
map-entry-add = Add
map-entry-where = Into which episode

map-panel-scope = Persona and scope
map-panel-channels = Channels
map-panel-paths = Paths
map-panel-open = What is still open
map-close = Close
map-previous = The one before
map-next = The next one
map-parts = Parts of the micro-moment
map-part-what = What happens
map-part-behind = Behind it
map-part-more = More
map-choose = Choose
map-none = None
map-reach = What would a change here hit?
map-reach-help = The stories, teams and communications that a change of this hits, before you make it.
reach-hits = A change here hits { $what }.
reach-stories = { $n ->
        [one] one story
       *[other] { $n } stories
    }
reach-teams = { $n ->
        [one] one team
       *[other] { $n } teams
    }
reach-messages = { $n ->
        [one] one communication
       *[other] { $n } communications
    }
map-past = Who changed this, and when
map-past-nothing = Nothing has been changed here.
map-put-back = Put back what was saved
map-gone = It is no longer on the map.

map-undo = Undo
map-undone = It is back.
map-removed = “{ $name }” was taken off the map.
map-remove = Remove
map-remove-ask = Take { $row } “{ $name }” off the map?
map-remove-along = This goes with it: { $rows }.
map-remove-alone = Nothing else goes with it.
map-lock-on = Lock
map-lock-off = Unlock
map-lock-help = Participants cannot change a locked card, or anything on it.
map-locked = The facilitator has locked this card.
map-light-on = Show to all
map-light-off = Stop showing
map-remove-do = Remove

map-count-touchpoints = { $n ->
    [one] one touchpoint
   *[other] { $n } touchpoints
}
map-count-needs = { $n ->
    [one] one need
   *[other] { $n } needs
}
map-count-pain-points = { $n ->
    [one] one pain point
   *[other] { $n } pain points
}
map-count-backstage-steps = { $n ->
    [one] one backstage step
   *[other] { $n } backstage steps
}
map-count-moments = { $n ->
    [one] one micro-moment
   *[other] { $n } micro-moments
}
map-count-communications = { $n ->
    [one] one communication
   *[other] { $n } communications
}
map-count-path-steps = { $n ->
    [one] one step of a path
   *[other] { $n } steps of paths
}
map-count-origins = { $n ->
    [one] one origin
   *[other] { $n } origins
}
map-count-places = { $n ->
    [one] one place in the graph
   *[other] { $n } places in the graph
}

map-row-menu = Move or remove
map-up = Up
map-down = Down
map-move = Move
map-earlier = Earlier
map-later = Later
map-place-episode = In which episode
map-place-after = After
map-place-first = At the start

map-add-after = After this
map-need-evidence = Evidence: { $status }
map-episodes-add = Add an episode
map-episodes-add-after = Add an episode after this one
map-episodes-example = Preparing the visit
map-moments-add-after = Add a micro-moment after this one
map-moments-example = I call the desk because I need certainty

map-feeling-exactly = Exactly
map-feeling-exactly-help = The same on a finer scale, from −2 (very bad) to +2 (very good)
map-feeling-word = A word for it: choose, or type your own
map-targeted-help = What the persona should feel at this micro-moment. Leave it empty to use the targeted emotion of the episode.
map-targeted-from-episode = From the episode: { $feeling }
map-targeted-none = The episode has no targeted emotion yet.
map-targeted-episode-help = What the persona should feel in this episode. Single micro-moments can have a targeted emotion of their own.
map-truth-help = A micro-moment that decides how the whole journey is judged
map-optional-help = Not everybody does this
map-minutes-help = How long it takes by the clock
map-waiting-help = How many of these minutes are spent waiting; blank while nobody knows
map-effort-help = What customers say it cost them, from 1 (very easy) to 7 (very hard): measured, never guessed

map-needs-title = Needs
map-needs-add = Add a need
map-pain-points-title = Pain points
map-pain-points-add = Add a pain point
map-cause = What behind the scenes causes it?
map-backstage-steps-title = Backstage
map-backstage-steps-add = Add what we do out of sight
map-team = Team
map-system = System
map-evidence-title = Evidence
map-evidence-help = Why we believe this micro-moment happens and feels like this. It is a guess until a customer has confirmed it.
map-evidence-by = Marieke, or the complaints of May
map-communications-title = Communication
map-communications-add = Add a message
map-tone = Tone
map-communication-channel = Through which channel

map-channels-label = Channels
map-channels-choose = Choose channels, or type a new one
map-channels-help = Each channel of this micro-moment is a touchpoint. A channel you type is added to the map.
map-channel-new = { $name } (new on this map)
map-touchpoints-title = Touchpoints
map-touchpoint-notes = Notes on this touchpoint
map-channels-add = Add a channel
map-channels-suggested = Suggestions
map-channel-uses = { $n } ×
map-channel-owned = Ours
map-channel-others = Not ours
map-assumed-help = The room named it before it went looking for channels
map-channel-remove = Remove this channel
map-channel-merge = The same as another channel?
map-channel-merge-into = Merge into
map-channel-merge-help = Its touchpoints and communications go to the other channel; then it is removed.
map-channels-merged = “{ $name }” is now part of “{ $into }”.

map-paths-add = Add a path
map-paths-which = Paths
map-paths-none = A path is one way through the micro-moments. Begin with the one most people take.
map-paths-only-happy = Only the happy path is drawn. What happens when something goes wrong, or when somebody gives up?
map-path-steps-title = Steps
map-path-add = Add a micro-moment as the last step
map-path-episode = All of “{ $name }”
map-path-all = Take all micro-moments in order
map-repeat = Repeat
map-share-help = The percentage of customers who take this path

map-persona-title = Persona
map-persona-help = Whose journey is it? A map is always somebody’s.
map-personas-add = The persona’s name
map-goal-example = A day outside with the children, without a plan
map-quote-example = “I want to see their faces when the deer come”
map-context-example = What else is going on in their life?
map-scope-title = The map
map-scope-start-example = I see the magazine on the table
map-scope-end-example = I tell a friend about it
map-language-help = The language the map is written in: suggested words and channels follow it

map-origin-title = Where it comes from
map-origin-help = The micro-moment of the as-is that this one stands for. One without an origin is new.
map-origin-of = As-is micro-moment
map-origin-new = New in the to-be
map-origin-gone = A micro-moment that is no longer in the as-is
map-origin-less = It does not come from this one
map-merge = Merge another one in
map-merge-why = Its origins, channels, needs, pain points and backstage steps come here; then it is removed.
map-merge-which = Which micro-moment
map-merge-do = Merge
map-merged = “{ $name }” is merged in.
map-new-do = Call it new
map-mark-new-help = It no longer counts as coming from the as-is

map-open-done = Everything you need is there
map-open-start = Begin with the episodes, in the customer’s words.
map-open-hint = Choose a card to see and change everything about it.
map-open-hint-read = Choose a card to see everything about it.
map-open-persona = Say whose journey it is
map-open-goal = Say what the persona wants to achieve
map-open-scope = Say where the journey starts and ends
map-open-few-episodes = 5 to 7 episodes are usual: is one missing?
map-open-many-episodes = 5 to 7 episodes are usual: more are hard to keep in mind.
map-open-empty-episodes = { $n ->
    [one] One episode has no micro-moments
   *[other] { $n } episodes have no micro-moments
}
map-open-untargeted = { $n ->
    [one] One episode has no targeted emotion
   *[other] { $n } episodes have no targeted emotion
}
map-open-no-channel = { $n ->
    [one] One micro-moment has no channel
   *[other] { $n } micro-moments have no channel
}
map-open-no-need = { $n ->
    [one] One micro-moment has no need
   *[other] { $n } micro-moments have no need
}
map-open-no-feeling = { $n ->
    [one] One micro-moment has no felt emotion
   *[other] { $n } micro-moments have no felt emotion
}
map-open-no-path = Draw a first path through the micro-moments
map-open-only-happy = Only the happy path is drawn
map-open-nobody-asked = No customer has confirmed anything yet: this map is a guess
