# Wat een stap heeft opgeleverd en nog niet op de kaart staat.

gain-more = { $n ->
    [one] nog één
   *[other] nog { $n }
}
gain-felt = { $n ->
    [one] Wat de zaal bij één moment voelt, staat niet op de kaart
   *[other] Wat de zaal bij { $n } momenten voelt, staat niet op de kaart
}
gain-truth = { $n ->
    [one] De eerste van de stemming is nog geen moment van de waarheid
   *[other] De eerste { $n } van de stemming zijn nog geen momenten van de waarheid
}
gain-pain = { $n ->
    [one] Waar het meest te winnen is, staat nog geen pijnpunt
   *[other] Waar het meest te winnen is, staan nog geen pijnpunten
}
gain-decisions = { $n ->
    [one] Het idee dat eerste werd, is nog geen besluit
   *[other] De { $n } ideeën die eerste werden, zijn nog geen besluiten
}
gain-evidence = { $n ->
    [one] Eén punt dat klanten bevestigden, is niet vastgelegd als bewijs
   *[other] { $n } punten die klanten bevestigden, zijn niet vastgelegd als bewijs
}
gain-alike = { $n ->
    [one] Eén groep zegt bijna hetzelfde en is niet samengevoegd
   *[other] { $n } groepen zeggen bijna hetzelfde en zijn niet samengevoegd
}
gain-episodes = { $n ->
    [one] Eén groep episodes zegt bijna hetzelfde en is niet samengevoegd
   *[other] { $n } groepen episodes zeggen bijna hetzelfde en zijn niet samengevoegd
}
gain-do-episodes = { $n ->
    [one] Voeg deze groep samen
   *[other] Voeg alle { $n } groepen samen
}
gain-told-episodes = { $n ->
    [one] Eén groep episodes is samengevoegd. Ongedaan maken haalt hem weer uit elkaar.
   *[other] { $n } groepen episodes zijn samengevoegd. Ongedaan maken haalt ze weer uit elkaar.
}
gain-kind-episodes = Episodes
gain-wordings = { $n ->
    [one] De meesten willen één moment veranderen, maar ieder in andere woorden
   *[other] De meesten willen { $n } momenten veranderen, maar ieder in andere woorden
}
gain-kind-wordings = Woorden
gain-channels = { $n ->
    [one] Eén kanaal staat twee keer op de kaart
   *[other] { $n } kanalen staan twee keer op de kaart
}
gain-unplaced = { $n ->
    [one] Eén kanaal heeft geen micromoment
   *[other] { $n } kanalen hebben geen micromoment
}
gain-paths = { $n ->
    [one] Eén pad loopt langs geen enkel micromoment
   *[other] { $n } paden lopen langs geen enkel micromoment
}
gain-parked = { $n ->
    [one] Over één notitie op de parkeerplaats is nog niets besloten
   *[other] Over { $n } notities op de parkeerplaats is nog niets besloten
}

gain-do-felt = Neem over op de kaart
gain-do-truth = { $n ->
    [one] Markeer als moment van de waarheid
   *[other] Markeer de eerste { $n }
}
gain-do-pain = { $n ->
    [one] Markeer als pijnpunt
   *[other] Markeer deze { $n } als pijnpunten
}
gain-do-decisions = { $n ->
    [one] Leg vast als besluit
   *[other] Leg deze { $n } vast als besluiten
}
gain-do-evidence = { $n ->
    [one] Leg vast als bewijs
   *[other] Leg deze { $n } vast als bewijs
}
gain-do-alike = { $n ->
    [one] Voeg deze groep samen
   *[other] Voeg alle { $n } groepen samen
}
gain-do-channels = Maak er één van

