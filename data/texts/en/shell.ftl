# The frame of every page: pages, who I am, one map's header.

shell-no-seat = You have not joined in this browser yet. Join with your workshop’s code, or open the owner link that was printed where Journeymap was started.
shell-join = Join a workshop
shell-unexpected = Something went wrong on this page, but nothing of yours is lost. Reload the page; if it happens again, tell whoever runs Journeymap: its terminal says what happened.

shell-page-home = Home
shell-page-home-help = All journey maps: find one, open one, start a new one.
shell-page-map = Map
shell-page-map-help = One journey: its persona, episodes and micro-moments, with everything that belongs to them.
shell-page-graph = Graph
shell-page-graph-help = The map as a network: micro-moments by episode, joined by the paths through them.
shell-page-compare = Compare
shell-page-compare-help = An as-is beside its to-be: what was kept, changed, moved, removed, and what is new.
shell-page-stories = Stories
shell-page-stories-help = The to-be’s micro-moments as user stories, to take away.
shell-page-history = History
shell-page-history-help = Who changed what and when, and the map as it was.

shell-language = Language
shell-role = You are here as { $role }
shell-role-in = You are here as { $role }, in “{ $workshop }”

shell-choose = Choose a map first
shell-choose-why = This page is about one journey map. These were changed last:
shell-choose-none = This page is about one journey map, and there is none yet. Make one on Home, or load the sample to look around.
shell-no-map = This map cannot be shown
shell-all-maps = All maps

shell-kind-as-is = As-is
shell-kind-as-is-archived = As-is (archive)
shell-kind-to-be = To-be
shell-kind-to-be-n = To-be { $n }
shell-counterparts = As-is or to-be
shell-design-to-be = Design the to-be
shell-design-to-be-help = Start the to-be from this as-is: a copy in which every micro-moment remembers where it came from.
shell-to-be-made = The to-be is ready. It starts as a copy of the as-is: now redesign it.

shell-undo = Undo your last change
shell-undo-nothing = Nothing of yours to undo
shell-undo-done = Your last change is undone.
shell-redo = Redo what you undid
shell-redo-nothing = Nothing to redo
shell-redo-done = Your change is back.

shell-archived = This map is in the archive: you can look, but not change anything.
shell-restore = Restore
shell-restored = The map is back in the list.

shell-share = Share
shell-share-help = Bring this map into a workshop, so that others can join
shell-share-title = Share this map
shell-share-not-yet = This map is not in a workshop yet: only you can see it. In a workshop, everybody with its code can see this map and work on it.
shell-share-into = Bring it into
shell-share-new = A new workshop
shell-share-name = What the workshop is called
shell-share-do = Bring it in
shell-share-done = The map is in “{ $title }” now.
shell-share-in = This map is in “{ $title }”. The room joins with this code:
shell-share-at = Join at { $address }
shell-share-roles = Whoever joins chooses a role: participants and customers work on the map, observers watch.
shell-share-other = Bring it into another workshop
shell-share-other-why = The people of “{ $title }” will then no longer see it.
shell-share-loopback = The room cannot reach this address yet: Journeymap only listens on this machine. Stop it (Ctrl+C) and start it like this: it then prints your own link and the address for the room.

shell-just-now = just now
shell-yesterday = yesterday
shell-yesterday-heading = Yesterday
shell-today = Today
shell-disk-low = The disk that holds the database is nearly full: { $n } MB are left. Whoever runs this server should make room soon, before something cannot be saved.

devices-mine = My devices
devices-about = Here you are signed in. Signing out on a device ends everything that is open there at once.
devices-this = this device
devices-unknown = A device
devices-seen = last used { $at }
devices-end = Sign out
devices-end-others = Sign out on all others
devices-ended = Signed out.
devices-leave = Sign out on this one
devices-link = A link for another device
devices-link-about = Open it on your other device within { $n } minutes. It works once; give it to nobody else.
