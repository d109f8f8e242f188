# Story’s in de tracker van het team.

refusal-tracker-half = { $tracker } is half ingesteld: { $variable } ontbreekt.
refusal-tracker-key = De sleutel voor { $tracker } kan niet kloppen: { $variable } heeft een spatie of een letter die geen sleutel heeft. Kopieer hem nog een keer.
refusal-tracker-form = { $variable } moet een van deze zijn: { $forms }.
refusal-tracker-secrets = { $path } is niet als TOML te lezen.
refusal-tracker-runs = Story’s van deze kaart worden daar op dit moment naartoe gestuurd. Wacht tot dat klaar is, of stop het.
refusal-tracker-busy-here = Er worden nu genoeg story’s verstuurd. Probeer het over een minuut opnieuw.
refusal-tracker-ended = De laatste keer is gestopt voordat alles was verstuurd. Wat geschreven is, blijft. Begin opnieuw, dan zegt { $tracker } wat er mis is.
refusal-tracker-of-another-map = { $n ->
        [one] Eén van deze story’s wordt
       *[other] { $n } van deze story’s worden
    } al verstuurd door een andere kaart van deze installatie, waar deze uit is overgenomen. Verstuur ze vanuit die kaart, of verwijder die eerst.
refusal-tracker-broke-off = De laatste keer brak het versturen af. Wat geschreven is, blijft staan; begin opnieuw en het gaat daar verder.
refusal-tracker-no-run = Daar wordt op dit moment niets naartoe gestuurd.
refusal-tracker-not-set-up = { $tracker } is hier niet ingesteld. Wie Journeymap beheert, kan het koppelen.
refusal-tracker-many = { $n } epics en story’s zijn te veel om te versturen; { $most } is het hoogste aantal.

audit-kind-tracker-run = Story’s naar een tracker gestuurd

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

tracker-send = Naar tracker sturen
tracker-title = Naar de tracker van het team sturen
tracker-which = Welke tracker?
tracker-all = Ook story’s die blijven zoals het nu is
tracker-all-help = Anders alleen de story’s die iets aan vandaag veranderen.
tracker-looking = Kijken wat daar staat …
tracker-sending = { $done } van { $total } geschreven
tracker-goes-on = Het gaat door als je dit sluit.
tracker-stop = Stoppen
tracker-sent = Gemaakt: { $made }. Bijgewerkt: { $updated }.
tracker-not-taken = { $n ->
    [one] Eén is niet aangenomen:
   *[other] { $n } zijn niet aangenomen:
}
tracker-otherwise = { $n ->
    [one] Van één bewaart de tracker iets anders dan er gestuurd is:
   *[other] Van { $n } bewaart de tracker iets anders dan er gestuurd is:
}
tracker-empty = Er zijn geen story’s om te sturen.
tracker-nothing = Niets te sturen
tracker-send-n = { $n ->
    [one] Eén naar { $tracker } sturen
   *[other] { $n } naar { $tracker } sturen
}
tracker-look-again = Opnieuw kijken
tracker-look-again-help = Haal van elke story de sleutel, status en link op. Daar wordt niets geschreven.
tracker-overwrite = Overschrijven wat daar staat
tracker-overwrite-help = Iemand heeft deze daar bewerkt of gesloten. Ze blijven zo, tenzij je ze hier kiest.
tracker-again = Opnieuw maken
tracker-again-help = Iemand heeft deze daar verwijderd. Ze blijven weg, tenzij je ze hier kiest.
tracker-column-key = Sleutel
tracker-column-title = Titel
tracker-column-status = Status
tracker-column-edited = Daar bewerkt
tracker-column-url = Daar
tracker-open = Openen
tracker-more = … en nog { $n }
tracker-field-title = titel
tracker-field-text = tekst
tracker-field-parent = epic
tracker-mark-gone = daar verwijderd
tracker-live = { $done } van { $sent } live
tracker-live-help = Zoveel van de story’s die naar een tracker zijn gestuurd, zijn daar klaar.
map-sent-gone = daar verwijderd
