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
compare-no-as-is-why = Ze is niet ontworpen vanuit een as-is die je hier kunt zien, dus er is niets om haar mee te vergelijken. Zeg hieronder bij welke as-is ze hoort, of open een as-is en kies daar “Ontwerp de to-be”.
compare-empty = Beide kaarten zijn nog leeg
compare-empty-why = Voeg eerst episodes en micromomenten toe aan de as-is; dan is er iets om opnieuw te ontwerpen.
compare-to-map = Naar de kaart

compare-view = Hoe je het bekijkt
compare-view-overlay = Over elkaar
compare-view-side = Naast elkaar
compare-view-table = Tabel

# Cijfers

compare-at-least = { $value } of meer
compare-at-worst = in het slechtste geval { $value }
compare-not-measured = nog niet gemeten
compare-covers = Bekend voor { $before } van { $of_before } → { $after } van { $of_after } · { $validated } gevalideerd
compare-covers-one = Bekend voor { $said } van { $all } · { $validated } gevalideerd
compare-validated = { $n } gevalideerd

compare-figure-peak = Hoogtepunt
compare-figure-low = Dieptepunt
compare-figure-end = Einde
compare-figure-fall = Diepste val
compare-define-peak = Het best gevoelde moment van de as-is, en het hoogste doel van de to-be. Mensen onthouden van een reis het hoogtepunt en het einde (de piek-eindregel van Kahneman). “In het slechtste geval”: wat blijft als niets wat alleen anders heet beter voelt, en niets weg is waarover niemand heeft besloten.
compare-define-low = Het slechtst gevoelde moment van de as-is, en het laagste doel van de to-be. “In het slechtste geval”: het laagste moment als wat niet verandert in kanaal, behoefte, tijd of backstage nog net zo voelt als nu, en niets telt als vervallen waarover niemand heeft besloten.
compare-define-end = Hoe het laatste micromoment voelt, en hoe het moet voelen. Mensen onthouden van een reis het hoogtepunt en het einde (de piek-eindregel van Kahneman).
compare-define-fall = De diepste val van het ene micromoment naar het volgende op het pad: hoe ver mensen vallen, in punten van de emotieschaal.

compare-figure-elapsed = Tijd
compare-figure-waiting = Wachten
compare-figure-active = Bezig
compare-figure-effort = Moeite voor de klant (CES)
compare-figure-moments = Micromomenten
compare-figure-channels = Kanalen
compare-figure-switches = Wissels
compare-define-elapsed = Minuten van begin tot eind, opgeteld langs het pad. “In het slechtste geval”: met wat verdween zonder dat iemand dat besloot weer op zijn plek, en met wat een samengevoegd moment niet opnieuw zegt nog meegeteld.
compare-define-waiting = Minuten waarin de klant alleen kan wachten, opgeteld langs het pad. Ze zijn alleen bekend waar iemand ze van de tijd heeft gesplitst.
compare-define-active = Minuten waarin de klant bezig is: de tijd zonder het wachten. Ze zijn alleen bekend waar beide bekend zijn.
compare-define-effort = Wat het klanten naar eigen zeggen kost: de gemiddelde Customer Effort Score langs het pad, 1 (heel makkelijk) tot 7 (heel moeilijk). Die wordt gevraagd, nooit berekend uit minuten.
compare-define-moments = Hoeveel micromomenten er op het pad liggen; een moment dat twee keer wordt bezocht telt twee keer.
compare-define-channels = Hoeveel verschillende kanalen er op het pad worden gebruikt. Minder is niet altijd beter.
compare-define-switches = Hoe vaak de klant elk kanaal van een micromoment verlaat voor die van het volgende.

compare-figure-felt = Gevoeld nu
compare-figure-promised = Beloofd
compare-figure-promised-aimed = de as-is streeft al naar { $aimed }
compare-figure-gap = Kloof aangepakt als elk doel wordt gehaald
compare-figure-gap-between = { $worst } tot { $best }
compare-figure-gap-own = eigen kloof van de as-is: gemiddeld { $gap }
compare-figure-gap-none = de as-is haalt al zijn doelen
compare-figure-gap-unknown = de as-is noemt zelf geen doelen
compare-figure-gap-losses = { $n ->
        [one] één goed micromoment kwijt
       *[other] { $n } goede micromomenten kwijt
    }
