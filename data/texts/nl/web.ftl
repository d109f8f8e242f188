# De lichte pagina's (meedoen, de link van de eigenaar) en wat de API antwoordt.

web-name = Journeymap
web-language = Taal

web-join-title = Doe mee met de workshop
web-join-other = Doe mee met een andere workshop
web-join-lead = De facilitator heeft de code. Je hebt geen account nodig.
web-join-code = Code van de workshop
web-join-code-help = Tien letters en cijfers, zoals K7Q-F4MX-AC9. Er zit geen B, G, I, L, O, S of Z in, en geen 0, 1, 2, 5 of 8.
web-join-name = Je naam
web-join-name-help = De anderen in de workshop zien die bij wat je toevoegt.
web-join-role = Je doet mee als
web-join-participant = Deelnemer
web-join-participant-help = Ik werk samen met de anderen aan de kaart.
web-join-customer = Klant
web-join-customer-help = Het is mijn reis: ik voeg toe wat ik meemaak en zeg wat er klopt.
web-join-observer = Waarnemer
web-join-observer-help = Ik kijk mee en verander niets.
web-join-do = Meedoen
web-join-note = Dit apparaat onthoudt je plek 90 dagen met één cookie; er gaat niets naar elders.

web-here-label = Je plek op dit apparaat
web-here-owner = Je bent hier als de eigenaar.
web-here-in = Je bent hier als { $name }, { $role } in “{ $workshop }”.
web-here-go-on = Verdergaan
web-here-leave = Weggaan op dit apparaat

web-sentence-title = Zo kun je niet naar binnen
web-sentence-join = Meedoen met de code van een workshop

owner-title = Kom binnen als eigenaar
owner-lead-here = Journeymap draait op deze computer en wil zeker weten dat jij het bent. Open de link die in de terminal staat waar het
    is gestart.
owner-lead = Open de eigenaarslink die in de terminal staat waar Journeymap is gestart.
owner-new-link = Elke link werkt één keer. Voor een nieuwe typ je in een ander venster, in de map van Journeymap:
owner-key = Eigenaarslink of eigenaarssleutel
owner-key-help = Of plak die hier. Hij gaat naar deze Journeymap en naar niemand anders.
owner-do = Kom binnen
device-title = Meld dit apparaat aan
device-lead = Met deze link gebruik je je plek ook op dit apparaat. De link werkt één keer, binnen tien minuten; in je eigen menu meld je
    elk apparaat weer af.
device-do = Gebruik mijn plek hier

queue-title = Je staat voor de deur
queue-lead = Er doen al heel veel mensen mee vanaf de plek waar jij bent. Daarom laat de facilitator je zelf binnen. Deze pagina gaat vanzelf verder.
queue-hint = Duurt het lang, zwaai dan even naar de facilitator: je staat in de lijst met mensen.

field-people-name = je naam

refusal-too-fast = Dat was veel tegelijk. Wacht { $seconds ->
        [one] één seconde
       *[other] { $seconds } seconden
    } en ga dan verder.
refusal-too-heavy = Deze kaart is daar hier te groot voor. Neem haar mee als tabel of als reisdocument, of neem een kleiner deel.
refusal-busy = Anderen zijn net met grote kaarten en bestanden bezig. Probeer het over { $seconds } seconden nog eens.
refusal-busy-yours = Je hebt al een paar grote kaarten of bestanden in bewerking. Probeer het nog eens als ze er zijn, over een seconde of { $seconds }.
refusal-too-many-codes = Dat klopt niet, en er kwamen al te veel verkeerde codes binnen. Vraag de facilitator om de code: met de goede
    kom je meteen binnen. Met een verkeerde wacht je nog { $seconds ->
        [one] één seconde
       *[other] { $seconds } seconden
    }.
refusal-too-many-names = Er is te vaak gevraagd naar mensen die niet in deze workshop zitten. Wacht { $seconds ->
        [one] één seconde
       *[other] { $seconds } seconden
    }, of vraag de facilitator om hulp.
refusal-too-many-keys = Dat klopt niet, en er kwamen al te veel verkeerde eigenaarssleutels binnen. Met de goede kom je meteen binnen. Met
    een verkeerde wacht je nog { $seconds ->
        [one] één seconde
       *[other] { $seconds } seconden
    }.
refusal-web-other-site = Dit werd gevraagd vanaf een pagina van een andere site en is daarom niet gedaan. Open Journeymap zelf en probeer het daar.
refusal-web-no-address = Op dit adres is niets; in /api/openapi.json staat wat er is.
refusal-web-no-method = Dit adres antwoordt niet op { $method }; in /api/openapi.json staat waarop wel.
refusal-web-unreadable = Wat er is gestuurd, is niet te lezen.
refusal-web-not-json = Wat er is gestuurd, is geen JSON.
refusal-web-json-only = Stuur hier JSON, met Content-Type: application/json.
refusal-web-not-an-object = Stuur een JSON-object, zoals {"{"}"title": "…"{"}"}.
refusal-web-too-many = Wat er is gestuurd, bevat te veel waarden tegelijk.
refusal-web-too-deep = Wat er is gestuurd, is te diep genest.
refusal-web-too-large = Dit is te veel in één keer: er kan hoogstens { $most } kB worden gestuurd.
refusal-web-character = In wat er is gestuurd staat een half teken. Typ de tekst opnieuw, of plak die zonder opmaak.
refusal-web-missing = “{ $field }” ontbreekt.
refusal-web-failure = Dit is niet gelukt, en dat ligt niet aan jou. Probeer het opnieuw; wie Journeymap draait, vindt de oorzaak in het log.
