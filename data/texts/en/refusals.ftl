# Refusals: why something cannot be done, in a facilitator's words.

refusal-no-such-table = A map has no rows of the kind “{ $table }”.
refusal-no-such-field = There is no field “{ $field }” here.
refusal-bad-id = An id is 1 to 64 letters, digits, hyphens or underscores.
refusal-id-taken = There is already something with the id “{ $id }” on this map.
refusal-one-map = A map holds only itself: start another map on the home page.
refusal-too-many-rows = This map is full: it already has { $most } rows of this kind ({ $row }). Split the journey into two maps.
refusal-blank = Please fill in “{ $field }”: it cannot be empty.
refusal-too-long = “{ $field }” can hold { $most } characters; this is { $length }. Shorten it, or put the rest in the notes.
refusal-too-many-lines = “{ $field }” has { $lines } lines. Write { $most } at most: more is more than one story.
refusal-hidden-character = “{ $field }” contains a character that cannot be shown ({ $character }). Type the text again, or paste it without formatting.
refusal-valence-range = “{ $field }” runs from −2 (very bad) to +2 (very good).
refusal-too-low = “{ $field }” cannot be below { $least }.
refusal-too-high = “{ $field }” cannot be above { $most }.
refusal-not-one-of = “{ $field }” is one of: { $choices }.
refusal-wrong-type = “{ $field }” cannot hold that kind of value.
refusal-row-gone = Somebody has removed { $row }: it is no longer on the map.
refusal-parent-gone = There is no place for { $row }: { $parent } it should go to is not on this map.
refusal-reference-gone = This does not fit { $row }: { $referred } it refers to is not on this map.
refusal-no-parent = On a map, { $row } does not belong under anything else.
refusal-touchpoint-twice = This micro-moment already happens in that channel.
refusal-place-twice = Somebody else has just moved this node. Move it again.
refusal-cannot-move = On a map, { $row } has only one place.
refusal-cannot-remove-map = A map cannot be removed here: archive it on the home page.
refusal-undo-nothing = There is nothing of yours left to undo on this map. The last { $most } things you did can be undone.
refusal-redo-nothing = There is nothing to redo.
refusal-undo-gone = This cannot be undone: somebody has removed it since.
refusal-undo-changed = This cannot be undone: somebody has changed “{ $field }” since.
refusal-undo-moved = This cannot be undone: somebody has moved it since.
refusal-undo-built-on = This cannot be undone: others have built on it since.
refusal-other-workshop = This belongs to a workshop that you are not in.
refusal-may-not-see = As { $role } you may not see this.
refusal-may-not-edit = As { $role } you may look, but not change anything.
refusal-may-not-manage = As { $role } you may not create, copy, archive, restore or delete maps: ask the facilitator.
refusal-may-not-own = Only the owner of this installation may do this.

# What rows are called

row-maps = map
row-personas = persona
row-channels = channel
row-episodes = episode
row-moments = micro-moment
row-touchpoints = touchpoint
row-needs = need
row-backstage-steps = backstage step
row-pain-points = pain point
row-communications = communication
row-paths = path
row-path-steps = step of a path
row-origins = origin
row-places = place in the graph

# The same in the middle of a sentence

the-maps = the map
the-personas = the persona
the-channels = the channel
the-episodes = the episode
the-moments = the micro-moment
the-touchpoints = the touchpoint
the-needs = the need
the-backstage-steps = the backstage step
the-pain-points = the pain point
the-communications = the communication
the-paths = the path
the-path-steps = the step of a path
the-origins = the origin
the-places = the place in the graph

# What roles are called

role-owner = owner
role-facilitator = facilitator
role-co-facilitator = co-facilitator
role-participant = participant
role-customer = customer
role-observer = observer

# What fields are called

field-maps-title = title
field-maps-kind = as-is or to-be
field-maps-language = language
field-maps-scope-start = where it starts
field-maps-scope-end = where it ends
field-maps-notes = notes
field-personas-name = the persona’s name
field-personas-goal = the persona’s goal
field-personas-context = context
field-personas-segment = segment
field-personas-quote = quote
field-personas-picture = picture
field-channels-name = the channel’s name
field-channels-owned = ours
field-channels-assumed = named before the sweep
field-channels-notes = notes
field-episodes-title = the episode’s title
field-episodes-targeted-valence = targeted emotion
field-episodes-targeted-label = targeted emotion in a word
field-episodes-notes = notes
field-moments-text = micro-moment
field-moments-felt-valence = felt emotion
field-moments-felt-label = felt emotion in a word
field-moments-targeted-valence = targeted emotion
field-moments-targeted-label = targeted emotion in a word
field-moments-evidence-status = evidence
field-moments-evidence-by = who says so
field-moments-evidence-on = when
field-moments-moment-of-truth = moment of truth
field-moments-optional = optional
field-moments-minutes = minutes
field-moments-waiting-minutes = waiting minutes
field-moments-effort = customer effort (CES)
field-moments-notes = notes
field-touchpoints-channel = channel
field-touchpoints-notes = notes
field-needs-text = need
field-needs-evidence-status = evidence
field-needs-evidence-by = who says so
field-needs-evidence-on = when
field-backstage-steps-text = backstage step
field-backstage-steps-team = team
field-backstage-steps-system = system
field-pain-points-text = pain point
field-pain-points-cause = backstage cause
field-communications-text = message
field-communications-tone = tone
field-communications-channel = channel
field-paths-name = the path’s name
field-paths-kind = kind of path
field-paths-share = share of customers
field-path-steps-moment = micro-moment
field-origin = where it comes from
field-origins-as-is = as-is moment
field-places-view = view of the graph
field-places-node = node
field-places-x = place from left to right
field-places-y = place from top to bottom
refusal-invisible = “{ $field }” has nothing in it that can be seen. Type it again.
