# Weigeringen: waarom iets niet kan, in de woorden van een facilitator.

refusal-no-such-table = Een kaart heeft geen rijen van de soort “{ $table }”.
refusal-no-such-field = Er is hier geen veld “{ $field }”.
refusal-bad-id = Een id bestaat uit 1 tot 64 letters, cijfers, koppeltekens of liggende streepjes.
refusal-id-taken = Er staat al iets met het id “{ $id }” op deze kaart.
refusal-one-map = Een kaart bevat alleen zichzelf: begin een andere kaart op de startpagina.
refusal-too-many-rows = Deze kaart zit vol: er staan { $most } rijen zoals { $row } op. Splits de reis in twee kaarten.
refusal-blank = Vul “{ $field }” in: dit mag niet leeg zijn.
refusal-too-long = In “{ $field }” passen { $most } tekens; dit zijn er { $length }. Maak het korter, of zet de rest in de notities.
refusal-too-many-lines = “{ $field }” heeft { $lines } regels. Schrijf er hoogstens { $most }: meer is meer dan één story.
refusal-hidden-character = “{ $field }” bevat een teken dat niet getoond kan worden ({ $character }). Typ de tekst opnieuw, of plak zonder opmaak.
refusal-valence-range = “{ $field }” loopt van −2 (heel slecht) tot +2 (heel goed).
refusal-too-low = “{ $field }” kan niet lager zijn dan { $least }.
refusal-too-high = “{ $field }” kan niet hoger zijn dan { $most }.
refusal-not-one-of = “{ $field }” is een van: { $choices }.
refusal-wrong-type = Zo’n waarde past niet in “{ $field }”.
refusal-row-gone = Iemand heeft { $row } verwijderd: dat staat niet meer op de kaart.
refusal-parent-gone = Er is geen plek voor { $row }: { $parent } waar het bij hoort, staat niet op deze kaart.
refusal-reference-gone = Dit past niet bij { $row }: { $referred } waarnaar wordt verwezen, staat niet op deze kaart.
refusal-no-parent = Op een kaart staat { $row } niet ergens onder.
refusal-touchpoint-twice = Dit micromoment gebeurt al in dat kanaal.
refusal-place-twice = Iemand anders heeft dit knooppunt net een plaats gegeven. Versleep het nog een keer.
refusal-cannot-move = Op een kaart heeft { $row } maar één plek.
refusal-cannot-remove-map = Een kaart kan niet uit zichzelf worden gehaald: archiveer haar op de startpagina.
refusal-undo-nothing = Er is op deze kaart niets meer van jou om ongedaan te maken. De laatste { $most } dingen die je deed, kun je ongedaan maken.
refusal-redo-nothing = Er is niets om opnieuw te doen.
refusal-undo-gone = Dit kan niet ongedaan worden gemaakt: iemand heeft het intussen verwijderd.
refusal-undo-changed = Dit kan niet ongedaan worden gemaakt: iemand heeft “{ $field }” intussen veranderd.
refusal-undo-moved = Dit kan niet ongedaan worden gemaakt: iemand heeft het intussen verplaatst.
refusal-undo-built-on = Dit kan niet ongedaan worden gemaakt: anderen hebben er intussen op voortgebouwd.
refusal-other-workshop = Dit hoort bij een workshop waar je niet aan meedoet.
refusal-may-not-see = Als { $role } mag je dit niet zien.
refusal-may-not-edit = Als { $role } mag je meekijken, maar niets veranderen.
refusal-may-not-manage = Als { $role } mag je geen kaarten maken, kopiëren, archiveren, terugzetten of verwijderen: vraag het de facilitator.
refusal-may-not-own = Alleen de eigenaar van deze installatie mag dit.

# Hoe rijen heten

row-maps = kaart
row-personas = persona
row-channels = kanaal
row-episodes = episode
row-moments = micromoment
row-touchpoints = contactpunt
row-needs = behoefte
row-backstage-steps = stap achter de schermen
row-pain-points = pijnpunt
row-communications = communicatie
row-paths = pad
row-path-steps = stap van een pad
row-origins = herkomst
row-places = plaats in het netwerk

# Hetzelfde midden in een zin

the-maps = de kaart
the-personas = de persona
the-channels = het kanaal
the-episodes = de episode
the-moments = het micromoment
the-touchpoints = het contactpunt
the-needs = de behoefte
the-backstage-steps = de stap achter de schermen
the-pain-points = het pijnpunt
the-communications = de communicatie
the-paths = het pad
the-path-steps = de stap van een pad
the-origins = de herkomst
the-places = de plaats in het netwerk

# Hoe rollen heten

role-owner = eigenaar
role-facilitator = facilitator
role-co-facilitator = co-facilitator
role-participant = deelnemer
role-customer = klant
role-observer = waarnemer

# Hoe velden heten

field-maps-title = titel
field-maps-kind = as-is of to-be
field-maps-language = taal
field-maps-scope-start = waar het begint
field-maps-scope-end = waar het eindigt
field-maps-notes = notities
field-personas-name = de naam van de persona
field-personas-goal = het doel van de persona
field-personas-context = context
field-personas-segment = segment
field-personas-quote = citaat
field-personas-picture = foto
field-channels-name = de naam van het kanaal
field-channels-owned = van ons
field-channels-assumed = genoemd vóór de kanalenronde
field-channels-notes = notities
field-episodes-title = de titel van de episode
field-episodes-targeted-valence = beoogde emotie
field-episodes-targeted-label = beoogde emotie in een woord
field-episodes-notes = notities
field-moments-text = micromoment
field-moments-felt-valence = gevoelde emotie
field-moments-felt-label = gevoelde emotie in een woord
field-moments-targeted-valence = beoogde emotie
field-moments-targeted-label = beoogde emotie in een woord
field-moments-evidence-status = onderbouwing
field-moments-evidence-by = wie dat zegt
field-moments-evidence-on = wanneer
field-moments-moment-of-truth = moment van de waarheid
field-moments-optional = optioneel
field-moments-minutes = minuten
field-moments-waiting-minutes = wachtminuten
field-moments-effort = moeite voor de klant (CES)
field-moments-notes = notities
field-touchpoints-channel = kanaal
field-touchpoints-notes = notities
field-needs-text = behoefte
field-needs-evidence-status = onderbouwing
field-needs-evidence-by = wie dat zegt
field-needs-evidence-on = wanneer
field-backstage-steps-text = stap achter de schermen
field-backstage-steps-team = team
field-backstage-steps-system = systeem
field-pain-points-text = pijnpunt
field-pain-points-cause = oorzaak achter de schermen
field-communications-text = boodschap
field-communications-tone = toon
field-communications-channel = kanaal
field-paths-name = de naam van het pad
field-paths-kind = soort pad
field-paths-share = aandeel klanten
field-path-steps-moment = micromoment
field-origin = herkomst
field-origins-as-is = as-is-moment
field-places-view = weergave van het netwerk
field-places-node = knooppunt
field-places-x = plaats van links naar rechts
field-places-y = plaats van boven naar beneden
refusal-invisible = In “{ $field }” staat niets dat te zien is. Typ het opnieuw.
