# Taking a map away, and bringing it in where it is known already.

taking-do = Take away
taking-help = Take this map away as a file: to keep, to send, or to continue elsewhere
taking-title = Take this map away
taking-of-map = The map
taking-of-stories = User stories
taking-of-graph = The graph
taking-only-changed = Only stories that change something
taking-view = Which view
taking-as-is = User stories are taken from the to-be; this map is an as-is.

pair-title = Designed from
pair-help = The as-is that this to-be was designed from. What became of every micro-moment, and what the stories replace, is worked out from it.
pair-none = None
pair-none-here = This to-be stands alone: it was not designed from an as-is.
pair-waits = It was designed from “{ $title }”, which is not here. When that map is imported, the two are a pair again.
pair-waits-unnamed = It was designed from a map that is not here. When that map is imported, the two are a pair again.
pair-hidden = It was designed from a map that you may not see.
pair-shared = { $moments ->
        [one] Its one micro-moment { $known ->
            [0] does not come
           *[other] comes
        } from this as-is.
       *[other] { $known ->
            [0] None
           *[other] { $known }
        } of its { $moments } micro-moments { $known ->
            [one] comes
           *[other] come
        } from this as-is.
    }
pair-unlinked = This to-be stands alone now.

refusal-already-here = “{ $title }” is here already. To have a second map of it, import it as a copy.
refusal-file-twice = The same map is in these files twice. Import it once.
refusal-as-is-itself = This map is named as its own as-is. A to-be is designed from another map.
refusal-as-is-of-as-is = This map is an as-is, but “{ $title }” is named as its own as-is. Only a to-be is designed from another map: make this one a to-be first, or remove that name.
refusal-as-is-is-to-be = “{ $title }” is a to-be. A to-be is designed from an as-is, so choose one of those.
refusal-as-is-circle = “{ $title }” was itself designed from this map, so the two would go round in a circle. One of them has to be the as-is.
refusal-as-is-not-named = The file should name the as-is under “as_is” by its “identity”, and its “title” if it has one, but it says something else there.

import-write-all = { $n ->
        [one] Make this map
       *[other] Make these { $n } maps
    }
import-one-table = “{ $name }” is a table. Import tables one at a time, so that you can choose what their columns mean. Only maps exported from Journeymap (.json) can be imported together.
import-known = “{ $title }” is here already, so it is left out.
import-known-archived = “{ $title }” is here already, in the archive, so it is left out.
import-known-open = Open it
import-again = Import it again, as a copy
import-again-help = A copy is a map of its own: its user stories have other ids.
import-pair-along = Its as-is, “{ $title }”, comes along: the two stay a pair.
import-pair-here = Its as-is, “{ $title }”, is here: the two stay a pair.
import-pair-gone = It was designed from “{ $title }”, which is not here. Add that file above, import it later, or choose the as-is.
import-pair-gone-unnamed = It was designed from a map that is not here. Add its file above, import it later, or choose the as-is.
import-pair-choose = The as-is it was designed from
import-pair-later = The one it names, once that is imported
import-twice = The same map is in these files twice; it is imported once.
