# De database: waarom hij niet geopend, gelezen of beschreven kan worden.

refusal-storage-no-such-map = Deze kaart is er niet meer.
refusal-storage-no-such-revision = Deze kaart heeft geen revisie { $revision }: de laatste is { $latest }.
refusal-storage-no-such-workshop = Deze workshop is er niet meer.
refusal-storage-code-taken = Een andere workshop heeft de code { $join_code } al.

refusal-storage-unwritable = In { $file } kan niets worden geschreven: geef schrijfrechten op het bestand en zijn map, of kies een andere plek voor de database.
refusal-storage-is-folder = { $file } is een map: noem een bestand daarin.
refusal-storage-not-a-database = { $file } is geen database. Er is niets aan veranderd: kies een ander bestand.
refusal-storage-not-ours = { $file } is een database van een ander programma. Er is niets aan veranderd: kies een ander bestand.
refusal-storage-newer = { $file } is gemaakt met een nieuwere versie van Journeymap. Er is niets aan veranderd: installeer de nieuwste versie om het te openen.
refusal-storage-not-upgraded = { $file } kon niet worden bijgewerkt voor deze versie ({ $problem }). Er is niets aan veranderd: open het met de versie die het maakte.
refusal-storage-damaged = De database { $file } is beschadigd. Er is niets aan veranderd: zet er een reservekopie voor in de plaats.
refusal-storage-unreadable = Er is iets in de database veranderd door een ander programma: in rij { $row } van de tabel { $table } staat iets wat daar niet kan staan. Zet het daar recht, of zet er een reservekopie voor in de plaats.
refusal-storage-no-wal = { $file } staat op een schijf die geen database aankan die veel mensen tegelijk gebruiken; een netwerkschijf kan dat vaak niet. Kies een map op deze computer.
refusal-storage-old-sqlite = Deze Python heeft SQLite { $version }, en dat is te oud. Gebruik een Python met SQLite 3.37 of nieuwer.

refusal-storage-busy = Een ander programma houdt de database te lang bezet. Er is niets bewaard: probeer het zo nog eens.
refusal-storage-full = De schijf is vol. Er is niets bewaard: maak ruimte en probeer het dan nog eens.
refusal-storage-disk = De schijf deed niet wat er werd gevraagd. Er is niets bewaard: kijk de schijf na waarop { $file } staat.
refusal-storage-not-saved = Dit kon nu niet worden bewaard en er is niets van overgebleven: probeer het nog eens.
refusal-storage-closed = Journeymap stopt: er wordt niets meer bewaard. Start het opnieuw en probeer het nog eens.

refusal-storage-backup-onto-itself = { $file } is de database zelf: kies een ander bestand voor de reservekopie.
refusal-storage-backup-in-use = { $file } is een database die in gebruik lijkt: kies een ander bestand voor de reservekopie.
refusal-storage-backup-unwritable = De reservekopie kan niet naar { $file } worden geschreven: kijk of de map bestaat, of je daar mag schrijven en of er ruimte is op de schijf.

refusal-storage-no-archive = { $file } is geen reservekopie van Journeymap. Er is niets veranderd.
refusal-storage-archive-newer = { $file } is gemaakt met een nieuwere versie van Journeymap. Er is niets veranderd: installeer de nieuwste versie om het terug te zetten.
refusal-storage-archive-damaged = De reservekopie { $file } is beschadigd of niet compleet. Er is niets veranderd: neem een oudere.
refusal-storage-archive-unreadable = De reservekopie { $file } kon niet worden gelezen ({ $why }). Er is niets veranderd.
refusal-storage-in-use = { $file } is in gebruik. Er is niets veranderd: stop Journeymap en probeer het dan nog eens.
refusal-storage-file-gone = De database { $file } is verwijderd of verplaatst terwijl Journeymap ermee werkte. Er wordt niets meer bewaard: zet het bestand terug, of een reservekopie, en start Journeymap opnieuw. Wat je ziet, kun je nog wel exporteren.
refusal-storage-file-replaced = Er is een ander bestand op de plaats van de database { $file } gezet terwijl Journeymap ermee werkte. Er wordt niets meer bewaard: start Journeymap opnieuw om te werken met het bestand dat er nu staat. Wat je ziet, kun je nog wel exporteren.
refusal-storage-backup-no-file = { $file } is geen bestand waar een reservekopie in kan: kies een andere naam.
refusal-storage-backup-over-another = { $file } bestaat al en is geen reservekopie: kies een andere naam voor de reservekopie.
