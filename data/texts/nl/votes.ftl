# Wat een stemming op de kaart achterlaat.

voting-pain = Als pijnpunt gekozen: “{ $moment }”
voting-customers = { $n ->
    [one] 1 klant
   *[other] { $n } klanten
}
