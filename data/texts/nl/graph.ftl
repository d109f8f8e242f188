# De reis als graaf.

graph-kind-happy = goed pad
graph-kind-unhappy = slecht pad
graph-kind-loop = lus
graph-kind-abandoned = afgebroken
graph-kind-order = volgorde op de kaart, op geen pad
graph-share = { $path }, { $share } % van de klanten
graph-legend-height = Hoe hoger een moment staat, hoe beter het voelt.
graph-legend-height-to-be = Hoe hoger een moment staat, hoe beter het moet voelen.
graph-legend-unaimed = Een open moment met een stippelrand: er is nog geen beoogde emotie.
graph-legend-unknown = Een open moment met een stippelrand: de gevoelde emotie is nog niet bekend.
graph-told-felt = Gevoeld: { $felt }
graph-told-targeted = Beoogd: { $felt }
graph-told-channels = Kanalen: { $all }
graph-told-needs = Behoeften: { $all }
graph-told-teams = Teams: { $all }
graph-told-systems = Systemen: { $all }
graph-told-truth = Moment van de waarheid

# Wat opvalt, in één zin

graph-out-empty = Er zijn nog geen micromomenten: voeg ze toe op de kaart, dan verschijnen ze hier.
graph-out-no-paths =
    { $moments ->
        [one] Er is één micromoment en nog geen pad, dus het staat op zichzelf.
       *[other] Er is nog geen pad getekend, dus je ziet de { $moments } micromomenten gewoon op volgorde: hoe gaan mensen er echt doorheen?
    }
graph-out-dead-ends =
    { $count ->
        [one] Voor sommige mensen eindigt de reis vóór het doel: bij “{ $moment }”.
       *[other] Voor sommige mensen eindigt de reis vóór het doel: er zijn { $count } van zulke einden, het eerste bij “{ $moment }”.
    }
graph-out-only-happy = Alleen het goede pad is getekend: wat gebeurt er als er iets misgaat, of als iemand afhaakt?
graph-out-returns =
    { $count ->
        [one] Op “{ $path }” komen mensen terug bij een micromoment waar ze al waren: “{ $moment }”.
       *[other] Op “{ $path }” komen mensen { $count } keer terug bij micromomenten waar ze al waren, de eerste keer bij “{ $moment }”.
    }
graph-out-switches =
    { $count ->
        [one] Op “{ $path }” moeten mensen één keer alle kanalen verlaten waarin ze zitten, in { $steps } stappen.
       *[other] Op “{ $path }” moeten mensen { $count } keer alle kanalen verlaten waarin ze zitten, in { $steps } stappen.
    }
graph-out-calm = Er lopen { $paths } paden door { $moments } micromomenten, en niemand hoeft terug of van kanaal te wisselen.

# De tabel die hetzelfde zegt

graph-column-episode = Episode
graph-column-feels = Gevoel
graph-column-paths = Paden
graph-column-channels = Kanalen
graph-column-touchpoints = Contactpunten
graph-column-whose = Van wie
graph-column-left = Wissels ervandaan
graph-column-taken = Wissels ernaartoe
graph-column-served = Behoeften, of momenten ermee
graph-column-behind = Erachter
graph-column-causes = Pijnpunten veroorzaakt
graph-column-fate = Wat ervan werd
graph-column-felt = Gevoeld
graph-column-targeted = Beoogd

# Kanalen

graph-note-channels = Met de klok mee, in de volgorde waarin mensen de kanalen voor het eerst tegenkomen. Hoe groter, hoe meer contactpunten.
graph-channel-owned = van ons
graph-channel-brought = niet van ons
graph-touchpoints = { $n ->
    [0] geen contactpunt
    [one] één contactpunt
   *[other] { $n } contactpunten
}
graph-switch-told = { $n ->
    [one] { $one } → { $other }: één wissel
   *[other] { $one } → { $other }: { $n } wissels
}
graph-legend-unused = Open: nog op geen enkel moment gebruikt.
graph-legend-switch = Een wissel: mensen moeten alle kanalen verlaten waarin ze zitten. Hoe breder, hoe vaker.
graph-out-no-channels = Er zijn nog geen kanalen: via welke kanalen gebeuren de micromomenten?
graph-out-no-switches =
    { $channels ->
        [one] Er is één kanaal, en niemand hoeft te wisselen.
       *[other] Er zijn { $channels } kanalen, en niemand hoeft alle kanalen te verlaten om verder te kunnen.
    }
