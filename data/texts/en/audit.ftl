# The audit log.

audit-title = Audit log
audit-owner-only = Only the owner reads the audit log.
audit-log = What happened
audit-devices = Who is signed in
audit-about = What happened to people, keys and data in the last { $n } days. Nobody can change it; an erased name is erased here too.
audit-kind = Show
audit-kind-all = Everything
audit-nothing = Nothing has happened yet.
audit-take = Take away as CSV
audit-column-at = When
audit-column-what = What
audit-column-by = Who
audit-column-whom = Whom
audit-column-workshop = Workshop
audit-column-place = From
audit-column-subject = About
audit-more-devices = … and { $n } more

audit-kind-wrong-code = Wrong codes
audit-kind-joined = Joined
audit-kind-waits = Waits at the door
audit-kind-new-code = New join code
audit-kind-let-in = Let in
audit-kind-turned-away = Turned away
audit-kind-role = Another role
audit-kind-renamed = Another name
audit-kind-removed = Taken out
audit-kind-restored = Brought back
audit-kind-erased = Name erased
audit-kind-words-erased = Name taken out of texts
audit-kind-took-out = Work taken out
audit-kind-exported = Taken away as a file
audit-kind-owner-in = Owner came in
audit-kind-owner-key = Owner key changed
audit-kind-link = Link for a device made
audit-kind-seat-recovered = Came back by recovery code
audit-kind-seat-moved = Seat moved to another device
audit-kind-session-ended = Signed out
audit-kind-backup = Backup made
audit-kind-workshop = Workshop opened
audit-kind-map-deleted = Map deleted for good
audit-kind-workshop-deleted = Workshop deleted for good

shell-page-audit = Audit log
shell-page-audit-help = What happened to people, keys and data
