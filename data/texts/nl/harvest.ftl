# Wat een stap heeft opgeleverd en nog niet op de kaart staat.

gain-more = { $n ->
    [one] nog één
   *[other] nog { $n }
}
gain-felt = { $n ->
    [one] Wat de groep bij één moment voelt, staat niet op de kaart
   *[other] Wat de groep bij { $n } momenten voelt, staat niet op de kaart
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
    [one] Wat klanten bevestigden, is niet als bewijs genoteerd
   *[other] Wat klanten { $n } keer bevestigden, is niet als bewijs genoteerd
}
gain-alike = { $n ->
    [one] Eén groep zegt bijna hetzelfde en is niet samengevoegd
   *[other] { $n } groepen zeggen bijna hetzelfde en zijn niet samengevoegd
}
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

gain-do-felt = Overnemen op de kaart
gain-do-truth = { $n ->
    [one] Markeren als moment van de waarheid
   *[other] De eerste { $n } markeren
}
gain-do-pain = { $n ->
    [one] Noteren als pijnpunt
   *[other] Deze { $n } noteren als pijnpunten
}
gain-do-decisions = { $n ->
    [one] Noteren als besluit
   *[other] Deze { $n } noteren als besluiten
}
gain-do-evidence = { $n ->
    [one] Noteren als bewijs
   *[other] Deze { $n } noteren als bewijs
}
gain-do-alike = { $n ->
    [one] Deze groep samenvoegen
   *[other] Alle { $n } groepen samenvoegen
}
gain-do-channels = Er één van maken

gain-told-felt = De kaart laat nu zien wat de groep voelt.
gain-told-truth = { $n ->
    [one] Eén moment van de waarheid is gemarkeerd.
   *[other] { $n } momenten van de waarheid zijn gemarkeerd.
}
gain-told-pain = { $n ->
    [one] Eén pijnpunt is genoteerd.
   *[other] { $n } pijnpunten zijn genoteerd.
}
gain-told-decisions = { $n ->
    [one] Eén besluit is genoteerd.
   *[other] { $n } besluiten zijn genoteerd.
}
gain-told-evidence = De kaart zegt nu wat klanten hebben bevestigd.
gain-told-alike = { $n ->
    [one] Eén groep is samengevoegd. Iedereen die eraan schreef, staat erbij; ongedaan maken haalt hem weer uit elkaar.
   *[other] { $n } groepen zijn samengevoegd. Iedereen die eraan schreef, staat erbij; ongedaan maken haalt ze weer uit elkaar.
}
gain-told-channels = Elk kanaal staat nu één keer op de kaart.
gain-told = Het staat nu op de kaart. Eén keer ongedaan maken draait alles terug.
gain-told-nothing = Alles staat al op de kaart.

gain-kind-felt = Gevoelde emoties
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
lead-gains-before = Uit eerdere stappen
lead-gains-leave = Zo laten
lead-gains-leave-help = Het blijft zoals het is. In de samenvatting staat aan het eind dat het is blijven liggen.
lead-gains-ask = Voordat “{ $title }” eindigt
lead-gains-ask-end = Voordat de workshop eindigt
lead-gains-take-on = { $n ->
    [one] Overnemen en verder
   *[other] Alle { $n } overnemen en verder
}
lead-gains-leave-on = Zo laten en verder
lead-gains-show = Laat zien
summary-gains = Niet overgenomen op de kaart
summary-gains-none = Alles wat eruit kwam, staat op de kaart.
summary-gains-left = bewust zo gelaten
refusal-apart-too-many = Meer dan { $most } groepen kunnen niet apart blijven.
