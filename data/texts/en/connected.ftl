# What a connected tracker may answer. $tracker is its name, $words its own words or nothing.

refusal-tracker-credential = { $tracker } does not accept the key that Journeymap has. Nothing was written; whoever runs Journeymap can set another.
refusal-tracker-right = The key that Journeymap has may not do this in { $tracker }. { $words }
refusal-tracker-missing = { $tracker } has no such project or item, or the key that Journeymap has may not see it. { $words }
refusal-tracker-field = { $tracker } does not take this as it is. { $words }
refusal-tracker-busy =
    { $tracker } takes no more for now: it was asked too often. Go on in { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }; what was written stays.
refusal-tracker-unreachable = { $tracker } cannot be reached. Go on when the network is back; what was written stays.
refusal-tracker-late = { $tracker } did not answer in time. Go on in a while; what was written stays.
refusal-tracker-answer = { $tracker } gave an answer that cannot be understood. Check the address in the settings; what was written stays.
refusal-tracker-large = { $tracker } gave an answer that is too large to read. What was written stays.
refusal-tracker-failed = { $tracker } has a fault of its own. Go on in a while; what was written stays. { $words }
refusal-tracker-moved = { $tracker } sends to another address, where the key must not go. Set the address that it has now.
refusal-tracker-address = The address of { $tracker } must begin with https:// and hold no name or password.
refusal-tracker-stopped = Stopped; what was written to { $tracker } stays, and one can go on later.
refusal-tracker-lacks = { $tracker } lacks what is needed: { $what }.
refusal-tracker-wants = { $tracker } wants every item to have what Journeymap does not know: { $what }. Make it optional there, or give it a default.
