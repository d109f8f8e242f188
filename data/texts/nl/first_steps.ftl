# Where a screen has nothing to show yet.

first-map = Eerst: hoe is het nu?
first-map-why = Er staat nog niets op deze kaart. Zet er eerst de episodes op in de woorden van de klant, en dan wat die in elke episode doet; wat er anders moet, volgt daaruit.
first-map-go = Begin op de kaart
first-workshop-go = Maak een workshop