graph-out-switch-most =
    { $n ->
        [one] Mensen moeten één keer van kanaal wisselen: van “{ $one }” naar “{ $other }”.
       *[other] De wissel die mensen het vaakst moeten maken, is van “{ $one }” naar “{ $other }”: { $n } van de { $count } keer dat ze alle kanalen moeten verlaten waarin ze zitten.
    } { $brought ->
        [0] Alle { $channels } kanalen zijn van ons.
        [one] Eén van de { $channels } kanalen is niet van ons.
       *[other] { $brought } van de { $channels } kanalen zijn niet van ons.
    }
graph-out-switch-equal =
    { $others ->
        [one] Mensen moeten { $count } keer van kanaal wisselen; van “{ $one }” naar “{ $other }” komt even vaak voor als één andere wissel.
       *[other] Mensen moeten { $count } keer van kanaal wisselen; van “{ $one }” naar “{ $other }” komt even vaak voor als { $others } andere wissels.
    } { $brought ->
        [0] Alle { $channels } kanalen zijn van ons.
        [one] Eén van de { $channels } kanalen is niet van ons.
       *[other] { $brought } van de { $channels } kanalen zijn niet van ons.
    }

# Momenten en behoeften

graph-note-needs = Elke episode met links de momenten en rechts de behoeften die daar voor het eerst opkomen.
graph-served-at = { $n ->
    [one] Op één moment:
   *[other] Op { $n } momenten:
}
graph-need-badly = mensen voelen zich meestal slecht waar dit speelt
graph-need-lost = Was een behoefte in de as-is, en geen moment van deze kaart vervult haar.
graph-legend-moment-needless = Gestreept: een moment zonder behoefte die iemand heeft genoemd.
graph-legend-need = Een behoefte (afgerond); met een dikke rand waar meer momenten haar vervullen.
graph-legend-need-badly = ⚠ Een behoefte op momenten waar mensen zich meestal slecht voelen.
graph-legend-need-lost = ✗ Gestreept: een behoefte uit de as-is die hier geen moment vervult.
graph-out-no-needs =
    { $moments ->
        [one] Er is nog geen behoefte genoemd bij het ene micromoment: waarom doen mensen het?
       *[other] Er is nog geen behoefte genoemd bij een van de { $moments } micromomenten: waarom doen mensen wat ze doen?
    }
graph-out-needs-lost =
    { $n ->
        [one] Eén behoefte uit de as-is wordt op deze kaart door geen enkel micromoment vervuld.
       *[other] { $n } behoeften uit de as-is worden op deze kaart door geen enkel micromoment vervuld.
    }
graph-out-needs-bad =
    { $n ->
        [one] Eén van de { $needs } behoeften speelt op momenten waar mensen zich meestal slecht voelen: “{ $need }”.
       *[other] { $n } van de { $needs } behoeften spelen op momenten waar mensen zich meestal slecht voelen, zoals “{ $need }”.
    } { $bare ->
        [0] Elk moment vervult een behoefte.
        [one] Bij één moment heeft niemand een behoefte genoemd.
       *[other] Bij { $bare } momenten heeft niemand een behoefte genoemd.
    }
graph-out-need-most =
    { $equal ->
        [0] “{ $need }” komt op { $n } momenten op, meer dan elke andere behoefte.
       *[other] “{ $need }” komt op { $n } momenten op, net als andere behoeften.
    } { $bare ->
        [0] Elk moment vervult een behoefte.
        [one] Bij één moment heeft niemand een behoefte genoemd.
       *[other] Bij { $bare } momenten heeft niemand een behoefte genoemd.
    }
graph-out-needs-once =
    { $needs ->
        [one] Er is één behoefte genoemd, op één moment.
       *[other] Er zijn { $needs } behoeften genoemd, elk op één moment.
    } { $bare ->
        [0] Elk moment vervult een behoefte.
        [one] Bij één van de { $moments } momenten heeft niemand een behoefte genoemd.
       *[other] Bij { $bare } van de { $moments } momenten heeft niemand een behoefte genoemd.
    }

# Achter de schermen

