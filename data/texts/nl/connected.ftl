# Wat een gekoppelde tracker kan antwoorden. $tracker is de naam, $words zijn de eigen woorden of niets.

refusal-tracker-credential = { $tracker } accepteert de sleutel van Journeymap niet. Er is niets geschreven; wie Journeymap beheert, kan een andere instellen.
refusal-tracker-right = De sleutel van Journeymap mag dit niet in { $tracker }. { $words }
refusal-tracker-missing = { $tracker } kent dit project of item niet, of de sleutel van Journeymap mag het niet zien. { $words }
refusal-tracker-field = { $tracker } neemt dit zo niet aan. { $words }
refusal-tracker-busy =
    { $tracker } neemt nu niets meer aan: er is te vaak iets gevraagd. Ga verder over { $minutes ->
        [one] een minuut
       *[other] { $minutes } minuten
    }; wat geschreven is, blijft staan.
refusal-tracker-unreachable = { $tracker } is niet bereikbaar. Ga verder als het netwerk er weer is; wat geschreven is, blijft staan.
refusal-tracker-late = { $tracker } antwoordde niet op tijd. Ga straks verder; wat geschreven is, blijft staan.
refusal-tracker-answer = { $tracker } gaf een antwoord dat niet te begrijpen is. Controleer het adres in de instellingen; wat geschreven is, blijft staan.
refusal-tracker-large = { $tracker } gaf een antwoord dat te groot is om te lezen. Wat geschreven is, blijft staan.
refusal-tracker-failed = { $tracker } heeft zelf een storing. Ga straks verder; wat geschreven is, blijft staan. { $words }
refusal-tracker-moved = { $tracker } verwijst naar een ander adres, en daar mag de sleutel niet heen. Stel het adres in dat het nu heeft.
refusal-tracker-address = Het adres van { $tracker } moet met https:// beginnen en mag geen naam of wachtwoord bevatten.
refusal-tracker-stopped = Gestopt; wat naar { $tracker } geschreven is, blijft staan, en verdergaan kan later.
refusal-tracker-lacks = { $tracker } mist wat nodig is: { $what }.
refusal-tracker-wants = { $tracker } wil bij elk item iets dat Journeymap niet weet: { $what }. Maak het daar optioneel, of geef het een standaardwaarde.
