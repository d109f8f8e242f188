# De backlog: wat mensen besluiten over stories.

row-stories = story
the-stories = de story
exchange-place-stories = story { $number }
field-stories-moment = micromoment
field-stories-episode = episode
field-stories-part = soort deel
field-stories-need = behoefte
field-stories-channel = kanaal
field-stories-into = story waarin deze is samengevoegd
field-stories-stands-after = plaats in de backlog
field-stories-title = titel
field-stories-title-base = titel zoals de kaart die had
field-stories-sentence = zin
field-stories-sentence-base = zin zoals de kaart die had
field-stories-criteria = acceptatiecriteria
field-stories-criteria-base = acceptatiecriteria zoals de kaart ze had
field-stories-notes = notities
field-stories-excluded = weggelaten
field-stories-reason = reden
field-stories-estimate = schatting
field-stories-team = team
field-stories-status = status
field-stories-priority = prioriteit
field-stories-labels = labels
told-count-stories = { $n ->
    [one] één story
   *[other] { $n } stories
}
told-set-stories-excluded-yes = liet de story “{ $name }” weg uit de backlog
told-set-stories-excluded-no = nam de story “{ $name }” weer op in de backlog
told-add-story = besloot over de story “{ $name }”
told-add-story-part = maakte van een deel van de story “{ $name }” een eigen story
told-remove-story = nam terug wat over de story “{ $name }” was besloten
told-remove-story-part = voegde een deel van de story “{ $name }” weer bij de rest
told-set-story-title = noemde de story “{ $name }” { $value }
told-clear-story-title = noemde de story “{ $name }” weer zoals de kaart

row-story-links = koppeling tussen stories
the-story-links = de koppeling tussen stories
exchange-place-story-links = koppeling { $number }
field-story-links-depends-on = story waarop deze wacht
told-count-story-links = { $n ->
    [one] één koppeling tussen stories
   *[other] { $n } koppelingen tussen stories
}

row-story-asides = terzijde gelegde bevinding
the-story-asides = de terzijde gelegde bevinding
exchange-place-story-asides = terzijde gelegde bevinding { $number }
field-story-asides-rule = regel
field-story-asides-about = waarover het gaat
field-story-asides-reason = reden
told-count-story-asides = { $n ->
    [one] één terzijde gelegde bevinding
   *[other] { $n } terzijde gelegde bevindingen
}

choice-highest = Hoogste
choice-high = Hoog
choice-medium = Middel
choice-low = Laag
choice-proposed = Voorgesteld
choice-ready = Klaar om te beginnen
choice-in-progress = In uitvoering
choice-done = Gereed
choice-need = Per behoefte
choice-channel = Per kanaal
choice-hand = Met de hand

refusal-story-in-as-is = Over stories beslis je in een to-be: deze kaart is een as-is.
refusal-story-link-twice = Deze story wacht al op die story.
refusal-story-label-id = Een label kan niet met “jm-” beginnen: zo beginnen de id’s van story’s.
refusal-story-of-the-team = Klanten vertellen wat ze meemaken. Wat er gemaakt wordt, beslist wie eraan werkt.
refusal-story-link-circle = Dan zou een story op zichzelf wachten, rechtstreeks of via andere. Haal eerst een van de koppelingen weg.

story-part-title = { $moment }: { $part }
story-and = en
story-left-out-why = { $title } ({ $reason })
story-hint-part-gone = waar dit deel voor was, staat niet meer op de kaart
story-priority-truth = moment van de waarheid
story-priority-votes-one = één stem
story-priority-votes-1 = { $n } stemmen, de meeste
story-priority-votes-2 = { $n } stemmen, op één na de meeste
story-priority-votes-3 = { $n } stemmen, op twee na de meeste
story-priority-votes-some = { $n } stemmen
story-priority-gap = gevoeld { $felt }, beoogd { $aimed }
story-priority-pains-one = één pijnpunt
story-priority-pains-some = { $n } pijnpunten
story-priority-opportunity = een behoefte die we kennen, en vandaag voelt het { $felt }

refusal-story-says-nothing = Zeg wat de story is: geef een titel of een zin.
refusal-story-not-edited = Hier heeft niemand iets geschreven: de story zegt wat de kaart zegt.
refusal-story-is-a-moment = Deze story komt van de kaart en blijft zolang het micromoment er is. Laat de story weg uit de backlog.
refusal-story-stays-in-episode = Deze story staat in de episode van het micromoment. Verplaats het micromoment op de kaart.
refusal-story-nothing-to-split = Hier valt niets te splitsen.
refusal-story-one-need = Deze story is voor hooguit één behoefte en is dus niet per behoefte te splitsen.
refusal-story-one-channel = Deze story is voor hooguit één kanaal en is dus niet per kanaal te splitsen.
refusal-story-combine-one = Kies minstens twee stories om samen te voegen.

story-field-priority = Prioriteit
story-field-priority-reasons = Waarom deze prioriteit
story-field-estimate = Storypunten
story-field-team = Team
story-field-status = Status
story-field-notes = Notities
story-field-taken-in = Samengevoegd uit
story-field-depends-on = Wacht op
story-field-left-out = Weggelaten uit de backlog
story-all-left-out = Alle stories zijn weggelaten uit de backlog.
tracker-tasks = Te doen achter de schermen:
