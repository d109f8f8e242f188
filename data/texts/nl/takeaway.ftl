# Een kaart meenemen, en haar binnenbrengen waar ze al bekend is.

taking-do = Meenemen
taking-help = Neem deze kaart mee als bestand: om te bewaren, te versturen of er elders mee verder te gaan
taking-title = Deze kaart meenemen
taking-of-map = De kaart
taking-of-stories = Userstory’s
taking-of-graph = Het netwerk
taking-only-changed = Alleen story’s die iets veranderen
taking-view = Welke weergave
taking-as-is = Userstory’s neem je mee van de to-be; deze kaart is een as-is.

pair-title = Ontworpen vanuit
pair-help = De as-is waaruit deze to-be is ontworpen. Daaruit blijkt wat er van elk micromoment is geworden en wat de story’s vervangen.
pair-none = Geen
pair-none-here = Deze to-be staat op zichzelf: er is geen as-is waaruit ze is ontworpen.
pair-waits = Ze is ontworpen vanuit “{ $title }”, en die kaart is hier niet. Wordt die geïmporteerd, dan zijn de twee weer een paar.
pair-waits-unnamed = Ze is ontworpen vanuit een kaart die hier niet is. Wordt die geïmporteerd, dan zijn de twee weer een paar.
pair-hidden = Ze is ontworpen vanuit een kaart die jij niet mag zien.
pair-shared = { $moments ->
        [one] Haar ene micromoment komt { $known ->
            [0] niet
           *[other] wel
        } uit deze as-is.
       *[other] Van haar { $moments } micromomenten { $known ->
            [0] komt er geen
            [one] komt er één
           *[other] komen er { $known }
        } uit deze as-is.
    }
pair-unlinked = Deze to-be staat nu op zichzelf.

refusal-already-here = “{ $title }” is hier al. Wil je er een tweede kaart van, importeer haar dan als kopie.
refusal-file-twice = Dezelfde kaart staat twee keer tussen deze bestanden. Importeer haar één keer.
refusal-as-is-itself = Deze kaart wordt genoemd als de as-is van zichzelf. Een to-be wordt vanuit een andere kaart ontworpen.
refusal-as-is-of-as-is = Deze kaart is een as-is, en toch wordt “{ $title }” genoemd als de kaart waaruit ze is ontworpen. Alleen een to-be wordt vanuit een andere kaart ontworpen: maak er eerst een to-be van, of haal die naam weg.
refusal-as-is-is-to-be = “{ $title }” is een to-be. Een to-be wordt ontworpen vanuit een as-is; kies er zo een.
refusal-as-is-circle = “{ $title }” is zelf ontworpen vanuit deze kaart; de twee zouden in een kring rondgaan. Eén van beide moet de as-is zijn.
refusal-as-is-not-named = Het bestand hoort de as-is onder “as_is” te noemen met haar “identity”, en met haar “title” als ze die heeft, maar er staat iets anders.

import-write-all = { $n ->
        [one] Maak deze kaart
       *[other] Maak deze { $n } kaarten
    }
import-one-table = “{ $name }” is een tabel, en tabellen importeer je een voor een: eerst kies je wat de kolommen betekenen. Meer bestanden tegelijk kan alleen met kaarten die uit Journeymap komen (.json).
import-known = “{ $title }” is hier al, en blijft dus buiten deze import.
import-known-archived = “{ $title }” is hier al, in het archief, en blijft dus buiten deze import.
import-known-open = Openen
import-again = Nog eens importeren, als kopie
import-again-help = Een kopie is een eigen kaart: haar userstory’s hebben andere id’s.
import-pair-along = Haar as-is, “{ $title }”, komt mee: de twee blijven een paar.
import-pair-here = Haar as-is, “{ $title }”, is hier: de twee blijven een paar.
import-pair-gone = Ze is ontworpen vanuit “{ $title }”, en die kaart is hier niet. Voeg dat bestand hierboven toe, importeer het later, of kies de as-is.
import-pair-gone-unnamed = Ze is ontworpen vanuit een kaart die hier niet is. Voeg dat bestand hierboven toe, importeer het later, of kies de as-is.
import-pair-choose = De as-is waaruit ze is ontworpen
import-pair-later = De kaart die ze noemt, zodra die geïmporteerd wordt
import-twice = Dezelfde kaart staat twee keer tussen deze bestanden; ze wordt één keer geïmporteerd.
