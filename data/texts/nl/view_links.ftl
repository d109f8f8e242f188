# Meekijklinks: met elk ervan leest iedereen één kaart.

role-reader = lezer
role-reader-name = Lezer
refusal-reader-only-reads = Met deze link lees je één kaart, meer niet. Voor iets anders kun je terecht bij wie je de link stuurde.
refusal-view-link-unknown = Dit is geen link naar een kaart. Kijk of je hem helemaal hebt gekopieerd, of vraag om een nieuwe.
refusal-view-link-over = Deze link werkt niet meer. Vraag om een nieuwe bij wie hem je stuurde.
refusal-view-link-gone = Deze link is er niet meer.
refusal-view-link-day = De laatste dag moet vandaag of later zijn.
refusal-view-link-long = In de naam van een link passen { $most } tekens; dit zijn er { $length }. Maak hem korter.
refusal-view-link-name = Geef de link een naam, dan weet je later nog voor wie hij was.
refusal-view-links-enough = Deze kaart heeft al { $most } open links. Beëindig er een die niet meer nodig is.
refusal-too-many-readers = Er lezen nu heel veel mensen vanaf jouw plek. Probeer het over { $seconds ->
        [one] één seconde
       *[other] { $seconds } seconden
    } opnieuw.

view-title = Een klantreiskaart om te lezen
view-lead = Iemand heeft je deze link naar een klantreiskaart gestuurd. Je kunt alles bekijken en niets wijzigen; een naam of account is niet nodig.
view-do = De kaart openen
view-note = Eén cookie houdt de kaart open tot je de browser sluit. Dat de link is geopend wordt geteld, door wie niet.
view-no-link = Dit adres werkt alleen met een link naar een kaart. Kijk of je hem helemaal hebt gekopieerd, of vraag om een nieuwe.
view-here = Je bent op dit apparaat aangemeld als { $name }; de link openen zou je afmelden.
view-here-how = Wil je zien wat anderen met deze link zien? Open hem dan in een privévenster.
view-reading = Je leest hier een klantreiskaart, via een link die je is gestuurd.

view-links-title = Links om mee te lezen
view-links-about = Wie zo’n link heeft, ziet deze kaart: bord, netwerk en vergelijking. Ze wijzigen niets, nemen niets mee, en zien geen namen, geen stemmen en niets van wat mensen privé opschrijven. Een link eindigt ook als wie hem maakte de workshop niet meer leidt.
view-links-name = Voor wie
view-links-name-for = bijvoorbeeld: de directie
view-links-day = Laatste dag (hoeft niet)
view-links-pair = Ook de tegenhanger tonen, om te vergelijken
view-links-make = Link maken
view-links-made = Kopieer de link nu: hij wordt maar één keer getoond.
view-links-loopback = Anderen kunnen deze link nog niet openen: Journeymap luistert alleen naar deze computer.
view-links-none = Nog geen links.
view-links-used = { $n ->
        [0] nog niet geopend
        [one] één keer geopend, { $at }
       *[other] { $n } keer geopend, het laatst { $at }
    }
view-links-until = tot en met { $day }
view-links-ended = beëindigd
view-links-end = Beëindigen
view-links-end-help = De link werkt meteen niet meer, ook niet voor wie de kaart nu open heeft
view-links-done = De link werkt niet meer.
view-links-all = Links om mee te lezen
view-links-all-about = Alle links waarmee mensen zonder workshop een kaart lezen, de nieuwste eerst.

view-reads = Je leest deze kaart via een link.
view-stop = Stoppen met lezen

audit-kind-view-link = Link om een kaart te lezen gemaakt
audit-kind-view-opened = Link om een kaart te lezen geopend
audit-kind-view-ended = Link om een kaart te lezen beëindigd
