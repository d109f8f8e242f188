# Hoe ver een kaart is, en validatierondes: klanten lopen met een link door een kaart.

state-draft = concept
state-in-review = in beoordeling
state-validated = gevalideerd
state-in-use = in gebruik
state-retired = uit gebruik

field-moments-evidence-source = waar het na te lezen is
field-needs-evidence-source = waar het na te lezen is
field-customers-name = je naam
field-customers-verdict = antwoord
field-customers-text = wat er ontbreekt
field-customers-quote = je eigen woorden

evidence-own-seat = gezegd in de workshop
round-source = validatieronde “{ $name }”

refusal-evidence-needs-proof = Alleen een klant zelf bevestigt met één klik, vanaf de eigen plek. Vul vanaf elke andere plek eerst in welke klant dat zei, op welke dag, en waar het na te lezen is.
refusal-no-such-state = Een kaart kan zijn: { $names }.
refusal-state-not-next = Een kaart met status ‘{ $now }’ kan niet in één stap ‘{ $wanted }’ worden.
refusal-state-no-customer = Nog geen klant heeft iets over deze kaart gezegd. Houd een validatieronde: één klant die een micromoment bevestigt of tegenspreekt is genoeg.
refusal-state-stories = Stories van deze kaart kun je nog niet meenemen: eerst moeten klanten de kaart valideren. Zo is deze installatie ingesteld.
refusal-round-unknown = Dit is geen link van een validatieronde. Kijk of de hele link is gekopieerd, of vraag een nieuwe.
refusal-round-over = Deze ronde is voorbij. Fijn dat je mee wilde doen; wie je uitnodigde kan een nieuwe link sturen.
refusal-round-full = Met deze link zijn { $most } mensen gekomen, en meer worden er niet gevraagd. Wie je uitnodigde kan een nieuwe sturen.
refusal-round-not-in = Deze pagina hoort bij een uitnodiging. Open de link die je kreeg.
refusal-round-gone = Deze ronde is er niet meer.
refusal-customer-gone = Wat deze klant zei is al verwijderd.
refusal-round-day = De laatste dag moet vandaag of later zijn, en binnen een jaar.
refusal-round-name = Geef de ronde een naam van hoogstens { $most } tekens, zodat je later weet wie je hebt gevraagd.
refusal-round-most = Met één link kunnen 1 tot { $most } mensen komen.
refusal-rounds-enough = Deze kaart heeft { $most } rondes gehad; meer worden er niet bewaard.
refusal-round-no-moments = Er valt nog niets te vragen: de kaart heeft geen micromomenten.
refusal-walk-add-nothing = Schrijf eerst wat hier ontbreekt.
refusal-walk-moment-gone = Deze stap staat niet meer op de kaart. Ga verder met de volgende.
refusal-walk-said-enough = Je hebt { $most } antwoorden gegeven; meer worden er van één persoon niet bewaard. Dank je wel.
refusal-walk-all-said-enough = Deze ronde heeft zoveel antwoorden als er worden bewaard. Dank je wel voor die van jou.
refusal-too-many-answers = Vanaf waar jij bent komen heel snel antwoorden binnen. Probeer het over { $seconds ->
        [one] één seconde
       *[other] { $seconds } seconden
    } opnieuw.

walk-title = Gaat het zo?
walk-title-to-be = Zou het zo moeten gaan?
walk-invited = Iemand hoort graag hoe jij denkt over een reis die klanten doormaken. Je ziet die stap voor stap, en zegt van elke stap of het klopt. Je hebt geen account nodig en kunt altijd stoppen.
walk-name = Je naam (hoeft niet)
walk-name-help = Alleen wie je uitnodigde ziet die. Laat het leeg en je blijft anoniem.
walk-begin = Beginnen
walk-note = Eén cookie op deze telefoon onthoudt waar je bent. Je antwoorden gaan naar wie je uitnodigde; zolang je deze telefoon hebt, kun je ze allemaal terugnemen.
walk-no-link = Dit adres werkt alleen met een link die je is gestuurd. Kijk of de hele link is gekopieerd.
walk-place = Stap { $n } van { $of }
walk-channels = Via of bij
walk-needs = Wat hier belangrijk is
walk-feels = Hoe het voelt
walk-feels-to-be = Hoe het zou moeten voelen
walk-question = Gaat het voor jou zo?
walk-question-to-be = Zou dit voor jou goed zijn?
walk-quote = In je eigen woorden (hoeft niet)
walk-confirm = Ja, zo gaat het
walk-contest = Nee, zo niet
walk-add = Er ontbreekt iets
walk-add-text = Wat ontbreekt hier?
walk-add-do = Toevoegen
walk-said-confirm = Je zei: ja, zo gaat het.
walk-said-contest = Je zei: nee, zo niet.
walk-added = Je voegde toe: { $text }
walk-kept = Dank je, dat is bewaard.
walk-back = Terug
walk-next = Volgende
walk-done = Dat was alles. Dank je wel!
walk-done-about = Je hebt { $judged } van de { $of } stappen beoordeeld. Tot de ronde voorbij is, kun je nog teruggaan en je bedenken.
walk-from-start = Vanaf het begin
walk-forget = Alles wat ik zei verwijderen
walk-forget-about = Je antwoorden worden voorgoed verwijderd, en je naam als je die gaf ook.
walk-forgotten = Alles wat je zei is verwijderd.
walk-of = Over: { $title }

audit-kind-map-state = Status van een kaart bepaald
audit-kind-round = Validatieronde geopend
audit-kind-round-ended = Validatieronde beëindigd
audit-kind-customer-removed = Antwoorden van klant verwijderd

