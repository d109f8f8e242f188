# Stories in the team's tracker.

refusal-tracker-half = { $tracker } is set up by half: { $variable } is missing.
refusal-tracker-key = The key for { $tracker } cannot be right: { $variable } has a blank or a letter that no key has. Copy it once more.
refusal-tracker-form = { $variable } has to be one of: { $forms }.
refusal-tracker-secrets = { $path } cannot be read as TOML.
refusal-tracker-runs = Stories of this map are being sent there right now. Wait until that is done, or stop it.
refusal-tracker-busy-here = Enough stories are being sent right now. Try again in a minute.
refusal-tracker-ended = The last run ended before everything was sent. What was written stays. Start it again, and { $tracker } says what is wrong.
refusal-tracker-of-another-map = { $n ->
        [one] One of these stories is
       *[other] { $n } of these stories are
    } sent there by another map of this installation, from which this one was brought in. Send them from that map, or delete it first.
refusal-tracker-broke-off = The last run broke off. What was written stays; start it again and it goes on from there.
refusal-tracker-no-run = Nothing is being sent there right now.
refusal-tracker-not-set-up = { $tracker } is not set up here. Whoever runs Journeymap can connect it.
refusal-tracker-many = { $n } epics and stories are too many to send; { $most } are the most.

audit-kind-tracker-run = Stories sent to a tracker

tracker-step-create = To create
tracker-step-update = To update
tracker-step-unchanged = Unchanged
tracker-step-edited = Edited there, left alone
tracker-step-closed = Closed there, left alone
tracker-step-gone = Deleted there, left alone
tracker-step-left = No story any more, left there

cli-sync-nothing = Nothing is to be written.
cli-sync-agree = Write this? [y/N]
cli-sync-done = Created: { $made }. Updated: { $updated }.
refusal-cli-sync-no-item = Nothing there is called “{ $item }”.

tracker-send = Send to tracker
tracker-title = Send to the team’s tracker
tracker-which = Which tracker?
tracker-all = Also stories that stay as they are
tracker-all-help = Otherwise only those that change something about today.
tracker-looking = Looking what stands there …
tracker-sending = { $done } of { $total } written
tracker-goes-on = It goes on when you close this.
tracker-stop = Stop
tracker-sent = Created: { $made }. Updated: { $updated }.
tracker-not-taken = { $n ->
    [one] One was not taken:
   *[other] { $n } were not taken:
}
tracker-otherwise = { $n ->
    [one] Of one the tracker keeps something else than was sent:
   *[other] Of { $n } the tracker keeps something else than was sent:
}
tracker-empty = There are no stories to send.
tracker-nothing = Nothing to send
tracker-send-n = { $n ->
    [one] Send one to { $tracker }
   *[other] Send { $n } to { $tracker }
}
tracker-look-again = Look again
tracker-look-again-help = Bring back key, status and link of each story. Nothing is written there.
tracker-overwrite = Write over what stands there
tracker-overwrite-help = Somebody edited or closed these there. They are left alone, unless you choose them here.
tracker-again = Make again
tracker-again-help = Somebody deleted these there. They stay deleted, unless you choose them here.
tracker-column-key = Key
tracker-column-title = Title
tracker-column-status = Status
tracker-column-edited = Edited there
tracker-column-url = There
tracker-open = Open
tracker-more = … and { $n } more
tracker-field-title = title
tracker-field-text = text
tracker-field-parent = epic
tracker-mark-gone = deleted there
tracker-live = { $done } of { $sent } live
tracker-live-help = So many of the stories that were sent to a tracker are done there.
map-sent-gone = deleted there
