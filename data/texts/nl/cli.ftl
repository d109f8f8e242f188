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

refusal-cli-no-database = Er zijn nog geen kaarten in { $path }: “journeymap run” begint met een nieuw bestand, of noem het juiste met --database.
refusal-cli-no-file = Er is geen bestand { $path }.
refusal-cli-no-map = Er is geen kaart met de naam “{ $name }”: “journeymap maps” toont ze.
refusal-cli-many-maps = Er is meer dan één kaart met de naam “{ $name }”. Zeg welke met het id: { $ids }.
refusal-cli-not-a-pair = “{ $pair }” zegt niet wat een kolom betekent: schrijf het als --map "kolom=betekenis", zoals --map "Stap=moment".
refusal-cli-not-agreed = Er is niets opgeslagen. Voeg --yes toe om deze kaart op te slaan, of --preview om alleen te kijken.
refusal-cli-not-written = { $path } kon niet worden geschreven ({ $why }); wat er stond is onaangeroerd.
refusal-cli-too-large = { $path } is groter dan { $most } MB; meer kan er niet in één keer in.
refusal-cli-not-read = { $path } kon niet worden gelezen ({ $why }).
