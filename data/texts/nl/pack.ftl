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