graph-note-backstage = Boven de teams, in het midden de momenten op volgorde, onder de systemen.
graph-kind-team = team
graph-kind-system = systeem
graph-behind = { $n ->
    [one] achter één moment
   *[other] achter { $n } momenten
}
graph-causes = { $n ->
    [one] één pijnpunt komt hiervandaan
   *[other] { $n } pijnpunten komen hiervandaan
}
graph-bottleneck = het waarschijnlijke knelpunt
graph-together-told = { $n ->
    [one] { $one } en { $other } moeten op één moment samenwerken
   *[other] { $one } en { $other } moeten op { $n } momenten samenwerken
}
graph-legend-nobody-behind = Open: nog geen stap achter de schermen.
graph-legend-line-team = wordt gedaan door dit team
graph-legend-line-system = heeft dit systeem nodig
graph-legend-line-together = moeten samenwerken; hoe breder, op hoe meer momenten
graph-out-no-teams =
    { $moments ->
        [one] Achter het ene micromoment is nog geen team genoemd: wie zorgt ervoor?
       *[other] Achter geen van de { $moments } micromomenten is al een team genoemd: wie zorgt ervoor?
    }
graph-out-one-team =
    { $n ->
        [one] Achter de schermen is alleen “{ $team }” genoemd, op één moment.
       *[other] Achter de schermen is alleen “{ $team }” genoemd, op { $n } momenten.
    }
graph-out-teams-even = { $teams } teams staan achter { $moments } momenten, en geen ervan springt eruit als knelpunt.
graph-out-bottleneck =
    Bij “{ $team }” kan het vastlopen: het staat achter { $n } van de { $moments } momenten met een team{ $causes ->
        [0] {""}
        [one] , één pijnpunt komt ervandaan
       *[other] , { $causes } pijnpunten komen ervandaan
    }{ $partners ->
        [0] {""}
        [one] , en één ander team moet ermee samenwerken
       *[other] , en { $partners } andere teams moeten ermee samenwerken
    }.

# To-be over as-is

graph-note-over = De to-be van links naar rechts; hoe hoger, hoe beter het moet voelen. Wat verdween, staat waar het werd gevoeld.
graph-told-was-felt = In de as-is: { $felt }
graph-fate-kept = gebleven
graph-fate-changed = veranderd
graph-fate-moved = verplaatst
graph-fate-moved-channel = ander kanaal
graph-fate-merged = samengevoegd
graph-fate-split = gesplitst
graph-fate-removed = ✗ verdwenen
graph-fate-new = nieuw
graph-fate-open = nog niet behandeld
graph-fate-was = open: zoals het was ({ $fate })
graph-legend-way-kept = een weg die bleef
graph-legend-way-gone = een weg die verdween
graph-legend-way-new = een nieuwe weg
graph-legend-became = wat ervan werd
graph-out-over-alone = Deze weergave legt een to-be over de as-is waaruit hij is gemaakt: open hem bij een to-be die er een heeft.
graph-out-over-same =
    { $n ->
        [one] Er is nog niets veranderd: het ene moment van de as-is is zoals het was.
       *[other] Er is nog niets veranderd: alle { $n } momenten van de as-is zijn zoals ze waren.
    }
graph-out-over =
    Van { $n ->
        [one] één as-is-moment
       *[other] { $n } as-is-momenten
    }: { $kept } als voorheen, { $other } in een andere vorm, { $removed } verdwenen. Nieuw: { $new }.

# Metingen, elk een zin

graph-finding-no-paths =
    { $moments ->
        [one] Er is nog geen pad getekend door het ene micromoment.
       *[other] Er is nog geen pad getekend: in welke volgorde gaan mensen echt door de { $moments } micromomenten?
    }
graph-finding-only-happy =
    { $paths ->
        [one] Het enige pad is het goede: wat gebeurt er als er iets misgaat, of als iemand afhaakt?
        [2] Beide paden zijn goede: wat gebeurt er als er iets misgaat, of als iemand afhaakt?
       *[other] Alle { $paths } paden zijn goede: wat gebeurt er als er iets misgaat, of als iemand afhaakt?
    }
graph-finding-dead-ends =
    { $n ->
        [one] Sommige mensen bereiken het doel niet: voor hen eindigt het bij “{ $moment }”.
       *[other] Sommige mensen bereiken het doel niet: het eindigt bij { $n } micromomenten, waarvan “{ $moment }” het eerste is.
    }
graph-finding-loop-minutes =
    { $n ->
        [one] Op “{ $path }” komen mensen opnieuw bij “{ $moment }”, en dat kost ze { $time }.
       *[other] Op “{ $path }” komen mensen { $n } keer terug, eerst bij “{ $moment }”, en dat kost ze { $time }.
    }
