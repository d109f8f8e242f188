# Hoe de keuzes van een veld heten.

choice-assumed = Aangenomen
choice-internal = Interne gegevens
choice-validated = Bevestigd door een klant
choice-as-is = As-is
choice-to-be = To-be
choice-happy = Goed
choice-unhappy = Moeizaam
choice-loop = Lus
choice-abandoned = Afgehaakt
