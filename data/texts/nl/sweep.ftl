# De kanalenronde: hoe het ervoor staat, en wat er te vragen is waar nog niets gezegd is.

sweep-words = { $all ->
    [0] Nog geen kanaal
    [one] Eén kanaal{ $assumed ->
        [0] {""}
       *[other] , genoemd vóór de kanalenronde
    }
   *[other] { $all } kanalen{ $assumed ->
        [0] {""}
       *[other] { $found ->
            [0] , allemaal genoemd vóór de kanalenronde
           *[other] : { $assumed } genoemd vóór de kanalenronde, { $found } erna gevonden
        }
    }
}
sweep-question = Doet { $persona } iets { $via } in “{ $episode }”?
sweep-via = via “{ $channel }”

# Gangbare kanalen zoals ze in die vraag staan

sweep-via-website = op de website
sweep-via-web-shop = in de webwinkel
sweep-via-customer-portal = in het klantportaal
sweep-via-app = in de app
sweep-via-chat = via de livechat
sweep-via-chatbot = met de chatbot
sweep-via-online-form = met een onlineformulier
sweep-via-video-call = in een videogesprek
sweep-via-phone-call = via de telefoon
sweep-via-voice-menu = via het keuzemenu
sweep-via-e-mail = per e-mail
sweep-via-newsletter = met de nieuwsbrief
sweep-via-text-message = per sms
sweep-via-letter = per brief
sweep-via-magazine = met het tijdschrift
sweep-via-leaflet = met de folder
sweep-via-reception-desk = aan de balie
sweep-via-shop = in de winkel
sweep-via-till = aan de kassa
sweep-via-waiting-room = in de wachtruimte
sweep-via-signs = met de bewegwijzering
sweep-via-kiosk = bij de zelfbedieningszuil
sweep-via-ticket-machine = bij de kaartautomaat
sweep-via-employee = met een medewerker
sweep-via-adviser = met een adviseur
sweep-via-event = op een evenement
sweep-via-family-friends = met familie of vrienden
sweep-via-colleagues = met collega’s
sweep-via-neighbours = met de buren
sweep-via-group-chat = in een groepsapp
sweep-via-search-engine = met een zoekmachine
sweep-via-online-map = met een online kaart
sweep-via-review-site = op een recensiesite
sweep-via-comparison-site = op een vergelijkingssite
sweep-via-social-media = op sociale media
sweep-via-forum = op een forum
sweep-via-courier = met de bezorger
sweep-via-parcel-shop = bij het pakketpunt
sweep-via-partner = bij een partner of dealer
sweep-via-competitor = bij een concurrent
sweep-via-public-transport = in het openbaar vervoer
sweep-via-bank = op de betaalpagina van de bank