graph-finding-loop-at-least =
    { $n ->
        [one] Op “{ $path }” komen mensen opnieuw bij “{ $moment }”, en dat kost ze minstens { $time }: niet alle zijn bekend.
       *[other] Op “{ $path }” komen mensen { $n } keer terug, eerst bij “{ $moment }”, en dat kost ze minstens { $time }: niet alle zijn bekend.
    }
graph-finding-loop =
    { $n ->
        [one] Op “{ $path }” komen mensen opnieuw bij “{ $moment }”. Hoeveel minuten dat kost, is nog niet bekend.
       *[other] Op “{ $path }” komen mensen { $n } keer terug, eerst bij “{ $moment }”. Hoeveel minuten dat kost, is nog niet bekend.
    }
graph-finding-repeat = Op “{ $path }” wenden mensen zich { $n } keer tot “{ $channel }” voor dezelfde behoefte: “{ $need }”.
graph-finding-switches =
    { $n ->
        [one] Op “{ $path }” moeten mensen één keer alle kanalen verlaten waarin ze zitten, in { $steps } stappen: op geen ander pad vaker.
       *[other] Op “{ $path }” moeten mensen { $n } keer in { $steps } stappen alle kanalen verlaten waarin ze zitten: op geen ander pad vaker.
    }
graph-finding-switches-too =
    { $n ->
        [one] Op “{ $path }” moeten mensen één keer alle kanalen verlaten waarin ze zitten, in { $steps } stappen.
       *[other] Op “{ $path }” moeten mensen { $n } keer in { $steps } stappen alle kanalen verlaten waarin ze zitten.
    }
graph-finding-crossing =
    { $paths ->
        [2] Beide paden gaan langs “{ $moment }”: gaat het daar mis, dan merkt iedereen dat.
       *[other] { $n } van de { $paths } paden gaan langs “{ $moment }”, en langs geen moment gaan er meer: gaat het daar mis, dan merken velen dat.
    }
graph-finding-between =
    “{ $moment }” verbindt het meest: { $share ->
        [0] minder dan 1
       *[other] { $share }
    } % van alle paren van andere micromomenten is erdoor verbonden.
graph-finding-shortest-steps = De kortste weg naar het doel is { $steps ->
        [one] één stap.
       *[other] { $steps } stappen.
    }
graph-finding-shortest-minutes = De kortste weg naar het doel duurt { $time } ({ $steps ->
        [one] één stap
       *[other] { $steps } stappen
    }).
graph-finding-longest-steps = De langste weg naar het doel is “{ $path }”: { $steps ->
        [one] één stap.
       *[other] { $steps } stappen.
    }
graph-finding-longest-minutes = De langste weg naar het doel is “{ $path }”: die duurt { $time } ({ $steps ->
        [one] één stap
       *[other] { $steps } stappen
    }).
graph-finding-unreachable =
    { $n ->
        [one] “{ $moment }” staat op een pad, maar vanaf het begin van de reis leidt er geen weg naartoe.
       *[other] { $n } micromomenten staan op een pad, maar vanaf het begin van de reis leidt er geen weg naartoe; het eerste is “{ $moment }”.
    }
graph-finding-off-paths =
    { $n ->
        [one] “{ $moment }” staat op geen enkel pad; de paden beslaan { $share } % van de micromomenten.
       *[other] { $n } micromomenten staan op geen enkel pad, waarvan “{ $moment }” het eerste is; de paden beslaan { $share } % van alle.
    }
graph-finding-bottleneck =
    “{ $team }” staat achter { $n } van de { $moments } momenten met een team{ $causes ->
        [0] {""}
        [one] , en één pijnpunt komt ervandaan
       *[other] , en { $causes } pijnpunten komen ervandaan
    }: loopt het daar vast, dan wacht dat allemaal.

# Om mee te nemen

graph-column-name = Naam
graph-column-before = Komt na
graph-column-after = Leidt naar
graph-take-whole = Toon alles
graph-take-ground = Licht of donker
graph-take-aria = Het netwerk. Met de pijltjes links en rechts loop je van knooppunt naar knooppunt; de tabel eronder zegt hetzelfde.
graph-take-table = Hetzelfde als tabel
refusal-graph-view = Er is geen weergave “{ $name }”. Wel: { $names }.
refusal-graph-no-fonts = De letters voor een plaatje konden op deze computer niet worden klaargezet. Neem het SVG-bestand of de HTML-pagina.
refusal-graph-too-large = Dit plaatje maken duurde te lang. Neem het SVG-bestand of de HTML-pagina.
