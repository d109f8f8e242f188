# Het logboek.

audit-title = Logboek
audit-owner-only = Alleen de eigenaar leest het logboek.
audit-log = Wat er gebeurde
audit-devices = Wie is aangemeld
audit-about = Wat er in de laatste { $n } dagen met mensen, sleutels en gegevens is gebeurd. Niemand kan dit veranderen; een gewiste naam is ook hier gewist.
audit-kind = Toon
audit-kind-all = Alles
audit-nothing = Er is nog niets gebeurd.
audit-take = Neem mee als CSV
audit-column-at = Wanneer
audit-column-what = Wat
audit-column-by = Wie
audit-column-whom = Bij wie
audit-column-workshop = Workshop
audit-column-place = Vanaf
audit-column-subject = Waarover
audit-more-devices = … en nog { $n }

audit-kind-wrong-code = Verkeerde codes
audit-kind-joined = Meegedaan
audit-kind-waits = Wacht voor de deur
audit-kind-new-code = Nieuwe code
audit-kind-let-in = Binnengelaten
audit-kind-turned-away = Niet binnengelaten
audit-kind-role = Andere rol
audit-kind-renamed = Andere naam
audit-kind-removed = Eruit gehaald
audit-kind-restored = Teruggehaald
audit-kind-erased = Naam gewist
audit-kind-words-erased = Naam uit teksten gehaald
audit-kind-took-out = Werk eruit gehaald
audit-kind-exported = Meegenomen als bestand
audit-kind-owner-in = Eigenaar kwam binnen
audit-kind-owner-key = Eigenaarssleutel vervangen
audit-kind-link = Link voor een apparaat gemaakt
audit-kind-seat-recovered = Terug met herstelcode
audit-kind-seat-moved = Plek naar ander apparaat
audit-kind-session-ended = Afgemeld
audit-kind-backup = Reservekopie gemaakt
audit-kind-workshop = Workshop geopend
audit-kind-map-deleted = Kaart definitief verwijderd
audit-kind-workshop-deleted = Workshop definitief verwijderd

shell-page-audit = Logboek
shell-page-audit-help = Wat er met mensen, sleutels en gegevens is gebeurd
