# Het bestuursoverzicht: één pagina voor wie beslist.

pack-felt = zo voelt het nu
pack-aimed = zo moet het voelen
pack-figures = In cijfers
pack-before = nu
pack-after = straks
pack-pains = De tien ergste pijnpunten, en wat erop antwoordt
pack-none = Nog geen.
pack-unanswered = nog geen antwoord
pack-improvements = De drie sterkste verbeteringen
pack-open = Nog open
pack-nothing-open = Niets: over alles is besloten.
pack-validation = Door klanten bevestigd
pack-beside = naast “{ $title }”
pack-covers = bekend voor { $before } van { $of_before } → { $after } van { $of_after }
pack-by = { $numbers }, door: { $words }
pack-dropped = vervallen, zoals besloten
pack-gone = weg, zonder dat iemand dat besloot
pack-perhaps = misschien: { $answer }
pack-do = Bestuursoverzicht
pack-help = Eén pagina voor wie beslist: het verhaal, de cijfers, de pijnpunten en wat nog open is
pack-alt = Het bestuursoverzicht op één pagina. Alles wat erop staat, staat als tekst in de pdf.
refusal-pack-no-as-is = Een bestuursoverzicht zet een to-be naast haar as-is. Deze kaart heeft er geen die je kunt zien.
pack-open-need = { $n ->
    [one] één behoefte zonder micromoment
   *[other] { $n } behoeften zonder micromoment
}
pack-open-reworded = { $n ->
    [one] één behoefte die nu iets anders zegt
   *[other] { $n } behoeften die nu iets anders zeggen
}
pack-open-pain = { $n ->
    [one] één pijnpunt zonder antwoord
   *[other] { $n } pijnpunten zonder antwoord
}
pack-open-undecided = { $n ->
    [one] één micromoment onbeslist
   *[other] { $n } micromomenten onbeslist
}
pack-open-not-dealt-with = { $n ->
    [one] één latere wijziging van de as-is niet verwerkt
   *[other] { $n } latere wijzigingen van de as-is niet verwerkt
}
pack-open-silent = { $n ->
    [one] één episode zonder communicatie
   *[other] { $n } episodes zonder communicatie
}
pack-open-guess = { $n ->
    [one] één micromoment aangenomen, aan niemand gevraagd
   *[other] { $n } micromomenten aangenomen, aan niemand gevraagd
}
exchange-format-pack-pdf = Pagina (PDF)
exchange-format-pack-pdf-about = Eén pagina om te printen en te versturen, met tekst die je kunt selecteren.
exchange-format-pack-pptx = Dia (PowerPoint)
exchange-format-pack-pptx-about = Dezelfde pagina als dia waarin elke tekst, tabel en lijn te bewerken is.
exchange-format-pack-png = Plaatje (PNG)
exchange-format-pack-png-about = Dezelfde pagina als plaatje, voor een bericht of een document.
refusal-pack-no-fonts = De lettertypen voor deze pagina konden op deze computer niet worden klaargemaakt. Neem de dia.