compare-figure-measured = Daarna gemeten
compare-figure-measured-none = geen latere as-is gekozen
compare-define-felt = De gemiddelde gevoelde emotie op de as-is, van de micromomenten die haar noemen.
compare-define-promised = Gemiddelde gevoelde emotie → gemiddelde beoogde emotie van de to-be, op dezelfde micromomenten: die waar beide genoemd zijn. In het slechtste geval blijft alles wat gevoeld is zoals het is, tenzij wat verandert er wezenlijk aan raakt; weglaten verhoogt niets. Een doel is een belofte, geen vooruitgang.
compare-define-gap = De kloof is hoe ver elk micromoment van de as-is onder het doel van de as-is zelf blijft. Ze telt alleen als aangepakt waar de to-be iets verandert wat de emotie raakt. Slechtste geval: een ander kanaal, een nieuwe behoefte of backstagestap, of minder tijd. Beste geval: ook andere woorden of andere communicatie. Wat alleen in hoofdletters en leestekens anders heet, verplaatst of weggelaten is, dicht niets; wat iemand besloot te laten vervallen, neemt in het beste geval zijn kloof mee.
compare-define-measured = Wat op de as-is werd gevoeld → wat wordt gevoeld op de as-is die later in kaart is gebracht, op dezelfde micromomenten.

compare-figure-needs = Behoeften vervuld
compare-figure-needs-reworded = { $n } anders verwoord
compare-figure-needs-lost = { $n } kwijt
compare-figure-needs-new = { $n } nieuw
compare-figure-needs-all = elke behoefte heeft een moment
compare-figure-pains = Pijnpunten beantwoord
compare-figure-pains-perhaps = { $n } misschien
compare-figure-pains-undecided = { $n } onbeslist
compare-figure-pains-no = { $n } helemaal niet
compare-define-needs = Behoeften van de as-is die een micromoment van de to-be in dezelfde woorden vervult. Een behoefte die nu iets anders zegt is anders verwoord, en dat is niet vervuld: beide teksten staan hieronder.
compare-define-pains = Pijnpunten van de as-is waarvan het micromoment verandert in kanaal, behoefte, backstage of tijd, of volgens besluit vervalt. “Misschien”: alleen woorden of communicatie veranderen. “Onbeslist”: het micromoment is weg en niemand heeft dat gezegd.

# Wat er van een moment werd

compare-fate-kept = behouden
compare-fate-changed = veranderd
compare-fate-moved = verplaatst
compare-fate-moved-channel = ander kanaal
compare-fate-merged = samengevoegd
compare-fate-split = gesplitst
compare-fate-removed = vervallen
compare-fate-new = nieuw
compare-fate-undecided = onbeslist
compare-fate-open = nog niet behandeld

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
compare-change-needs-changed = { $n ->
        [one] Behoefte
       *[other] Behoeften
    }: { $gone } → { $come }
compare-change-needs-came = Voorziet ook in { $n ->
        [one] de behoefte
       *[other] de behoeften
    } { $come }
compare-change-needs-went = Voorziet niet meer in { $n ->
        [one] de behoefte
       *[other] de behoeften
    } { $gone }
compare-change-backstage-changed = Achter de schermen: { $gone } → { $come }
compare-change-backstage-came = Nieuw achter de schermen: { $come }
compare-change-backstage-went = Achter de schermen niet meer nodig: { $gone }
compare-change-episode = Van “{ $before }” naar “{ $after }”
compare-change-order = Op een andere plek in de episode
compare-change-behind = De as-is is hier sindsdien gewijzigd: { $fields }
compare-field-channels = kanalen
compare-field-needs = behoeften
compare-field-backstage = backstage
compare-field-steps = stappen
compare-field-communication = communicatie
compare-does-open = is nog niet behandeld
compare-does-undecided = is weg, en niemand heeft dat besloten

# Over elkaar

compare-overlay-only-changed = Alleen wat verandert
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

# Een kaart in het archief

compare-archived-as-is = De as-is “{ $title }” ligt in het archief. Hij wordt vergeleken zoals hij daar is achtergelaten; om hem te veranderen moet hij eerst worden teruggezet.
compare-archived-to-be = De to-be “{ $title }” ligt in het archief. Hij wordt vergeleken zoals hij daar is achtergelaten; om hem te veranderen moet hij eerst worden teruggezet.
compare-archived-only = Bij deze as-is hoort een to-be, “{ $title }”, maar die ligt in het archief. Zet hem terug om eraan te werken, of bekijk de vergelijking zoals die is achtergelaten.
compare-archived-ask = Wie de workshop leidt, kan hem terugzetten.
compare-archived-look = Bekijk de vergelijking

# Het beeld van beide kaarten

