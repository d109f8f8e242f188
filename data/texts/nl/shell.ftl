# Het kader van elke pagina: pagina’s, wie ik ben, de kop van een kaart.

shell-no-seat = Aan deze browser zit nog niemand. Doe mee met de code van je workshop, of open de eigenaarslink die getoond werd waar Journeymap is gestart.
shell-join = Meedoen aan een workshop
shell-unexpected = Er ging iets mis op deze pagina, en er is niets van jou verloren. Laad de pagina opnieuw; gebeurt het nog eens, zeg het dan tegen wie Journeymap beheert: wat er gebeurde staat in de terminal.

shell-page-home = Start
shell-page-home-help = Alle kaarten: vind er een, open er een, begin een nieuwe.
shell-page-map = Kaart
shell-page-map-help = Eén klantreis: de persona, de episodes en de micromomenten, met alles wat erbij hoort.
shell-page-graph = Netwerk
shell-page-graph-help = De kaart als netwerk: micromomenten per episode, verbonden door de paden erdoorheen.
shell-page-compare = Vergelijken
shell-page-compare-help = Een as-is naast haar to-be: wat bleef, veranderde, verhuisde, verdween, en wat nieuw is.
shell-page-stories = Stories
shell-page-stories-help = De micromomenten van de to-be als user stories, om mee te nemen.
shell-page-history = Geschiedenis
shell-page-history-help = Wie wat wanneer veranderde, en de kaart zoals ze was.

shell-language = Taal
shell-role = Je bent hier als { $role }
shell-role-in = Je bent hier als { $role }, in “{ $workshop }”

shell-choose = Kies eerst een kaart
shell-choose-why = Deze pagina gaat over één klantreis. Deze kaarten zijn het laatst veranderd:
shell-choose-none = Deze pagina gaat over één klantreis, en er is er nog geen. Maak er een op Home, of laad het voorbeeld om rond te kijken.
shell-no-map = Deze kaart kan niet getoond worden
shell-all-maps = Alle kaarten

shell-kind-as-is = As-is
shell-kind-as-is-archived = As-is (archief)
shell-kind-to-be = To-be
shell-kind-to-be-n = To-be { $n }
shell-counterparts = As-is of to-be
shell-design-to-be = Ontwerp de to-be
shell-design-to-be-help = Begin de to-be vanuit deze as-is: een kopie waarin elk micromoment onthoudt waar het vandaan komt.
shell-to-be-made = De to-be staat klaar. Ze begint als de as-is; nu mag alles anders.

shell-undo = Maak je laatste wijziging ongedaan
shell-undo-nothing = Niets van jou om ongedaan te maken
shell-undo-done = Je laatste wijziging is ongedaan gemaakt.
shell-redo = Doe opnieuw wat je ongedaan maakte
shell-redo-nothing = Niets om opnieuw te doen
shell-redo-done = Je wijziging is terug.

shell-archived = Deze kaart ligt in het archief: je kunt kijken, maar niets veranderen.
shell-restore = Terugzetten
shell-restored = De kaart staat weer in de lijst.

shell-share = Delen
shell-share-help = Breng deze kaart in een workshop, zodat anderen mee kunnen doen
shell-share-title = Deze kaart delen
shell-share-not-yet = Deze kaart zit nog in geen workshop: alleen jij ziet haar. In een workshop kan iedereen met de code deze kaart zien en eraan werken.
shell-share-into = Breng haar in
shell-share-new = Een nieuwe workshop
shell-share-name = Hoe de workshop heet
shell-share-do = Inbrengen
shell-share-done = De kaart zit nu in “{ $title }”.
shell-share-in = Deze kaart zit in “{ $title }”. De zaal doet mee met deze code:
shell-share-at = Meedoen op { $address }
shell-share-roles = Wie meedoet kiest een rol: deelnemers en klanten werken aan de kaart, waarnemers kijken mee.
shell-share-other = In een andere workshop brengen
shell-share-other-why = De mensen van “{ $title }” zien haar dan niet meer.
shell-share-loopback = De zaal kan dit adres nog niet bereiken: Journeymap luistert alleen naar deze computer. Stop het (Ctrl+C) en start het zo; dan toont het je eigen link en het adres voor de zaal.

shell-just-now = zojuist
shell-yesterday = gisteren
shell-yesterday-heading = Gisteren
shell-today = Vandaag
shell-disk-low = De schijf onder de database is bijna vol: er is nog { $n } MB over. Wie deze server beheert, moet snel ruimte maken, voordat iets niet meer kan worden bewaard.

devices-mine = Mijn apparaten
devices-about = Hier ben je aangemeld. Als je een apparaat afmeldt, sluit alles wat daar open is meteen.
devices-this = dit apparaat
devices-unknown = Een apparaat
devices-seen = laatst gebruikt { $at }
devices-end = Meld af
devices-end-others = Meld alle andere af
devices-ended = Afgemeld.
devices-leave = Meld dit apparaat af
devices-link = Een link voor een ander apparaat
devices-link-about = Open hem binnen { $n } minuten op je andere apparaat. Hij werkt één keer; geef hem aan niemand anders.
