# The channel sweep: how it stands, and what to ask where nothing is said yet.

sweep-words = { $all ->
    [0] No channel yet
    [one] One channel{ $assumed ->
        [0] {""}
       *[other] , named before the sweep
    }
   *[other] { $all } channels{ $assumed ->
        [0] {""}
       *[other] { $found ->
            [0] , all named before the sweep
           *[other] : { $assumed } named before the sweep, { $found } found in it
        }
    }
}
sweep-question = Does { $persona } do anything { $via } in “{ $episode }”?
sweep-via = through “{ $channel }”

# Common channels as they stand in that question

sweep-via-website = on the website
sweep-via-web-shop = in the web shop
sweep-via-customer-portal = in the customer portal
sweep-via-app = in the app
sweep-via-chat = by live chat
sweep-via-chatbot = with the chatbot
sweep-via-online-form = with an online form
sweep-via-video-call = by video call
sweep-via-phone-call = by phone
sweep-via-voice-menu = through the voice menu
sweep-via-e-mail = by e-mail
sweep-via-newsletter = with the newsletter
sweep-via-text-message = by text message
sweep-via-letter = by letter
sweep-via-magazine = with the magazine
sweep-via-leaflet = with the leaflet
sweep-via-reception-desk = at the reception desk
sweep-via-shop = in the shop
sweep-via-till = at the till
sweep-via-waiting-room = in the waiting room
sweep-via-signs = with the signs
sweep-via-kiosk = at the self-service kiosk
sweep-via-ticket-machine = at the ticket machine
sweep-via-employee = with an employee
sweep-via-adviser = with an adviser
sweep-via-event = at an event
sweep-via-family-friends = with family or friends
sweep-via-colleagues = with colleagues
sweep-via-neighbours = with neighbours
sweep-via-group-chat = in a group chat
sweep-via-search-engine = with a search engine
sweep-via-online-map = with an online map
sweep-via-review-site = on a review site
sweep-via-comparison-site = on a comparison site
sweep-via-social-media = on social media
sweep-via-forum = on a forum
sweep-via-courier = with the courier
sweep-via-parcel-shop = at the parcel shop
sweep-via-partner = with a partner or dealer
sweep-via-competitor = with a competitor
sweep-via-public-transport = on public transport
sweep-via-bank = on the bank’s payment page
