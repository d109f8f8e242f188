# Een rondleiding in vijf tips.

tour-ask = Leid me rond
tour-next = Volgende
tour-back = Terug
tour-end = Stop de rondleiding
tour-done = Klaar
tour-of = { $n } van { $of }
tour-home = Hier begint alles
tour-home-why = Op Home staan je klantreizen, as-is en to-be naast elkaar, met daarboven de workshops die nu bezig zijn.
tour-map = Het bord
tour-map-why = Sleep een kaartje, trek aan de curve, typ het ene micromoment na het andere. Iedereen ziet het meteen; druk op ? op het bord voor de toetsen.
tour-workshop = Een zaal aan het werk
tour-workshop-why = Kies een agenda, zet het scherm op de beamer, start een stap. Deelnemers schrijven op hun telefoon; jij onthult.
tour-compare = Van as-is naar to-be
tour-compare-why = “Ontwerp de to-be” begint met een kopie die onthoudt waar elk micromoment vandaan komt. Vergelijken laat zien wat bleef, wat veranderde en wat nog open is.
tour-stories = Neem het werk mee
tour-stories-why = Elk micromoment van de to-be is een user story met het bewijs erbij. Deze rondleiding vind je terug onder je naam, rechtsboven.
