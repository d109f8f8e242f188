# View links: by each of them anybody reads one map.

role-reader = reader
role-reader-name = Reader
refusal-reader-only-reads = This link shows one map, to read. For anything else, ask whoever sent it to you.
refusal-view-link-unknown = This is not the link of a map. Check that all of it was copied, or ask for a new one.
refusal-view-link-over = This link has ended. Ask whoever sent it to you for a new one.
refusal-view-link-gone = This link is not there any more.
refusal-view-link-day = The last day has to be today or later.
refusal-view-link-long = A link’s name can hold { $most } characters; this is { $length }. Shorten it.
refusal-view-link-name = Give the link a name, so that you know later who it was for.
refusal-view-links-enough = This map has { $most } open links already. End one that is not needed any more.
refusal-too-many-readers = Very many people are reading from where you are. Try again in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.

view-title = A journey map to read
view-lead = Somebody has sent you this link to a journey map. You can look at all of it and change nothing; you need no name and no account.
view-do = Open the map
view-note = One cookie keeps the map open until you close the browser. That the link was opened is counted, not by whom.
view-no-link = This address only works with a link to a map. Check that all of it was copied, or ask for a new one.
view-here = You are signed in on this device as { $name }, and opening the link would sign you out.
view-here-how = To see what others see with this link, open it in a private window.
view-reading = You are reading a journey map here, by a link that you were sent.

view-links-title = Links to read along
view-links-about = Anybody with such a link sees this map: board, graph and comparison. They change nothing, take nothing away, and see neither names nor votes nor what people write in private. A link also ends when whoever made it no longer leads the workshop.
view-links-name = Who it is for
view-links-name-for = such as: the board of directors
view-links-day = Last day (optional)
view-links-pair = Also show its counterpart, for comparison
view-links-make = Make a link
view-links-made = Copy the link now: it is shown this once.
view-links-loopback = Others cannot open this link yet: Journeymap only listens on this machine.
view-links-none = No links yet.
view-links-used = { $n ->
        [0] not opened yet
        [one] opened once, { $at }
       *[other] opened { $n } times, last { $at }
    }
view-links-until = until { $day }
view-links-ended = ended
view-links-end = End
view-links-end-help = The link stops working at once, also for whoever has the map open
view-links-done = The link has ended.
view-links-all = Links to read along
view-links-all-about = Every link by which people without a workshop read a map, the newest first.

view-reads = You are reading this map by a link.
view-stop = Stop reading

audit-kind-view-link = Link to read a map made
audit-kind-view-opened = Link to read a map opened
audit-kind-view-ended = Link to read a map ended
