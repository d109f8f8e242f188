# De coach: wat een kaart nog mist. Kort, vriendelijk, nooit een verwijt; noemt waar het over gaat.

coach-persona = de klant
coach-persona-missing = Wiens reis is het? Geef de persona een naam.
coach-goal = Wat wil { $persona } met deze reis bereiken?
coach-scope = Waar begint de reis van { $persona }, en waar eindigt die?
coach-no-episodes = Begin met de episodes: vijf tot zeven, in de woorden van { $persona }.
coach-few-episodes = { $n ->
    [one] Er is tot nu toe één episode; { $least } tot { $most } is gebruikelijk. Wat komt ervoor, of erna?
   *[other] Er zijn tot nu toe { $n } episodes; { $least } tot { $most } is gebruikelijk. Ontbreekt er een?
}
coach-many-episodes = { $n } episodes zijn lastig te onthouden; { $least } tot { $most } is gebruikelijk. Horen er twee bij elkaar?
coach-empty-episode = { $more ->
    [0] “{ $episode }” heeft nog geen micromomenten.
    [one] “{ $episode }” en nog één episode hebben nog geen micromomenten.
   *[other] “{ $episode }” en nog { $more } episodes hebben nog geen micromomenten.
}
coach-thin-episode = { $n ->
    [one] “{ $episode }” heeft 1 micromoment; andere hebben er { $least } tot { $most }.
   *[other] “{ $episode }” heeft { $n } micromomenten; andere hebben er { $least } tot { $most }.
}
coach-thin-episode-same = { $n ->
    [one] “{ $episode }” heeft 1 micromoment; andere hebben er { $most }.
   *[other] “{ $episode }” heeft { $n } micromomenten; andere hebben er { $most }.
}
coach-only-ours = Elk moment tot nu toe is er een van ons. Wat doet { $persona } zonder ons: vrienden, recensies, een concurrent?
coach-no-channel = { $more ->
    [0] Hoe gaat “{ $moment }”? Er staat nog geen kanaal bij.
   *[other] Hoe gaat “{ $moment }”? Er staat nog geen kanaal bij, en bij nog { $more ->
        [one] één micromoment ook niet.
       *[other] { $more } micromomenten ook niet.
    }
}
coach-no-need = { $more ->
    [0] Wat heeft { $persona } nodig bij “{ $moment }”? Er staat nog geen behoefte bij.
    [one] Wat heeft { $persona } nodig bij “{ $moment }” en bij nog één micromoment? Er staat nog geen behoefte bij.
   *[other] Wat heeft { $persona } nodig bij “{ $moment }” en bij nog { $more } micromomenten? Er staat nog geen behoefte bij.
}
coach-solution = “{ $need }” is misschien al een oplossing (“{ $solution }”). Wat zou { $persona } daaraan hebben?
coach-no-path = Teken een eerste pad: welke weg nemen de meeste mensen zoals { $persona }?
coach-only-happy = Alleen het goede pad is getekend. Wat gebeurt er met { $persona } als er iets misgaat, of als het te lang duurt?
coach-guessed = { $n ->
    [1] De gevoelde emotie bij “{ $moment }” is nog een vermoeden. Wie kan vertellen hoe het echt was?
   *[other] { $n } van de { $of } gevoelde emoties zijn nog een vermoeden. Wie kan vertellen hoe “{ $moment }” echt voelde?
}
coach-no-feeling = { $more ->
    [0] Hoe voelt { $persona } zich bij “{ $moment }”?
    [one] Hoe voelt { $persona } zich bij “{ $moment }” en bij nog één micromoment?
   *[other] Hoe voelt { $persona } zich bij “{ $moment }” en bij nog { $more } micromomenten?
}
coach-no-target = Wat moet { $persona } gaan voelen? Geen enkele episode heeft al een beoogde emotie.
coach-target-reversed = Begin bij het eind: wat moet { $persona } voelen in “{ $episode }”?
coach-moment-untargeted = { $more ->
    [0] Wat moet { $persona } voelen bij “{ $moment }”? Het heeft geen beoogde emotie, en de episode ook niet.
    [one] Wat moet { $persona } voelen bij “{ $moment }” en bij nog één micromoment? Daar staat nog geen beoogde emotie bij.
   *[other] Wat moet { $persona } voelen bij “{ $moment }” en bij nog { $more } micromomenten? Daar staat nog geen beoogde emotie bij.
}
coach-as-is-open = { $more ->
    [0] “{ $moment }” uit de as-is heeft geen plek in de to-be. Mag het weg?
    [one] “{ $moment }” en nog één micromoment uit de as-is hebben geen plek in de to-be. Mogen ze weg?
   *[other] “{ $moment }” en nog { $more } micromomenten uit de as-is hebben geen plek in de to-be. Mogen ze weg?
}
coach-third-person = “{ $moment }” leest het beste als iets wat je zelf doet: “{ $put }”.
coach-no-customer = Er is geen klant in de zaal. Wie kan zeggen hoe het echt is voor { $persona }?
coach-no-front-line = Niemand hier lijkt elke dag klanten te spreken. Wie uit de praktijk kan aanschuiven?
coach-team-missing = { $n ->
    [one] { $teams } werkt achter deze momenten, maar lijkt niet in de zaal te zijn.
   *[other] { $teams } werken achter deze momenten, maar lijken niet in de zaal te zijn.
}