standing-not-validated = Niet gevalideerd door klanten ({ $state }).
standing-validated = Gevalideerd door { $n ->
        [one] één klant
       *[other] { $n } klanten
    } op { $day }.
standing-changed = Gevalideerd door { $n ->
        [one] één klant
       *[other] { $n } klanten
    } op { $day }, en daarna { $changes ->
        [one] één keer
       *[other] { $changes } keer
    } gewijzigd.
exchange-column-validation = Status van de kaart
exchange-column-evidence-source = Vindplaats van onderbouwing
story-field-validation = Validatie
exchange-note-not-proven = Dit heet gevalideerd zonder wie dat zei, wanneer en waar het na te lezen is; het komt binnen als aangenomen.

state-draft-help = De kaart wordt gemaakt; geen klant heeft haar gevalideerd
state-in-review-help = De kaart wordt bekeken; klanten kun je in een validatieronde vragen
state-validated-help = Klanten hebben de kaart bevestigd
state-in-use-help = De kaart is gevalideerd en er wordt mee gewerkt
state-retired-help = De kaart wordt niet meer gebruikt

map-tool-validation = Validatie
map-tool-validation-help = Hoe ver de kaart is, wat klanten ervan zeggen, en rondes waarin je het hun vraagt
map-panel-validation = Validatie door klanten
validation-not-yet = Niet gevalideerd door klanten: alles wat wordt meegenomen, zegt dat er duidelijk bij.
validation-changed-since = { $n ->
        [one] Daarna één keer gewijzigd
       *[other] Daarna { $n } keer gewijzigd
    }
validation-to-draft = Terug naar concept
validation-to-in-review = In beoordeling
validation-to-validated = Gevalideerd noemen
validation-to-in-use = In gebruik nemen
validation-to-retired = Uit gebruik nemen
validation-is-now = De kaart is nu { $state }.
validation-customers = Wat klanten zeggen
validation-nobody-yet = Er is nog niemand gevraagd, of nog niemand heeft geantwoord.
validation-note = Noteer wat bij { $n ->
        [one] één micromoment
       *[other] { $n } micromomenten
    } is bevestigd
validation-note-help = Waar nog geen onderbouwing is, zegt de kaart voortaan dat klanten het bevestigden, wanneer, en in welke ronde
validation-noted = Op de kaart genoteerd.
validation-more = … en nog { $n }
validation-confirmed = ✓ { $n } bevestigd
validation-contested = ✗ { $n } tegengesproken
validation-added = + { $n } toegevoegd
validation-word-confirm = Bevestigd
validation-word-contest = Tegengesproken
validation-word-add = Ontbreekt
validation-history = Wat is besloten
validation-decided = { $who }, { $at }, revisie { $revision }
validation-said = { $n ->
        [one] één klant
       *[other] { $n } klanten
    }: { $confirmed } bevestigd, { $contested } tegengesproken
validation-somebody = iemand

rounds-title = Validatierondes
rounds-about = Klanten openen de link op hun telefoon en zeggen van elk micromoment of het klopt. Ze hebben geen account nodig, en zien geen backstage, notities of namen.
rounds-name = Wie je vraagt
rounds-name-for = zoals: bezoekers in juni
rounds-day = Laatste dag (anders twee weken)
rounds-most = Hoogstens zoveel mensen
rounds-make = Ronde openen
rounds-made = Stuur hun deze link: je ziet hem maar één keer.
rounds-until = tot en met { $day }
rounds-ended = voorbij
rounds-came = { $n } van { $most } gekomen
rounds-newer = Nieuwer
rounds-older = Ouder
rounds-page = { $first } tot en met { $last } van { $n }
rounds-clear = Alles verwijderen wat in deze ronde is gezegd
rounds-clear-ask = Alles wat in **{ $name }** is gezegd wordt voorgoed verwijderd, van iedereen die kwam, met de namen die ze opgaven. Wat in andere rondes is gezegd blijft. De link werkt nog tot de ronde voorbij is.
rounds-clear-do = Alles verwijderen
rounds-nameless = zonder naam
rounds-verdicts = { $n ->
        [one] één antwoord
       *[other] { $n } antwoorden
    }
rounds-end = Ronde beëindigen
rounds-end-help = De link werkt meteen niet meer; wat is gezegd blijft
rounds-is-over = De ronde is voorbij.
rounds-remove-help = Verwijder deze klant en alles wat die zei, voorgoed
rounds-removed = Verwijderd.

board-customers = Klanten: { $text }
board-said-confirmed = { $n } bevestigd
board-said-contested = { $n } tegengesproken
board-said-added = { $n } toegevoegd
stories-not-validated = Elke story zegt het er zelf bij: { $text }
history-decisions = Hoe ver de kaart was
lead-person-confirm = Bevestigen: is klant
lead-not-confirmed = { $role }, nog niet bevestigd
map-evidence-source = zoals: interview 3, 4 mei
lead-confirm-customers = Iedereen kan als klant meedoen. Wat iemand zegt telt als het woord van een klant zodra jij dat bevestigt.
lead-confirm-customer = { $name } bevestigen als klant
lead-confirmed-customer = Wat { $name } zegt, telt nu als het woord van een klant.
import-unproven = { $n ->
        [one] Eén rij heet
       *[other] { $n } rijen heten
    } gevalideerd zonder wie dat zei, wanneer en waar het na te lezen is: dat komt binnen als aangenomen.
import-unsigned = { $n ->
        [one] Eén besluit komt
       *[other] { $n } besluiten komen
    } binnen als wat het bestand zegt, zonder wie besloot: een bestand noemt hier niemand bij naam.
