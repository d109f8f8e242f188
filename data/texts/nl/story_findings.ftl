# Wat er beter kan aan een story: waarom, en wat helpt.

finding-kind-well-formed = Goed gevormd
finding-kind-atomic = Eén onderwerp
finding-kind-minimal = Beknopt
finding-kind-uniform = Gelijkvormig
finding-kind-unique = Uniek
finding-kind-outcome = Uitkomst
finding-kind-testable = Toetsbaar
finding-kind-vague = Precieze woorden
finding-kind-channel = Onze kanalen

finding-no-persona = Nergens staat van wie deze stories zijn; daarom staat er overal “klant”. Geef de kaart een persona.
finding-no-need = Er staat niet waarvoor: er is geen behoefte. Voeg er een toe aan het micromoment.
finding-goes-wrong = “{ $text }” zegt wat er misgaat. Schrijf op wat de klant doet als het is opgelost.
finding-several-needs = Er staan { $n } behoeften in. Een team kan er één afmaken en de andere laten liggen; met een story per behoefte is elk apart te plannen.
finding-several-acts = Er staat meer dan één handeling in: “{ $first }” en “{ $other }”. Elk is apart te maken en te toetsen.
finding-brackets = Wat tussen haakjes staat, wordt snel over het hoofd gezien. Laat het weg, of zet het in de notities.
finding-further-sentence = Na de eerste zin komt er nog meer: “{ $text }”. Zet het in de notities, of maak er een eigen micromoment van.
finding-neutral-wish = Andere stories zeggen wat de klant wil doen. Deze niet, want “{ $text }” is niet duidelijk een handeling. Schrijf wat de klant doet: “De balie bellen”.
finding-neutral-need = Andere stories lopen door met “want ik wil …”. Deze blijft neutraal, want de vorm van “{ $text }” is niet zeker. Schrijf de behoefte als “Weten waar ik moet zijn” of “Zekerheid”.
finding-same-text = “{ $other }” zegt hetzelfde. Voeg de twee samen, of zeg wat het verschil is.
finding-same-needs = “{ $other }” dient dezelfde behoeften in dezelfde kanalen. Misschien is het één story.
finding-no-outcome = Nergens staat wat er daarna beter is: er is geen behoefte en geen beoogde emotie.
finding-nothing-to-test = Er valt niets aan te toetsen: geen minuten, geen kanaal van ons, geen boodschap, niets achter de schermen. Zeg binnen hoeveel minuten het klaar is, of in welk kanaal van ons.
finding-criterion-missing = { $part ->
        [given] Een criterium zegt niet waar je begint (Stel): “{ $text }”.
        [when] Een criterium zegt niet wat er gebeurt (Als): “{ $text }”.
       *[then] Een criterium zegt niet wat er dan te zien is (Dan): “{ $text }”.
    } Met Stel, Als en Dan kan iemand het testen.
finding-criterion-order = Een criterium gaat van Stel via Als naar Dan, elk één keer: “{ $text }”. In een andere volgorde kan niemand het stap voor stap testen.
finding-criterion-unread = Een criterium begint met geen van Stel, Als en Dan: “{ $text }”.
finding-vague-speed = “{ $words }” is niet te toetsen. Zeg binnen hoeveel minuten, uren of dagen.
finding-vague-speed-timed = “{ $words }” is niet te toetsen, en de kaart zegt al hoelang het duurt: { $time }. Laat het woord weg.
finding-vague-ease = “{ $words }” betekent voor iedereen iets anders. Zeg in hoeveel stappen, of wat de klant niet meer hoeft te doen.
finding-vague-quality = “{ $words }” is niet te toetsen. Zeg wat de klant dan ziet, weet of kan.
finding-vague-amount = “{ $words }” laat het aantal open. Zeg hoeveel of hoe vaak.
finding-vague-escape = “{ $words }” laat open wat erbij hoort. Noem het, of laat het weg.
finding-some-not-ours = In { $others } kunnen wij niets maken, want dat is niet van ons. Laat de story over { $ours } gaan, en houd de rest als context.
finding-none-ours = Het gebeurt alleen in { $others }, en dat is niet van ons. Zeg in welk kanaal van ons een team iets kan doen, of laat de story weg.

stories-quality = Wat beter kan
stories-quality-help = Kies een soort om alleen de stories te zien waarin die gevonden is. Niets hiervan houdt een story tegen.
stories-better = { $n ->
        [one] Eén ding kan beter:
       *[other] { $n } dingen kunnen beter:
    }

finding-offer = Het kan ook zo
finding-offer-several-needs = Splitsen per behoefte
finding-offer-several-acts = Splitsen per handeling
