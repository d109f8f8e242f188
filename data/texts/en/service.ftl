# Use cases

refusal-archived = This map is in the archive: restore it first, then it can be changed.
refusal-to-be-of-as-is = A to-be is designed from an as-is; this map is a to-be already. Duplicate it to try a variant.
refusal-to-work-on-as-is = A workshop begins with an as-is that is not archived; its to-be comes along.
refusal-wrong-owner-key = This owner link does not work (any more): each works once. Make a new one where Journeymap was started.
refusal-seat-expired = You have been away for a long time: please join again with the workshop’s code.
refusal-seat-unknown = Your seat in this workshop is not known (any more): please join again with the workshop’s code.
refusal-seat-gone = Your workshop was deleted for good, and your seat with it: nothing of it is left here.
refusal-delete-archive-first = Only a map that is in the archive can be deleted for good: archive it first.
refusal-delete-other-title = Nothing was deleted. To delete it for good, type its title in full: “{ $title }”.
refusal-no-such-code = There is no workshop with this code. Check it with the facilitator: two words with two digits in between.
refusal-role-is-given = This role is given by a facilitator. Join as participant, customer or observer.
refusal-no-such-workshop = This workshop is no longer there.
refusal-no-such-sample = There is no sample called “{ $name }”. There are: { $names }.
refusal-no-such-format = There is no format called “{ $name }”. There are: { $names }.

map-title-copy = { $title } (copy)
map-title-restored = { $title } (as of revision { $revision })
map-title-to-be = { $title }: the to-be

role-owner-name = Owner
refusal-database-folder = The folder { $folder } for the database cannot be made ({ $problem }). Choose another with JOURNEYMAP_DATABASE.

refusal-no-seat = Join a workshop first: ask the facilitator for its code.
refusal-no-such-revision = This map has no revision { $revision }: its revisions run from 1 to { $latest }.

# Erasing names
refusal-erase-nothing = There is nothing to erase: this name is gone already.
refusal-erase-once-a-day = A name can be erased only once a day. Try again tomorrow.
refusal-erase-nowhere = This name is not in any text of the workshop. Nothing was changed.
refusal-erase-not-borne = “{ $name }” is not a name this person had before their name was erased.
refusal-erase-ordinary = “{ $name }” is also an ordinary word, or somebody else’s name. It is not taken out of texts.
refusal-erase-other-places = The name is now in { $places } places. Look at them again before you erase it.
refusal-seat-moved = Your seat is now in use on another device. Join again here if you want to come back.
refusal-vote-on-other-device = You took part in this vote on another device. What you gave there counts, and cannot be changed here.
refusal-id-used = This row’s id cannot be used on this map. Give the row another one.
refusal-verdict-twice = You have already said something about this. Change that instead.
refusal-share-used = You have made { $most } of these here ({ $row }): that is one person’s share of a map. A facilitator can make more.
refusal-map-nearly-full = This map is nearly full ({ $row }). What is left is kept for the facilitators: ask one of them.
refusal-takeout-of-a-lead = { $name } leads this workshop. Only what participants, customers and observers made can be taken out.
refusal-takeout-nothing = There is nothing of { $name } to take out.
refusal-link-used = This link does not work any more: each works once, and not for long. Make a new one on your other device.
refusal-session-ended = You were signed out on this device. Join again with the workshop’s code, or open a new link.
refusal-session-gone = This device is signed out already.
refusal-session-not-yours = Only the owner may sign this person out.
