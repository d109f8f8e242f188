# Deleting for good

deletion-do = Delete for good …
deletion-title-map = Delete this map for good
deletion-title-workshop = Delete this workshop for good
deletion-goes = What goes, for good:
deletion-size = { $episodes ->
    [one] one episode
   *[other] { $episodes } episodes
} and { $moments ->
    [one] one micro-moment
   *[other] { $moments } micro-moments
}, with every vote, verdict and note on them
deletion-history = the whole history: { $changes ->
    [one] one change
   *[other] { $changes } changes
} by { $people ->
    [one] one person
   *[other] { $people } people
}
deletion-to-be-stays = A to-be that was designed from it stays. It is then a map of its own.
deletion-maps = { $maps ->
    [one] one map
   *[other] { $maps } maps
} with { $moments ->
    [one] one micro-moment
   *[other] { $moments } micro-moments
}, the archive included
deletion-people = { $people ->
    [one] one person, with their name and seat
   *[other] { $people } people, with their names and seats
}
deletion-agenda = the agenda, the results and the parking lot
deletion-agendas = { $agendas ->
    [one] one agenda that was saved from it
   *[other] { $agendas } agendas that were saved from it
}
deletion-signed-out = Whoever is in it now is signed out at once. A to-be elsewhere that was designed from one of its maps stays.
deletion-no-undo = There is no undo. Backups that were made before still have it.
deletion-type = To confirm, type the title
deletion-now = Delete for good
deletion-done = “{ $title }” was deleted for good.
deletion-of-workshop = Delete the workshop
deletion-of-workshop-why = All of its maps, people and results go, for good. Only the owner of this installation can do this.
deletion-workshop-menu = What to do with this workshop
