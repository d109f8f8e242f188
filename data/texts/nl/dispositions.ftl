# Bestemmingen: wat mensen besluiten over elk moment van de as-is.

row-dispositions = bestemming
the-dispositions = de bestemming
exchange-place-dispositions = bestemming { $number }
field-dispositions-as-is = moment van de as-is
field-dispositions-kind = bestemming
field-dispositions-reason = reden
field-dispositions-proposed = wat was voorgesteld
field-dispositions-text = wat er in het moment stond
field-dispositions-decided-by = wie besloot
field-dispositions-decided-on = dag van het besluit
field-dispositions-on-revision = revisie van de to-be
field-dispositions-as-is-revision = revisie van de as-is
told-count-dispositions = { $n ->
    [one] één bestemming
   *[other] { $n } bestemmingen
}
told-decided = besloot over “{ $name }”: { $kind }

disposition-undecided = onbeslist
disposition-kept = behouden
disposition-changed = veranderd
disposition-moved = verplaatst
disposition-moved-channel = ander kanaal
disposition-merged = samengevoegd
disposition-split = gesplitst
disposition-removed = vervallen

refusal-disposition-in-as-is = Over bestemmingen beslis je in een to-be: deze kaart is een as-is.
refusal-disposition-made-anew = Een besluit wordt niet herschreven. Beslis opnieuw: het nieuwe besluit telt, en dit blijft bewaard.
refusal-disposition-no-as-is = Deze to-be heeft nog geen as-is, dus er valt niets te beslissen. Koppel er eerst een.
refusal-disposition-of-nothing = Dat moment staat niet meer in de as-is.
compare-fate-undecided = onbeslist
