# What was changed on a map, said after somebody’s name: “Noor moved …”.

told-made = made the map “{ $title }”
told-made-with = made the map “{ $title }” with { $what }
told-undo = undid a change: { $what }
told-redo = redid a change: { $what }
told-with = { $done }, with { $what }
told-and = { $most } and { $last }

told-add = added { $the } “{ $name }”
told-add-at = added { $the } “{ $name }” to “{ $parent }”
told-add-unnamed = added { $the }
told-remove = removed { $the } “{ $name }”
told-remove-at = removed { $the } “{ $name }” from “{ $parent }”
told-remove-with = removed { $the } “{ $name }” with { $what }
told-remove-unnamed = removed { $the }

told-move-to = moved “{ $name }” to “{ $parent }”
told-move-behind = moved “{ $name }” after “{ $after }”
told-move-first = moved “{ $name }” to the front

told-rename = changed { $the } { $before } to { $value }
told-set = changed “{ $name }”: { $field } from { $before } to { $value }
told-set-to = changed “{ $name }”: { $field } is { $value }
told-set-cleared = changed “{ $name }”: { $field } is no longer { $before }
told-set-origin = changed “{ $name }”: where it comes from in the as-is
told-set-long = changed “{ $name }”: { $field }

told-set-moments-moment-of-truth-yes = marked “{ $name }” as a moment of truth
told-set-moments-moment-of-truth-no = no longer sees “{ $name }” as a moment of truth
told-set-moments-optional-yes = made “{ $name }” optional
told-set-moments-optional-no = made “{ $name }” no longer optional
told-set-channels-owned-yes = said that the channel “{ $name }” is ours
told-set-channels-owned-no = said that the channel “{ $name }” is not ours
told-set-channels-assumed-yes = said that the channel “{ $name }” was named before the sweep
told-set-channels-assumed-no = said that the channel “{ $name }” was found in the sweep

told-many-add = added { $what }
told-many-set = changed { $what }
told-many-move = moved { $what }
told-many-remove = removed { $what }

told-count-maps = { $n ->
    [one] the map
   *[other] { $n } maps
}
told-count-personas = { $n ->
    [one] the persona
   *[other] { $n } personas
}
told-count-channels = { $n ->
    [one] one channel
   *[other] { $n } channels
}
told-count-episodes = { $n ->
    [one] one episode
   *[other] { $n } episodes
}
told-count-moments = { $n ->
    [one] one micro-moment
   *[other] { $n } micro-moments
}
told-count-touchpoints = { $n ->
    [one] one touchpoint
   *[other] { $n } touchpoints
}
told-count-needs = { $n ->
    [one] one need
   *[other] { $n } needs
}
told-count-backstage-steps = { $n ->
    [one] one backstage step
   *[other] { $n } backstage steps
}
told-count-pain-points = { $n ->
    [one] one pain point
   *[other] { $n } pain points
}
told-count-communications = { $n ->
    [one] one communication
   *[other] { $n } communications
}
told-count-paths = { $n ->
    [one] one path
   *[other] { $n } paths
}
told-count-path-steps = { $n ->
    [one] one step of a path
   *[other] { $n } steps of paths
}
told-count-origins = { $n ->
    [one] one origin
   *[other] { $n } origins
}
told-count-places = { $n ->
    [one] one place in the graph
   *[other] { $n } places in the graph
}

told-value-yes = yes
told-value-no = no
told-value-as-is = as-is
told-value-to-be = to-be
told-value-en = English
told-value-nl = Dutch
told-value-assumed = assumed
told-value-internal = internal data
told-value-validated = validated by a customer
told-value-happy = happy
told-value-unhappy = unhappy
told-value-loop = loop
told-value-abandoned = abandoned
