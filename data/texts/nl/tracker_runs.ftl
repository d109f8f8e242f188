# Stories in de tracker van het team.

refusal-tracker-half = { $tracker } is half ingesteld: { $variable } ontbreekt.
refusal-tracker-form = { $variable } moet een van deze zijn: { $forms }.
refusal-tracker-secrets = { $path } is niet als TOML te lezen.
refusal-tracker-runs = Stories van deze kaart worden daar op dit moment naartoe gestuurd. Wacht tot dat klaar is, of stop het.
refusal-tracker-busy-here = Er worden nu genoeg stories verstuurd. Probeer het over een minuut opnieuw.
refusal-tracker-broke-off = De laatste keer brak het versturen af. Wat geschreven is, blijft staan; begin opnieuw en het gaat daar verder.
refusal-tracker-no-run = Daar wordt op dit moment niets naartoe gestuurd.
refusal-tracker-not-set-up = { $tracker } is hier niet ingesteld. Wie Journeymap beheert, kan het koppelen.
refusal-tracker-many = { $n } epics en stories zijn te veel om te versturen; { $most } is het hoogste aantal.

audit-kind-tracker-run = Stories naar een tracker gestuurd

tracker-step-create = Te maken
tracker-step-update = Bij te werken
tracker-step-unchanged = Ongewijzigd
tracker-step-edited = Daar bewerkt, zo gelaten
tracker-step-closed = Daar gesloten, zo gelaten
tracker-step-gone = Daar verwijderd, zo gelaten
tracker-step-left = Geen story meer, blijft daar staan

cli-sync-nothing = Er hoeft niets geschreven te worden.
cli-sync-agree = Dit schrijven? [j/N]
cli-sync-done = Gemaakt: { $made }. Bijgewerkt: { $updated }.
refusal-cli-sync-no-item = Daar heet niets “{ $item }”.
