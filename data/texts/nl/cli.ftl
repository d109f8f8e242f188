# Wat de opdrachten zeggen, behalve bij de start.

cli-maps-none = Er zijn hier nog geen kaarten. “journeymap sample” toont de voorbeelden, “journeymap import BESTAND” haalt er een binnen.
cli-maps-id = id
cli-maps-title = titel
cli-maps-kind = soort
cli-maps-persona = persona
cli-maps-episodes = episodes
cli-maps-moments = micromomenten
cli-maps-touchpoints = contactpunten
cli-maps-changed = laatst gewijzigd

cli-import-columns = Wat de kolommen betekenen:
cli-import-left-out = blijft buiten de kaart
cli-import-size = “{ $title }” zou een kaart worden met { $episodes ->
    [one] één episode
   *[other] { $episodes } episodes
 }, { $moments ->
    [one] één micromoment
   *[other] { $moments } micromomenten
 }, { $channels ->
    [one] één kanaal
   *[other] { $channels } kanalen
 }, { $touchpoints ->
    [one] één contactpunt
   *[other] { $touchpoints } contactpunten
 }, { $needs ->
    [one] één behoefte
   *[other] { $needs } behoeften
 } en { $pain-points ->
    [one] één pijnpunt
   *[other] { $pain-points } pijnpunten
 }.
cli-import-more = … en nog { $count }
cli-import-agree = Deze kaart opslaan? [j/N]
cli-import-known = “{ $title }” is hier al ({ $id }). Met --again komt ze nog eens binnen, als kopie.
cli-import-pair = Ze vormt een paar met “{ $title }”, de as-is waaruit ze is ontworpen.
cli-import-waits = Ze is ontworpen vanuit “{ $title }”, en die kaart is hier niet; wordt die geïmporteerd, dan zijn de twee weer een paar.
cli-import-not-written = Er is niets opgeslagen.
cli-loaded = “{ $title }” staat erin, met het id { $id }.
cli-written = Geschreven: { $path }

cli-backup-written = Geschreven en nagelezen: { $path } ({ $size }). Alles staat erin, ook sleutels: bewaar het waar alleen jij het kunt lezen.
cli-backup-without-key = De sleutel staat er niet in, want die is een instelling: bewaar JOURNEYMAP_SECRET even veilig als de reservekopie.
cli-restore-made = Gemaakt op { $at } met Journeymap { $version }.
cli-restore-holds = Er staan { $maps ->
    [one] één kaart
   *[other] { $maps } kaarten
 } in met { $moments ->
    [one] één micromoment
   *[other] { $moments } micromomenten
 }, { $workshops ->
    [one] één workshop
   *[other] { $workshops } workshops
 } en { $people ->
    [one] één persoon
   *[other] { $people } personen
 }.
cli-restore-changed = De laatste wijziging van een kaart daarin was op { $at }.
cli-restore-other-secret = JOURNEYMAP_SECRET is een andere dan waarmee deze reservekopie is gemaakt: daarmee geldt niemands plaats nog, en de link voor de eigenaar is een andere.
cli-restore-no-key = Er zit geen sleutel in deze reservekopie: als die naast de database een andere is dan toen, geldt niemands plaats nog, en is de link voor de eigenaar een andere.
cli-restore-dry = De reservekopie is compleet. Er is niets veranderd, want dit was om te proberen.
cli-restore-agree = Op de plaats zetten van wat er staat? [j/N]
cli-restore-not-done = Er is niets veranderd.
cli-restored = Teruggezet: { $path }. Start het met “journeymap run”.
cli-restore-kept = Wat er stond, is bewaard als { $path }.
cli-owner-link = Je eigen link, als eigenaar (werkt één keer, binnen 24 uur; houd hem voor jezelf): { $address }
cli-owner-key = Je eigenaarssleutel (bewaar hem als een wachtwoord; je typt hem in op { $address }): { $secret }
cli-owner-rotated = De eigenaarssleutel is nu een andere. De oude, de links ermee en al je aanmeldingen werken niet meer.
cli-owner-metrics = Wat de cijfers ophaalt, toont deze sleutel als bearer-token: { $secret }

refusal-cli-no-database = Er zijn nog geen kaarten in { $path }: “journeymap run” begint met een nieuw bestand, of noem het juiste met --database.
refusal-cli-no-file = Er is geen bestand { $path }.
refusal-cli-no-map = Er is geen kaart met de naam “{ $name }”: “journeymap maps” toont ze.
refusal-cli-many-maps = Er is meer dan één kaart met de naam “{ $name }”. Zeg welke met het id: { $ids }.
refusal-cli-not-a-pair = “{ $pair }” zegt niet wat een kolom betekent: schrijf het als --map "kolom=betekenis", zoals --map "Stap=moment".
refusal-cli-not-agreed = Er is niets opgeslagen. Voeg --yes toe om deze kaart op te slaan, of --preview om alleen te kijken.
refusal-cli-not-written = { $path } kon niet worden geschreven ({ $why }); wat er stond is onaangeroerd.
refusal-cli-too-large = { $path } is groter dan { $most } MB; meer kan er niet in één keer in.
refusal-cli-not-read = { $path } kon niet worden gelezen ({ $why }).
refusal-cli-restore-not-agreed = Er is niets veranderd. Voeg --yes toe om de reservekopie terug te zetten, of --dry-run om alleen te kijken.
