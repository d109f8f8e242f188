# De reis als graaf.

graph-kind-happy = goed pad
graph-kind-unhappy = slecht pad
graph-kind-loop = lus
graph-kind-abandoned = afgebroken
graph-kind-order = volgorde op de kaart, op geen pad
graph-share = { $path }, { $share } % van de klanten
graph-legend-height = Hoe hoger een moment staat, hoe beter het voelt.
graph-legend-unknown = Een open moment met een stippelrand: nog niemand heeft gezegd hoe het voelt.
graph-told-felt = Gevoeld: { $felt }
graph-told-channels = Kanalen: { $all }
graph-told-needs = Behoeften: { $all }
graph-told-teams = Teams: { $all }
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
        [one] Voor sommige mensen eindigt de reis vóór het laatste micromoment: bij “{ $moment }”.
       *[other] Voor sommige mensen eindigt de reis vóór het laatste micromoment: er zijn { $count } van zulke einden, het eerste bij “{ $moment }”.
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
