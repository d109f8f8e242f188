# Gebruik

refusal-archived = Deze kaart ligt in het archief: zet haar eerst terug, dan kan ze veranderd worden.
refusal-to-be-of-as-is = Een to-be wordt ontworpen vanuit een as-is; deze kaart is al een to-be. Dupliceer haar om een variant te proberen.
refusal-to-work-on-as-is = Een workshop begint met een as-is die niet gearchiveerd is; de to-be komt mee.
refusal-wrong-owner-key = Deze eigenaarslink klopt niet (meer): elke link werkt één keer. Maak een nieuwe waar Journeymap is gestart.
refusal-seat-expired = Je bent lang weggeweest: doe opnieuw mee met de code van de workshop.
refusal-seat-unknown = Je plek in deze workshop is niet (meer) bekend: doe opnieuw mee met de code van de workshop.
refusal-seat-gone = Je workshop is voorgoed verwijderd, en je plek daarmee ook: er is hier niets meer van over.
refusal-delete-archive-first = Alleen een kaart die in het archief staat, kan voorgoed worden verwijderd: archiveer haar eerst.
refusal-delete-other-title = Er is niets verwijderd. Typ de hele titel om dit voorgoed te verwijderen: “{ $title }”.
refusal-no-such-code = Er is geen workshop met deze code. Vraag het de facilitator: twee woorden met twee cijfers ertussen.
refusal-role-is-given = Deze rol geeft een facilitator. Doe mee als deelnemer, klant of waarnemer.
refusal-no-such-workshop = Deze workshop is er niet meer.
refusal-no-such-sample = Er is geen voorbeeld met de naam “{ $name }”. Er zijn: { $names }.
refusal-no-such-format = Er is geen formaat met de naam “{ $name }”. Er zijn: { $names }.

map-title-copy = { $title } (kopie)
map-title-restored = { $title } (zoals bij revisie { $revision })
map-title-to-be = { $title }: de to-be

role-owner-name = Eigenaar
refusal-database-folder = De map { $folder } voor de database kan niet worden gemaakt ({ $problem }). Kies een andere met JOURNEYMAP_DATABASE.

refusal-no-seat = Doe eerst mee aan een workshop: vraag de facilitator om de code.
refusal-no-such-revision = Deze kaart heeft geen revisie { $revision }: ze begint bij 1 en de laatste is { $latest }.

# Namen wissen
refusal-erase-nothing = Er is niets te wissen: deze naam is al weg.
refusal-erase-once-a-day = Een naam wordt één keer per dag gewist. Probeer het morgen opnieuw.
refusal-erase-nowhere = Deze naam staat in geen enkele tekst van de workshop. Er is niets veranderd.
refusal-erase-not-borne = “{ $name }” is geen naam die deze persoon had voordat de naam werd gewist.
refusal-erase-ordinary = “{ $name }” is ook een gewoon woord, of de naam van iemand anders. Het wordt niet uit teksten gehaald.
refusal-erase-other-places = De naam staat intussen op { $places } plekken. Bekijk ze nog eens, en wis dan.
refusal-seat-moved = Je plek wordt nu op een ander apparaat gebruikt. Doe hier opnieuw mee als je terug wilt komen.
refusal-vote-on-other-device = Je hebt in deze stemming op een ander apparaat al iets gegeven. Het telt mee, en is van hieraf niet te veranderen.
refusal-id-used = Het id van deze rij kan op deze kaart niet worden gebruikt. Geef de rij een ander id.
refusal-verdict-twice = Je hebt hier al iets over gezegd. Verander dat.
refusal-share-used = Je hebt hier al { $most } keer iets gemaakt ({ $row }): dat is het deel van één persoon. Een facilitator kan meer maken.
refusal-map-nearly-full = Deze kaart is bijna vol ({ $row }). Wat over is, blijft voor de facilitators: vraag het een van hen.
refusal-takeout-of-a-lead = { $name } leidt deze workshop. Alleen wat deelnemers, klanten en waarnemers maakten, wordt weggehaald.
refusal-takeout-nothing = Er is niets van { $name } om weg te halen.
refusal-link-used = Deze link werkt niet meer: elke link werkt één keer, en niet lang. Maak een nieuwe op je andere apparaat.
refusal-session-ended = Je bent op dit apparaat afgemeld. Doe opnieuw mee met de code van de workshop, of open een nieuwe link.
refusal-session-gone = Dit apparaat is al afgemeld.
refusal-session-not-yours = Alleen de eigenaar mag deze persoon afmelden.
