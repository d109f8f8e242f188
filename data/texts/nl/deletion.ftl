# Voorgoed verwijderen

deletion-do = Voorgoed verwijderen …
deletion-title-map = Deze kaart voorgoed verwijderen
deletion-title-workshop = Deze workshop voorgoed verwijderen
deletion-goes = Dit verdwijnt voorgoed:
deletion-size = { $episodes ->
    [one] één episode
   *[other] { $episodes } episodes
} en { $moments ->
    [one] één micromoment
   *[other] { $moments } micromomenten
}, met alle stemmen, oordelen en notities erop
deletion-history = de hele geschiedenis: { $changes ->
    [one] één wijziging
   *[other] { $changes } wijzigingen
} door { $people ->
    [one] één persoon
   *[other] { $people } personen
}
deletion-to-be-stays = Een to-be die van deze kaart uitging, blijft. Die staat dan op zichzelf.
deletion-maps = { $maps ->
    [one] één kaart
   *[other] { $maps } kaarten
} met { $moments ->
    [one] één micromoment
   *[other] { $moments } micromomenten
}, ook wat in het archief staat
deletion-people = { $people ->
    [one] één persoon, met naam en plek
   *[other] { $people } personen, met hun namen en plekken
}
deletion-agenda = de agenda, de uitkomsten en de parkeerplaats
deletion-agendas = { $agendas ->
    [one] één agenda die hieruit is bewaard
   *[other] { $agendas } agenda’s die hieruit zijn bewaard
}
deletion-signed-out = Wie er nu in zit, wordt meteen uitgelogd. Een to-be elders die van een van deze kaarten uitging, blijft.
deletion-no-undo = Dit kan niet ongedaan worden gemaakt. In back-ups die al gemaakt zijn, staat het nog.
deletion-type = Typ ter bevestiging de titel
deletion-now = Verwijder voorgoed
deletion-done = “{ $title }” is voorgoed verwijderd.
deletion-of-workshop = Verwijder de workshop
deletion-of-workshop-why = Alle kaarten, mensen en uitkomsten verdwijnen, voorgoed. Alleen de eigenaar van deze installatie kan dit.
deletion-workshop-menu = Wat je met deze workshop kunt doen
