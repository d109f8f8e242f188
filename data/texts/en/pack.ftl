# The board pack: one page for those who decide.

pack-felt = felt today
pack-aimed = aimed at
pack-figures = In figures
pack-before = today
pack-after = to-be
pack-pains = The ten worst pains, and what answers them
pack-none = None yet.
pack-unanswered = not answered yet
pack-improvements = The three strongest improvements
pack-open = Still open
pack-nothing-open = Nothing: everything is decided.
pack-validation = Validated by customers