compare-tools = Hoe groot het beeld is, en wat je ermee kunt doen
compare-zoom-in = Inzoomen (+)
compare-zoom-out = Uitzoomen (−)
compare-fit = Hele reis
compare-fit-help = Laat de hele reis zien in de breedte die er is (0)
compare-print = Afdrukken
compare-print-help = Druk beide kaarten volledig af, op zoveel pagina’s als nodig is
compare-present = Presenteren
compare-present-help = Laat dit op een beamer zien, zonder knoppen; met Escape stop je
compare-range = { $first }–{ $last } van { $all }
compare-elsewhere = ↔ { $n }
compare-sought = Je ziet een deel: er staat een filter aan.
compare-nothing-here = Niets aan deze kant
compare-card-pains = { $n ->
        [one] één pijnpunt
       *[other] { $n } pijnpunten
    }
compare-present-whole = Hele reis
compare-present-hint = ← → van episode naar episode · ↑ ↓ of 1 tot 4 voor een andere weergave · 0 voor de hele reis · Escape stopt
compare-present-leave = Stoppen
compare-present-facts = Wat er verandert
compare-present-pains = De ergste pijnpunten en hun antwoord
compare-side-aim = moet voelen als { $aim }
compare-side-hint = Kies een micromoment om te zien wat er verandert. Beide kaarten scrollen samen; met de pijltjestoetsen loop je langs een kaart en van de ene kaart naar de andere.

# Wat je zoekt

compare-filter-do = { $n ->
        [0] Filter
       *[other] Filter ({ $n })
    }
compare-filter-episodes = Episodes
compare-filter-dispositions = Wat ervan werd
compare-filter-teams = Teams erachter
compare-filter-all = Alle
compare-filter-pain = Pijnpunten
compare-filter-pain-all = Met of zonder
compare-filter-pain-any = Met een pijnpunt
compare-filter-pain-yes = Beantwoord
compare-filter-pain-perhaps = Hoogstens beantwoord
compare-filter-pain-undecided = Onbeslist
compare-filter-pain-no = Niet beantwoord
compare-filter-truth = Alleen momenten van de waarheid
compare-filter-clear = Toon alles
compare-filter-found = { $n } van de { $all } kolommen zijn wat je zoekt.
compare-filter-nothing = Op geen van beide kaarten staat wat je zoekt.

# Tabel

