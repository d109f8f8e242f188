# What the commands say, apart from the start.

cli-maps-none = There are no maps here yet. “journeymap sample” lists the samples, “journeymap import FILE” brings one in.
cli-maps-id = id
cli-maps-title = title
cli-maps-kind = kind
cli-maps-persona = persona
cli-maps-episodes = episodes
cli-maps-moments = micro-moments
cli-maps-touchpoints = touchpoints
cli-maps-changed = last change

cli-import-columns = What the columns mean:
cli-import-left-out = left out
cli-import-size = “{ $title }” would be a map with { $episodes ->
    [one] one episode
   *[other] { $episodes } episodes
 }, { $moments ->
    [one] one micro-moment
   *[other] { $moments } micro-moments
 }, { $channels ->
    [one] one channel
   *[other] { $channels } channels
 }, { $touchpoints ->
    [one] one touchpoint
   *[other] { $touchpoints } touchpoints
 }, { $needs ->
    [one] one need
   *[other] { $needs } needs
 } and { $pain-points ->
    [one] one pain point
   *[other] { $pain-points } pain points
 }.
cli-import-more = … and { $count } more
cli-import-agree = Write this map? [y/N]
cli-import-known = “{ $title }” is here already ({ $id }). Add --again to import it once more, as a copy.
cli-import-pair = It forms a pair with “{ $title }”, the as-is it was designed from.
cli-import-waits = It was designed from “{ $title }”, which is not here; when that map is imported, the two are a pair again.
cli-import-not-written = Nothing was written.
cli-loaded = “{ $title }” is loaded, with the id { $id }.
cli-written = Written: { $path }

cli-backup-written = Written and read again: { $path } ({ $size }). It holds everything, keys too: keep it where only you can read it.
cli-backup-without-key = The key is not in it, because it is a setting: keep JOURNEYMAP_SECRET as safe as the backup.
cli-restore-made = Made on { $at } by Journeymap { $version }.
cli-restore-holds = It holds { $maps ->
    [one] one map
   *[other] { $maps } maps
 } with { $moments ->
    [one] one micro-moment
   *[other] { $moments } micro-moments
 }, { $workshops ->
    [one] one workshop
   *[other] { $workshops } workshops
 } and { $people ->
    [one] one person
   *[other] { $people } people
 }.
cli-restore-changed = The last change to a map in it was on { $at }.
cli-restore-other-secret = JOURNEYMAP_SECRET is not the one that this backup was made with: with it nobody’s seat is valid, and there is another owner link.
cli-restore-no-key = There is no key in this backup: if the one beside the database is not the one of then, nobody’s seat is valid, and there is another owner link.
cli-restore-dry = It is whole. Nothing was changed, because this was a dry run.
cli-restore-agree = Put it in the place of what is there? [y/N]
cli-restore-not-done = Nothing was changed.
cli-restored = Restored: { $path }. Start it with “journeymap run”.
cli-restore-kept = What was there is kept as { $path }.
cli-owner-link = Your own link, as the owner (works once, within 24 hours; keep it to yourself): { $address }
cli-owner-key = Your owner key (keep it as you keep a password; it is typed at { $address }): { $secret }
cli-owner-rotated = The owner key is another one now. The old one, its links and all your sessions work no more.
cli-owner-metrics = What collects the figures shows this key as its bearer token: { $secret }

refusal-cli-no-database = There are no maps at { $path } yet. Start a new file with “journeymap run”, or name the right one with --database.
refusal-cli-no-file = There is no file { $path }.
refusal-cli-no-map = There is no map called “{ $name }”: “journeymap maps” lists them.
refusal-cli-many-maps = More than one map is called “{ $name }”. Say which by its id: { $ids }.
refusal-cli-not-a-pair = “{ $pair }” does not say what a column means: write it as --map "column=meaning", such as --map "Step=moment".
refusal-cli-not-agreed = Nothing was written. Add --yes to write this map, or --preview to only look at it.
refusal-cli-not-written = { $path } could not be written ({ $why }); what was there is untouched.
refusal-cli-too-large = { $path } is larger than { $most } MB, the most that can be brought in at once.
refusal-cli-not-read = { $path } could not be read ({ $why }).
refusal-cli-restore-not-agreed = Nothing was changed. Add --yes to put the backup back, or --dry-run to only look at it.
