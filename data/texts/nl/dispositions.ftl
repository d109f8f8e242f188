# Bestemmingen: wat mensen besluiten over elk moment van de as-is.

row-dispositions = bestemming
the-dispositions = de bestemming
exchange-place-dispositions = bestemming { $number }
field-dispositions-as-is = moment van de as-is
field-dispositions-kind = bestemming
field-dispositions-reason = reden
field-dispositions-proposed = wat was voorgesteld
field-dispositions-text = wat er in het moment stond
field-dispositions-decided-by = wie besloot
field-dispositions-decided-on = dag van het besluit
field-dispositions-on-revision = revisie van de to-be
field-dispositions-as-is-revision = revisie van de as-is
told-count-dispositions = { $n ->
    [one] één bestemming
   *[other] { $n } bestemmingen
}
told-decided = besloot over “{ $name }”: { $kind }

disposition-undecided = onbeslist
disposition-kept = behouden
disposition-changed = veranderd
disposition-moved = verplaatst
disposition-moved-channel = ander kanaal
disposition-merged = samengevoegd
disposition-split = gesplitst
disposition-removed = vervallen

refusal-disposition-in-as-is = Over bestemmingen beslis je in een to-be: deze kaart is een as-is.
refusal-disposition-made-anew = Een besluit wordt niet herschreven. Beslis opnieuw: het nieuwe besluit telt, en dit blijft bewaard.
refusal-disposition-no-as-is = Deze to-be heeft nog geen as-is, dus er valt niets te beslissen. Koppel er eerst een.
refusal-disposition-of-nothing = Dat moment staat niet meer in de as-is.

compare-view-decide = Beslissen
dispositions-all = Alle { $n }
dispositions-left = { $n ->
    [0] Alles is beslist: alle { $all } momenten van de as-is.
    [one] Eén van de { $all } momenten van de as-is is onbeslist.
   *[other] { $n } van de { $all } momenten van de as-is zijn onbeslist. Wat stilzwijgend verviel, staat vooraan.
}
dispositions-confirm-kept = Bevestig de { $n } die blijven zoals ze zijn
dispositions-kept-confirmed = { $n } momenten zijn bevestigd als behouden. Met ongedaan maken draai je het terug.
dispositions-undo = Ongedaan maken
dispositions-undo-help = Draait terug wat je het laatst in de to-be deed (Ctrl+Z in de lijst).
dispositions-is-decided = “{ $text }”: { $kind }. Met ongedaan maken draai je het terug.
dispositions-confirm = Bevestigen
dispositions-otherwise = Anders…
dispositions-reason = Waarom?
dispositions-reopen = Weer onbeslist
dispositions-give = Geef het een kaartje…
dispositions-fresh = Een nieuw kaartje, waar het stond
dispositions-given = Het moment heeft weer een kaartje in de to-be.
dispositions-nothing = Geen kaartje in de to-be komt hiervandaan.
dispositions-keys = Toetsen: ↑ ↓ lopen door de lijst, Enter bevestigt, 1 tot 7 beslissen anders (behouden, veranderd, verplaatst, ander kanaal, samengevoegd, gesplitst, vervallen), 0 is weer onbeslist, R geeft een reden, G een kaartje, Ctrl+Z draait terug.
dispositions-none = Er valt niets meer te beslissen.
dispositions-nothing-there = De as-is heeft nog geen momenten.
dispositions-undecided = Onbeslist
dispositions-decided = { $kind }, besloten door { $name } op { $day } (revisie { $revision }).
dispositions-from-file = { $day ->
    [none] { $kind }, zegt het bestand waaruit deze kaart komt.
   *[other] { $kind } op { $day }, zegt het bestand waaruit deze kaart komt.
}
dispositions-overtaken = De to-be is sindsdien veranderd: kijk nog eens.
dispositions-before = Daarvoor: { $before }

# Een to-be aan een as-is koppelen.

