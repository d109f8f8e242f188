# Stories in the team's tracker.

refusal-tracker-half = { $tracker } is set up by half: { $variable } is missing.
refusal-tracker-form = { $variable } has to be one of: { $forms }.
refusal-tracker-secrets = { $path } cannot be read as TOML.
refusal-tracker-runs = Stories of this map are being sent there right now. Wait until that is done, or stop it.
refusal-tracker-busy-here = Enough stories are being sent right now. Try again in a minute.
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
