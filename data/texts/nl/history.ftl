# Geschiedenis: wie wat wanneer veranderde, en de kaart zoals ze was.

history-by = Wijzigingen van
history-everybody = iedereen
history-somebody = Iemand
history-empty = Hier is nog niets veranderd.
history-look-help = Bekijk de kaart zoals ze hierna was
history-all = { $n ->
    [one] De ene wijziging
   *[other] Alle { $n } wijzigingen
}
history-rest = … en nog { $n }
history-newer = Nieuwer
history-older = Ouder
history-back = Terug naar de geschiedenis
history-restore = Terugzetten als kopie
history-restore-help = Maakt een nieuwe kaart van hoe het was; deze kaart blijft zoals ze is
history-restored = De kopie is er. De kaart zelf blijft zoals ze is.
history-as-it-was = Dit is de kaart zoals ze was op { $at } (revisie { $revision }). Je kunt haar hier lezen en kopiëren, niet veranderen.

outline-starts = begint: { $where }
outline-ends = eindigt: { $where }
outline-episodes = Episodes
outline-moments = Micromomenten
outline-touchpoints = Contactpunten
outline-channels = Kanalen
outline-switches = Wisselingen
outline-needs = Behoeften
outline-felt = Gevoeld: { $emotion }
outline-mean-felt = Gevoeld, gemiddeld
outline-mean-targeted = Beoogd, gemiddeld
outline-aims = Moet voelen als: { $emotion }
outline-says = Boodschap: “{ $message }”
outline-need = Behoefte: { $text }
outline-backstage = Achter de schermen: { $text }
outline-pain = Pijnpunt: { $text }
outline-minutes = Duurt { $time }
outline-all-channels = Kanalen
outline-paths = Paden
