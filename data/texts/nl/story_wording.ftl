# Hoe stories geformuleerd worden, voor de eigenaar.

wording-title = Formulering van stories
wording-about = Elke story van deze installatie wordt met deze zinnen geschreven: op het scherm, in elk bestand en door de API, voor iedereen tegelijk. Woorden tussen accolades zeggen wat daar komt te staan.
wording-language = Taal van de kaart
wording-group-sentence = De zin
wording-group-criteria = Acceptatiecriteria
wording-group-outcome = Hoe de uitkomst gemeten wordt
wording-sentence = Wie wat wil, en waarom
wording-sentence-because = Waar een reden wordt verteld, en geen behoefte
wording-sentence-neutral = Waar de vorm van een behoefte niet zeker is
wording-sentence-no-need = Waar geen behoefte is
wording-wish-want = Wat iemand wil
wording-wish-want-not = Wat iemand niet wil
wording-wish-better = Waar iets beter moet gaan
wording-wish-neutral = Waar de vorm van een micromoment niet zeker is
wording-criterion = Een criterium als één zin
wording-given-wish = Stel: wat iemand wil
wording-given-moment = Stel: het micromoment zelf
wording-when-begun = Als: het begint
wording-when-over = Als: het voorbij is
wording-when-channel = Als: via een kanaal
wording-then-minutes = Dan: hoe lang het mag duren
wording-then-minutes-enough = Dan: tijd genoeg, waar het langer moet duren
wording-then-waiting = Dan: hoe lang iemand mag wachten
wording-then-channel = Dan: een kanaal werkt
wording-then-said = Dan: aan een behoefte is voldaan, als uitspraak
wording-then-need = Dan: aan een behoefte is voldaan, zoals die is getypt
wording-outcome = De vraag, en wat er geantwoord moet worden
wording-outcome-top = Hetzelfde waar het hoogste antwoord beoogd is
wording-outcome-label = Hetzelfde waar alleen een woord beoogd is
wording-share = Hoeveel mensen het moeten zeggen (%)
wording-places = Wat hier kan komen te staan: { $places }
wording-no-places = Hier komt niets anders te staan: de zin blijft zoals hij is.
wording-preview = Zo lezen stories dan
wording-save = Gebruik deze formulering
wording-saved = Alle stories worden voortaan zo geformuleerd.
wording-reset = Terug naar die van ons
wording-reset-done = Alle stories worden weer geformuleerd zoals wij dat doen.
wording-is-ours = Dit is onze eigen formulering.
wording-is-own = Van { $n ->
        [one] één zin
       *[other] { $n } zinnen
    } is de formulering van jullie.
wording-faults = { $n ->
        [one] Eén zin kan zo niet gebruikt worden.
       *[other] { $n } zinnen kunnen zo niet gebruikt worden.
    }
wording-sample-persona = Een veteraan
wording-sample-act = De balie bellen
wording-sample-act-need = Zekerheid
wording-sample-clause = De arts legt de uitslag uit
wording-sample-clause-need = Ik weet waar ik aan toe ben
wording-sample-question = Heb ik een plek?
wording-sample-unsure = Wachtkamer 3
wording-sample-unsure-need = Blauw, en dicht bij de deur
wording-sample-channel = App
wording-sample-label = rustig

pattern-place-persona = voor wie de story is
pattern-place-wish = wat die wil
pattern-place-needs = waarvoor
pattern-place-reason = waarom dat zo is
pattern-place-moment = het micromoment
pattern-place-given = waar je begint
pattern-place-when = wat er gebeurt
pattern-place-then = wat er dan te zien is
pattern-place-channel = het kanaal
pattern-place-time = de tijd
pattern-place-need = de behoefte
pattern-place-share = hoeveel mensen het moeten zeggen
pattern-place-least = het laagste antwoord dat meetelt
pattern-place-label = de beoogde emotie

refusal-pattern-empty = Deze zin is leeg.
refusal-pattern-long = Deze zin heeft { $length } tekens; { $most } zijn mogelijk.
refusal-pattern-lines = Een zin is één regel.
refusal-pattern-unknown = Er is hier niets dat { $place } heet. Wat er kan komen te staan: { $known }.
refusal-pattern-none-known = Er is hier niets dat { $place } heet: deze zin blijft zoals hij is.
refusal-pattern-brace = Er staat een losse accolade. Schrijf { "{" } en { "}" } alleen om wat daar moet komen te staan.
refusal-pattern-missing = { $place } ontbreekt: dan zegt de zin niet { $what }.
refusal-pattern-share = Hoeveel mensen het moeten zeggen is een percentage van 1 tot 100.
refusal-pattern-language = In die taal worden geen stories geschreven.

audit-kind-story-wording = Formulering van stories veranderd