compare-filter = Toon alleen
compare-count = { $n ->
        [one] één rij
       *[other] { $n } rijen
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
compare-answered-yes = beantwoord door: { $by }
compare-answered-perhaps = hoogstens beantwoord door: { $by }
compare-answered-undecided = alleen beantwoord als het vervallen zo bedoeld is
compare-answered-no = niet beantwoord
compare-pain-does = Wat de to-be doet
compare-pain-emotion = Emotie
compare-pain-story = Story
compare-pain-to-stories = Open de stories

# Het verhaal, en waarvan de cijfers zijn

compare-story = Het verhaal
compare-along = Cijfers langs
compare-along-default = Verhaal van iedereen, cijfers langs “{ $path }”
compare-along-shares = Alle paden, naar hun aandeel
compare-along-path = Verhaal en cijfers langs “{ $path }”.
compare-along-path-first = Hoogtepunt, dieptepunt en einde zijn die van alle micromomenten, wie ze ook beleeft. Tijd, kanalen en wissels zijn opgeteld langs “{ $path }”, want niemand beleeft alle kaarten achter elkaar.
compare-along-alone = Maar een van de kaarten heeft het pad “{ $path }”: er is niets om ernaast te leggen.
compare-along-cards = Op deze kaarten is geen pad getekend, dus de cijfers tellen elke kaart op: meer dan iemand achter elkaar beleeft.
compare-along-shares-said = Elk pad telt naar zijn aandeel klanten. De aandelen komen op de as-is op { $before } en op de to-be op { $after }.
compare-along-shares-one = Elk pad telt naar zijn aandeel klanten. Maar een van de kaarten noemt aandelen; de paden van de andere tellen als die waar ze bij horen.
compare-truths = { $n ->
        [one] Eén moment van de waarheid
       *[other] { $n } momenten van de waarheid
    }
compare-truths-alt = Elk moment van de waarheid voor en na
compare-truth-moment = Moment van de waarheid
compare-truth-became = Wat de to-be doet
compare-truth-before = Gevoeld
compare-truth-after = Beoogd
compare-truth-worst = Slechtste geval
compare-later = Daarna gemeten: de as-is die later in kaart is gebracht
compare-later-none = Nog niet gemeten
compare-source = { $n ->
        [one] Uit één moment
       *[other] Uit { $n } momenten
    }
compare-source-hide = Verberg de momenten
compare-source-of = { $figure }: de micromomenten waar het uit komt
compare-source-says = Wat er staat
compare-source-none = Geen micromoment op de { $kind }.
compare-source-more = En nog { $n }.
compare-source-alt = De micromomenten waar dit cijfer uit komt: { $kind }

# Wat er sindsdien kwam

compare-since = Sindsdien gewijzigd in de as-is
compare-since-why = Deze to-be begon vanuit revisie { $revision } van de as-is, of is er toen aan gekoppeld. Wat daar daarna is gewijzigd, heeft de to-be niet gedaan: neem het over, of laat het.
compare-since-unknown = Het is niet bekend vanuit welke revisie van de as-is deze to-be begon.
compare-since-more = En nog { $n }.
compare-since-came = “{ $moment }” kwam erbij in de as-is: nog niet behandeld
compare-since-gone = “{ $moment }” is uit de as-is gehaald: nog niet behandeld
compare-since-changed = “{ $moment }”: gewijzigd in de as-is: { $fields }
compare-since-both = “{ $moment }”: sindsdien op beide kaarten gewijzigd: { $fields }
compare-since-field = { $field } (sindsdien in de as-is)
compare-since-part = “{ $before }”, in “{ $after }”: { $fields }.
compare-since-own = “{ $after }” komt van meer micromomenten, dus wat erop staat ({ $fields }) wordt niet overschreven: zeg daar wat er geldt nu “{ $before }” is veranderd.
compare-to-card = Naar het kaartje
compare-take-over = Neem over
compare-taken-over = Overgenomen in de to-be.

# Wat er nog meer verandert

compare-rows = Wat er nog meer verandert ({ $n })
compare-rows-alt = Wat er werd van episodes, communicatie, backstage, kanalen, paden en behoeften
compare-rows-what = Wat
compare-rows-fate = Wat ervan werd
compare-rows-before = As-is
compare-rows-after = To-be
compare-rows-changes = Wat er verandert
compare-row-episodes = Episode
compare-row-communications = Communicatie
compare-row-backstage-steps = Backstage
compare-row-channels = Kanaal
compare-row-paths = Pad
compare-row-needs = Behoefte
compare-need-reworded = anders verwoord

# Eén lijst van wat er open is

open-need = De behoefte “{ $text }” heeft geen moment in de to-be: ze stond bij “{ $where }”
open-reworded = De behoefte “{ $text }” werd “{ $where }”: is ze nog vervuld?
open-pain = “{ $text }” doet nog pijn bij “{ $where }”
open-undecided = { $fate ->
    [removed] “{ $text }” is weg uit de to-be, en niemand heeft dat besloten
    [open] “{ $text }” kwam later in de as-is: niemand heeft besloten wat ermee gebeurt
    [kept] “{ $text }” blijft zoals het is, en niemand heeft dat bevestigd
    [overtaken] Over “{ $text }” is besloten, en de to-be is daarna veranderd
    [merged] “{ $text }” is samengevoegd, en niemand heeft dat bevestigd
    [split] “{ $text }” is gesplitst, en niemand heeft dat bevestigd
    [moved] “{ $text }” is verplaatst, en niemand heeft dat bevestigd
    [moved-channel] “{ $text }” zit in een ander kanaal, en niemand heeft dat bevestigd
   *[other] “{ $text }” is veranderd, en niemand heeft dat bevestigd
}
open-not-dealt-with = “{ $text }” is in de as-is gewijzigd sinds de to-be begon
open-silent = De episode “{ $text }” heeft nog geen communicatie die “{ $where }” teweegbrengt
open-silent-no-aim = De episode “{ $text }” heeft nog geen communicatie
open-guess = { $n ->
        [one] Eén van { $all } micromomenten is een gok die niemand heeft gevalideerd
       *[other] { $n } van { $all } micromomenten zijn gokken die niemand heeft gevalideerd
    }
open-all = Toon alle { $n }
open-few = Toon de eerste { $n }

compare-open = Nog open
compare-open-none = Er staat niets open: elke behoefte heeft een moment, elk pijnpunt een antwoord, elke episode communicatie, en klanten hebben het gezien.

refusal-compare-reversed = “{ $title }” is een to-be: zet hem aan de andere kant, en een as-is ervoor. Vergeleken wordt wat een to-be van een as-is maakt.
