# Wat verborgen is, wat een stap toestaat, en wat mensen samen maken in een workshop.

refusal-not-yet-shown = Dit hoort bij iets wat nog niet onthuld is; { $row } kan er nog niet bij.
refusal-workshop-closed = Deze workshop is voorbij: je kunt nog kijken, maar niets meer veranderen.
refusal-moving-locked = De begeleider heeft verplaatsen even vastgezet.
refusal-row-locked = De begeleider heeft deze kaart vastgezet.
refusal-locked-too-many = Meer dan { $most } kaartjes kunnen niet op slot.
refusal-card-hidden = Dit kaartje is nog verborgen. Onthul het eerst, want iedereen zou zien welk kaartje je bedoelt.
refusal-not-on-the-screen = Het scherm van de zaal kan dit tonen: wat de stap vraagt, de opdracht, het bord, de curve, de resultaten, de vergelijking of de toegangscode.
refusal-card-gone = Dit kaartje staat op geen kaart van de workshop meer.
refusal-not-in-this-step = Dat hoort niet bij deze stap. Zet het op de parkeerplaats, dan gaat het niet verloren.
refusal-step-is-to-be = Deze stap gaat over de to-be, en dit is de as-is. Open de to-be en schrijf het daar.
refusal-answer-stays = Wat je zei, ging over een ander moment. Haal het weg en zeg het van dit moment.
refusal-not-yours = Iemand anders heeft dit gemaakt. Vraag diegene of de begeleider om het te veranderen.
refusal-others-built-on = Anderen hebben hier iets aan toegevoegd. Vraag de begeleider om het te verwijderen.
refusal-vote-over = Deze stemming is niet open.
refusal-vote-on-nothing = Waar je op stemde, staat niet meer op de kaart.
refusal-vote-value = Dat is geen van de antwoorden.
refusal-vote-twice = Je hebt deze stem al uitgebracht.
refusal-vote-budget = { $budget ->
    [one] Je hebt één stip en die is geplaatst. Haal hem weg om hem ergens anders te plaatsen.
   *[other] Al je { $budget } stippen zijn geplaatst. Haal er een weg om hem ergens anders te plaatsen.
}
refusal-vote-cap = { $cap ->
    [one] Je mag één stip bij iets zetten.
   *[other] Je mag hoogstens { $cap } stippen bij hetzelfde zetten.
}
refusal-undo-reveal = Wat onthuld is, is gezien: dat kan niet ongedaan worden gemaakt.

row-votes = stem
row-verdicts = oordeel
row-parked = briefje op de parkeerplaats
row-decisions = besluit
row-credits = auteur
the-votes = de stem
the-verdicts = het oordeel
the-parked = het briefje op de parkeerplaats
the-decisions = het besluit
the-credits = de auteur

field-votes-round = ronde
field-votes-item = waarop gestemd wordt
field-votes-slot = stip
field-votes-question = vraag
field-votes-value = score
field-votes-named = met naam
field-verdicts-item = waar het over gaat
field-verdicts-verdict = oordeel
field-verdicts-note = toelichting
field-parked-text = briefje
field-parked-kind = soort briefje
field-decisions-text = besluit
field-decisions-owner = eigenaar
field-decisions-review-on = datum waarop we terugkijken
field-credits-person = auteur

told-count-votes = { $n ->
    [one] één stem
   *[other] { $n } stemmen
}
told-count-verdicts = { $n ->
    [one] één oordeel
   *[other] { $n } oordelen
}
told-count-parked = { $n ->
    [one] één briefje op de parkeerplaats
   *[other] { $n } briefjes op de parkeerplaats
}
told-count-decisions = { $n ->
    [one] één besluit
   *[other] { $n } besluiten
}
told-count-credits = { $n ->
    [one] één auteur
   *[other] { $n } auteurs
}
told-reveal = { $n ->
    [0] onthulde wat de groep schreef
   *[other] onthulde wat de groep schreef: { $what }
}
told-value-confirm = bevestigd
told-value-contest = betwist
told-value-unsure = niet zeker
told-value-parked = geparkeerd
told-value-idea = idee
told-value-decision = besluit
told-value-note = notitie van de begeleiders
