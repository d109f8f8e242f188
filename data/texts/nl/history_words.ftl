# Wat er op een kaart veranderde, na iemands naam: “Noor verplaatste …”.

told-made = maakte de kaart “{ $title }”
told-made-with = maakte de kaart “{ $title }” met { $what }
told-undo = maakte een wijziging ongedaan: { $what }
told-redo = deed een wijziging opnieuw: { $what }
told-with = { $done }, met { $what }
told-and = { $most } en { $last }

told-add = voegde { $the } “{ $name }” toe
told-add-at = voegde { $the } “{ $name }” toe aan “{ $parent }”
told-add-unnamed = voegde { $the } toe
told-remove = verwijderde { $the } “{ $name }”
told-remove-at = verwijderde { $the } “{ $name }” uit “{ $parent }”
told-remove-with = verwijderde { $the } “{ $name }” met { $what }
told-remove-unnamed = verwijderde { $the }

told-move-to = verplaatste “{ $name }” naar “{ $parent }”
told-move-behind = verplaatste “{ $name }” tot achter “{ $after }”
told-move-first = verplaatste “{ $name }” naar voren

told-rename = veranderde { $the } { $before } in { $value }
told-set = veranderde “{ $name }”: { $field } van { $before } naar { $value }
told-set-to = veranderde “{ $name }”: { $field } is { $value }
told-set-cleared = veranderde “{ $name }”: { $field } is niet meer { $before }
told-set-origin = veranderde “{ $name }”: waar het in de as-is vandaan komt
told-set-long = veranderde “{ $name }”: { $field }

told-set-moments-moment-of-truth-yes = merkte “{ $name }” aan als moment van de waarheid
told-set-moments-moment-of-truth-no = ziet “{ $name }” niet meer als moment van de waarheid
told-set-moments-optional-yes = maakte “{ $name }” optioneel
told-set-moments-optional-no = maakte “{ $name }” niet langer optioneel
told-set-channels-owned-yes = zei dat het kanaal “{ $name }” van ons is
told-set-channels-owned-no = zei dat het kanaal “{ $name }” niet van ons is
told-set-channels-assumed-yes = zei dat het kanaal “{ $name }” al vóór de kanalenronde was genoemd
told-set-channels-assumed-no = zei dat het kanaal “{ $name }” in de kanalenronde is gevonden

told-many-add = voegde { $what } toe
told-many-set = veranderde { $what }
told-many-move = verplaatste { $what }
told-many-remove = verwijderde { $what }

told-count-maps = { $n ->
    [one] de kaart
   *[other] { $n } kaarten
}
told-count-personas = { $n ->
    [one] de persona
   *[other] { $n } persona’s
}
told-count-channels = { $n ->
    [one] één kanaal
   *[other] { $n } kanalen
}
told-count-episodes = { $n ->
    [one] één episode
   *[other] { $n } episodes
}
told-count-moments = { $n ->
    [one] één micromoment
   *[other] { $n } micromomenten
}
told-count-touchpoints = { $n ->
    [one] één contactpunt
   *[other] { $n } contactpunten
}
told-count-needs = { $n ->
    [one] één behoefte
   *[other] { $n } behoeften
}
told-count-backstage-steps = { $n ->
    [one] één stap achter de schermen
   *[other] { $n } stappen achter de schermen
}
told-count-pain-points = { $n ->
    [one] één pijnpunt
   *[other] { $n } pijnpunten
}
told-count-communications = { $n ->
    [one] één communicatie
   *[other] { $n } communicaties
}
told-count-paths = { $n ->
    [one] één pad
   *[other] { $n } paden
}
told-count-path-steps = { $n ->
    [one] één stap van een pad
   *[other] { $n } stappen van paden
}
told-count-origins = { $n ->
    [one] één herkomst
   *[other] { $n } herkomsten
}
told-count-places = { $n ->
    [one] één plaats in het netwerk
   *[other] { $n } plaatsen in het netwerk
}

told-value-yes = ja
told-value-no = nee
told-value-as-is = as-is
told-value-to-be = to-be
told-value-en = Engels
told-value-nl = Nederlands
told-value-assumed = aangenomen
told-value-internal = interne gegevens
told-value-validated = bevestigd door een klant
told-value-happy = goed
told-value-unhappy = slecht
told-value-loop = lus
told-value-abandoned = afgehaakt
