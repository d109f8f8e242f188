# Vergelijken: een as-is naast haar to-be.

compare-not-said = nog niet bekend

compare-choose-to-be = Welke to-be
compare-pair =
    { $felt ->
        [0] Op de as-is staat nog geen gevoelde emotie.
        [one] { $validated ->
            [0] Nog geen klant heeft de gevoelde emotie op de as-is bevestigd.
           *[other] Een klant heeft de gevoelde emotie op de as-is bevestigd.
        }
       *[other] Klanten hebben { $validated } van de { $felt } gevoelde emoties op de as-is bevestigd.
    } { $asked ->
        [0] De to-be heeft nog geen klant bevestigd.
        [one] Op de to-be hebben ze één micromoment bevestigd.
       *[other] Op de to-be hebben ze { $asked } micromomenten bevestigd.
    }
compare-no-to-be = Er is nog geen to-be
compare-no-to-be-why = Vergelijken laat zien wat een to-be behoudt, verandert, verplaatst en weglaat. Ze begint als een kopie van deze as-is, waarin elk micromoment weet waar het vandaan komt.
compare-no-to-be-watch = Zodra iemand die deze kaart begeleidt er een to-be van ontwerpt, staan ze hier naast elkaar.
compare-no-as-is = Deze to-be staat op zichzelf
compare-no-as-is-why = Ze is niet ontworpen vanuit een as-is die je hier kunt zien, dus er is niets om haar mee te vergelijken. Open een as-is en kies daar “Ontwerp de to-be” om te vergelijken.
compare-empty = Beide kaarten zijn nog leeg
compare-empty-why = Voeg eerst episodes en micromomenten toe aan de as-is; dan is er iets om opnieuw te ontwerpen.
compare-to-map = Naar de kaart

compare-view = Hoe je het bekijkt
compare-view-overlay = Over elkaar
compare-view-side = Naast elkaar
compare-view-table = Tabel

# Cijfers

compare-figure-emotion = Beoogd − gevoeld
compare-figure-emotion-note = { $share } kloof gedicht
compare-figure-emotion-no-gap = geen kloof bekend op de as-is
compare-figure-emotion-help = Het gemiddelde van wat de to-be beoogt, min het gemiddelde van wat op de as-is wordt gevoeld (de gevoelde emotie is bekend voor { $said } van de { $all } micromomenten). De kloof is hoeveel elk as-is-moment achterblijft bij zijn beoogde emotie. Een moment dat blijft houdt zijn kloof, een vervallen moment neemt hem mee, en elk ander moment dicht zoveel als de to-be beoogt.
compare-figure-moments = Micromomenten
compare-figure-moments-note = { $removed } vervallen, { $new } nieuw
compare-figure-moments-help = Hoeveel micromomenten de as-is heeft en hoeveel de to-be. { $merged } momenten van de as-is zijn samengevoegd: ze delen nu een to-be-moment met andere.
compare-figure-channels = Kanalen
compare-figure-channels-note = { $switches } wissels
compare-figure-channels-help = Kanalen die worden gebruikt. Een wissel is een stap van het ene micromoment naar het volgende zonder gedeeld kanaal: de klant moet ergens anders heen.
compare-figure-minutes = Klantmoeite
compare-figure-minutes-partly = tijd bekend voor { $before } van { $of_before } momenten in de as-is en { $after } van { $of_after } in de to-be
compare-figure-minutes-help = De minuten van alle micromomenten samen, wachten inbegrepen. Een percentage volgt zodra op beide kaarten van elk moment de minuten bekend zijn.
compare-figure-needs = Behoeften
compare-figure-needs-open = { $n } nog open
compare-figure-needs-all = elke behoefte heeft een moment
compare-figure-needs-help = Behoeften op de as-is waar een moment van de to-be nog in voorziet. De andere staan hieronder bij “Nog open”.
compare-figure-redesigned = Herontworpen
compare-figure-redesigned-note = { $changed } van de { $all }
compare-figure-redesigned-help = Het deel van de micromomenten van de to-be dat nieuw is of afwijkt van de as-is. Onder een derde is een to-be vaak de as-is met pleisters.

# Wat er van een moment werd

compare-fate-kept = behouden
compare-fate-changed = veranderd
compare-fate-moved = verplaatst
compare-fate-moved-channel = ander kanaal
compare-fate-merged = samengevoegd
compare-fate-split = gesplitst
compare-fate-removed = vervallen
compare-fate-new = nieuw

compare-does-kept = blijft zoals het is
compare-does-changed = wordt { $names }
compare-does-moved = blijft { $names }, op een andere plek
compare-does-moved-channel = blijft { $names }, via een ander kanaal
compare-does-merged = gaat op in { $names }
compare-does-split = wordt gesplitst in { $names }
compare-does-removed = is niet meer nodig
compare-does-new = is nieuw