gain-help-felt = Het middelste antwoord wordt de ervaren emotie, als inschatting van de zaal. Wat klanten hebben bevestigd, blijft.
gain-help-evidence = Wat klanten bevestigden, staat dan op de kaart als gevalideerd, met wie en wanneer. Wat ze betwisten, blijft om over te praten.
gain-told-felt = De kaart laat nu zien wat de zaal voelt.
gain-told-truth = { $n ->
    [one] Eén moment van de waarheid is gemarkeerd.
   *[other] { $n } momenten van de waarheid zijn gemarkeerd.
}
gain-told-pain = { $n ->
    [one] Eén pijnpunt is gemarkeerd.
   *[other] { $n } pijnpunten zijn gemarkeerd.
}
gain-told-decisions = { $n ->
    [one] Eén besluit is vastgelegd.
   *[other] { $n } besluiten zijn vastgelegd.
}
gain-told-evidence = De kaart zegt nu wat klanten hebben bevestigd.
gain-told-alike = { $n ->
    [one] Eén groep is samengevoegd. Iedereen die eraan schreef, staat erbij; ongedaan maken haalt hem weer uit elkaar.
   *[other] { $n } groepen zijn samengevoegd. Iedereen die eraan schreef, staat erbij; ongedaan maken haalt ze weer uit elkaar.
}
gain-told-channels = Elk kanaal staat nu één keer op de kaart.
gain-told = Het staat nu op de kaart. Eén keer ongedaan maken draait alles terug.
gain-told-nothing = Alles staat al op de kaart.

gain-kind-felt = Ervaren emoties
gain-kind-truth = Momenten van de waarheid
gain-kind-pain = Pijnpunten
gain-kind-decisions = Besluiten
gain-kind-evidence = Bewijs
gain-kind-alike = Bijna hetzelfde
gain-kind-channels = Kanalen
gain-kind-unplaced = Kanalen
gain-kind-paths = Paden
gain-kind-parked = Parkeerplaats

lead-gains = Nog niet op de kaart
lead-gains-done = { $kind }: op de kaart
lead-gains-before = Uit eerdere stappen
lead-gains-leave = Laat het zo
lead-gains-leave-help = Het blijft zoals het is. In de samenvatting staat aan het eind dat het is blijven liggen.
lead-gains-ask = Voordat “{ $title }” eindigt
lead-gains-ask-end = Voordat de workshop eindigt
lead-gains-all = Neem alles over
lead-gains-then-dialog = { $do } en verder
lead-gains-then-step = { $do } en beginnen
lead-gains-then-dots-now = { $do }, dan stemmen
lead-gains-then-break = { $do }, dan de pauze
lead-gains-then-close = { $do } en sluiten
lead-gains-go-on = Verder
lead-gains-show = Laat zien
summary-gains = Niet overgenomen op de kaart
summary-gains-none = Alles wat eruit kwam, staat op de kaart.
summary-gains-left = bewust zo gelaten
refusal-apart-too-many = Meer dan { $most } groepen kunnen niet apart blijven.

gain-wins = { $n ->
    [one] De snelle winst is nog geen besluit
   *[other] De { $n } snelle winsten zijn nog geen besluiten
}
gain-fates = { $n ->
    [one] De meesten willen één moment veranderen of schrappen, en dat staat nog niet op de to-be
   *[other] De meesten willen { $n } momenten veranderen of schrappen, en dat staat nog niet op de to-be
}
gain-do-wins = { $n ->
    [one] Leg vast als besluit
   *[other] Leg deze { $n } vast als besluiten
}
gain-do-fates = { $n ->
    [one] Verwerk het op de to-be
   *[other] Verwerk alle { $n } op de to-be
}
gain-help-fates = Wat de meesten willen schrappen, gaat eraf; wat de meesten willen veranderen, krijgt hun woorden, kanaal en gevoel waar die gelijk zijn. Eén keer ongedaan maken draait alles terug.
gain-told-wins = { $n ->
    [one] Eén besluit is vastgelegd. Geef het een eigenaar en een dag.
   *[other] { $n } besluiten zijn vastgelegd. Geef ze een eigenaar en een dag.
}
gain-told-fates = De to-be is nu zoals de meesten hem willen. Eén keer ongedaan maken draait het terug.
gain-kind-wins = Snelle winst
gain-kind-fates = Wat de meesten willen veranderen of schrappen