link-open = Aan een as-is koppelen
link-look = De koppeling bekijken
link-look-help = Tegen welke as-is de to-be wordt gehouden, en regel voor regel wat waar vandaan komt. Daar kies je ook een andere as-is.
link-close = Controle sluiten
link-back = Weer aan “{ $title }” koppelen
link-back-alone = Weer op zichzelf laten staan
link-back-help = Zoals het was voordat er anders werd gekoppeld, ook de herkomst van de micromomenten. Wat iemand sindsdien heeft veranderd, blijft.
link-is-back = Gekoppeld zoals het was.
link-away = Ontkoppelen
link-away-help = De to-be staat dan op zichzelf. De micromomenten onthouden waar ze vandaan komen, dus ze kan weer worden gekoppeld.
link-sure = { $n ->
    [one] Eén regel komt overeen in id of woorden
   *[other] { $n } regels komen overeen in id of woorden
}
link-which = Bij welke as-is hoort deze to-be?
link-choose = Kies een as-is
link-no-as-is = Er is hier nog geen as-is. Maak er een, of haal er een uit een bestand binnen.
link-review = Vink aan wat klopt. { $alike ->
    [0] Niets lijkt alleen maar op elkaar
    [one] Eén regel lijkt er alleen op en wacht op jou
   *[other] { $alike } regels lijken er alleen op en wachten op jou
}; { $sure } komen overeen in id of woorden en zijn al aangevinkt. In elke regel kun je een andere rij kiezen. Er wordt niets overgenomen voordat je koppelt, en je kunt het terugdraaien.
link-moments = Micromomenten
link-episodes = Episodes
link-channels = Kanalen
link-take = Klopt
link-to-be = In deze to-be
link-as-is = Komt van
link-why = Waarom
link-why-origin = staat er zelf in
link-why-id = zelfde id
link-why-same = zelfde woorden
link-why-alike = lijkt { $percent } %
link-why-none = niets dat erop lijkt
link-do = Koppelen zoals aangevinkt
link-done = { $n ->
    [one] Gekoppeld: één micromoment komt van de as-is.
   *[other] Gekoppeld: { $n } micromomenten komen van de as-is.
}
refusal-link-nothing-before = Deze to-be was nooit anders gekoppeld, dus er is niets om naar terug te gaan.
refusal-link-rows-gone = Iemand heeft een van de twee kaarten intussen veranderd: loop de overeenkomsten nog eens na.

# Andere paren: twee kaarten van één soort, en meer versies van één to-be.

compare-view-versions = Versies
versions-one = Er is één to-be bij deze as-is. Maak er op Start een kopie van om een andere versie te proberen: hier staan ze dan naast elkaar.
versions-most = De { $n } nieuwste van { $all } versies zijn te zien.
versions-alt = Elk moment van nu, en wat elke versie van de to-be ervan maakt
versions-only = Alleen waar ze verschillen
versions-same = De versies maken van elk moment van nu hetzelfde.
versions-left = { $name }: { $n ->
    [0] alles beslist
   *[other] { $n } van { $all } onbeslist
}
versions-decided = beslist
versions-overtaken = beslist, maar sindsdien veranderd
pairs-with = Vergelijken met
pairs-with-design-as-is = de to-be die ervan is ontworpen
pairs-with-design-to-be = de as-is waarvan ze is ontworpen
pairs-with-revisions-as-is = zichzelf, op een andere revisie
pairs-with-revisions-to-be = zichzelf, op een andere revisie
pairs-with-map-as-is = een andere as-is
pairs-with-map-to-be = een andere to-be
pairs-first = Van revisie
pairs-second = Tot revisie
pairs-revision-at = Revisie { $n }: { $at }
pairs-revision = Revisie { $n }
pairs-map = Welke was er eerder?
pairs-choose = Kies een kaart
pairs-no-other-as-is = Er is hier geen andere as-is.
pairs-no-other-to-be = Er is hier geen andere to-be.
pairs-same = Tussen die twee verschilt niets.

# Een to-be, achterstevoren bedacht.

field-episodes-outcome = uitkomst
agenda-kind-reversed = To-be, vanaf het einde
room-ask-reversed = Hoe hoort het te zijn, van het einde naar het begin?
room-ask-reversed-name = Hoe hoort het te zijn voor { $name }, van het einde naar het begin?
room-reversed-outcome = Wat is er waar geworden als dit voorbij is?
room-reversed-ask-aim = Wat moet er voor { $name } waar zijn geworden als dit voorbij is, en hoe moet het voelen?
room-reversed-ask-before = Wat moet er vlak daarvoor gebeurd zijn, zodat { $name } dit voelt?
room-reversed-ask-last = Hoe eindigt deze episode voor { $name }? Schrijf het laatste moment op.
room-reversed-she = de klant
room-reversed-add = Dit komt vlak daarvoor
room-reversed-next = Verder terug
room-reversed-of = { $n } van { $all }
room-reversed-expensive = Te duur
room-reversed-allowed = Mag niet
room-reversed-key = Toets { $n }
room-reversed-expensive-about = Te duur: { $text }
room-reversed-allowed-about = Mag niet: { $text }
room-reversed-parked = Het wacht in de parkeerplaats. Ga verder alsof het kan.

refusal-disposition-choose = De to-be behandelt dit moment nog niet: kies wat ervan wordt.