compare-change-value = { $field }: { $before } → { $after }
compare-change-value-came = { $field } is nu { $after }
compare-change-value-went = { $field } is niet meer { $before }
compare-change-moment-of-truth-yes = Nu een moment van de waarheid
compare-change-moment-of-truth-no = Geen moment van de waarheid meer
compare-change-optional-yes = Nu optioneel
compare-change-optional-no = Niet meer optioneel
compare-change-channels-changed = Kanaal: { $gone } → { $come }
compare-change-channels-came = Ook via { $come }
compare-change-channels-went = Niet meer via { $gone }
compare-change-needs-changed = Behoefte: { $gone } → { $come }
compare-change-needs-came = Voorziet ook in de behoefte { $come }
compare-change-needs-went = Voorziet niet meer in de behoefte { $gone }
compare-change-backstage-changed = Achter de schermen: { $gone } → { $come }
compare-change-backstage-came = Nieuw achter de schermen: { $come }
compare-change-backstage-went = Achter de schermen niet meer nodig: { $gone }
compare-change-episode = Van “{ $before }” naar “{ $after }”
compare-change-order = Op een andere plek in de episode

# Over elkaar

compare-overlay-only-changed = Alleen wat verandert
compare-overlay-left-out = { $n ->
        [one] Eén behouden micromoment is weggelaten.
       *[other] { $n } behouden micromomenten zijn weggelaten.
    }
compare-overlay-hint = Kies een micromoment om te zien wat er verandert. Met de pijltjestoetsen loop je langs een kaart en van de ene kaart naar de andere.
compare-overlay-as-is = As-is: { $text } ({ $fate })
compare-overlay-to-be = To-be: { $text } ({ $fate })
compare-overlay-nothing = Alles is tot nu toe behouden: de to-be is nog een kopie van de as-is. Ontwerp haar opnieuw op de kaart, dan staat hier wat er verandert.
compare-emotion = Emotie
compare-felt = gevoeld, as-is
compare-targeted = beoogd, to-be
compare-truth = Moment van de waarheid

compare-picked-new = Nieuw in de to-be: het komt niet van een as-is-moment.
compare-picked-kept = Hier verandert niets.
compare-picked-feels = Gevoeld → beoogd: { $emotion }
compare-emotion-gone = weg
compare-picked-from = Komt van
compare-picked-becomes = Wordt
compare-close = Sluiten

# Naast elkaar

compare-side-none = Geen micromomenten.
compare-side-aim = moet voelen als { $aim }
compare-side-no-aim = beoogde emotie nog niet ingevuld
compare-side-gone = Deze episode is er niet meer in de to-be.
compare-side-new = Deze episode is nieuw.

# Tabel

compare-filter = Toon alleen
compare-count = { $n ->
        [one] één micromoment
       *[other] { $n } micromomenten
    }
compare-column-fate = Wat ervan werd
compare-column-as-is = As-is
compare-column-to-be = To-be
compare-column-emotion = Gevoeld → beoogd
compare-column-changes = Wat er verandert
compare-table-alt = Wat er van elk micromoment van de as-is werd

# Pijn

compare-pains = Pijn op de as-is en wat de to-be eraan doet
compare-pains-none = Op de as-is staan nog geen pijnpunten. Ze laten zien waar opnieuw ontwerpen het meest helpt.
compare-pains-all = Toon alle { $n }
compare-pains-few = Toon de { $n } ergste
compare-pains-alt = De pijn op de as-is, de ergste eerst, en wat de to-be eraan doet
compare-pain-moment = Pijn op de as-is
compare-pain-does = Wat de to-be doet
compare-pain-emotion = Emotie
compare-pain-story = Story
compare-pain-to-stories = Open de stories

# Nog open

compare-open = Nog open
compare-open-none = Er staat niets open: elke behoefte heeft een moment, elke episode een communicatie, en klanten hebben het gezien.
compare-open-alt = Wat de to-be openlaat, en waarom
compare-open-what = Nog open
compare-open-why = Waarom
compare-open-need = De behoefte “{ $need }” heeft geen moment in de to-be
compare-open-need-gone = verdwenen met “{ $moment }”
compare-open-need-left = die hoorde bij “{ $moment }”
compare-open-pain = “{ $pain }” doet nog steeds pijn
compare-open-pain-why = “{ $moment }” blijft zoals het is
compare-open-silent = De episode “{ $episode }” heeft nog geen communicatie
compare-open-silent-why = beoogde emotie: { $aim }
compare-open-silent-no-aim = ook de beoogde emotie is nog niet ingevuld
compare-open-nobody-asked = Geen klant heeft de to-be bevestigd
compare-open-some-asked = { $asked } van de { $all } micromomenten van de to-be zijn bevestigd door klanten
compare-open-asked-why = geen besluit zonder de klant
