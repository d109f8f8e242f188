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
pack-beside = beside “{ $title }”
pack-covers = said for { $before } of { $of_before } → { $after } of { $of_after }
pack-by = { $numbers }, by: { $words }
pack-dropped = left out, as decided
pack-gone = gone, and nobody has decided so
pack-perhaps = perhaps: { $answer }
pack-do = Board pack
pack-help = One page for those who decide: the story, the figures, the pains and what is open
pack-alt = The board pack on one page. All it says is in the PDF, as text.
refusal-pack-no-as-is = A board pack holds a to-be against its as-is. This map has none that you can see.
pack-open-need = { $n ->
    [one] one need without a micro-moment
   *[other] { $n } needs without a micro-moment
}
pack-open-reworded = { $n ->
    [one] one need that says something else now
   *[other] { $n } needs that say something else now
}
pack-open-pain = { $n ->
    [one] one pain point without an answer
   *[other] { $n } pain points without an answer
}
pack-open-undecided = { $n ->
    [one] one micro-moment undecided
   *[other] { $n } micro-moments undecided
}
pack-open-not-dealt-with = { $n ->
    [one] one later change of the as-is not dealt with
   *[other] { $n } later changes of the as-is not dealt with
}
pack-open-silent = { $n ->
    [one] one episode without communication
   *[other] { $n } episodes without communication
}
pack-open-guess = { $n ->
    [one] one micro-moment assumed, asked of nobody
   *[other] { $n } micro-moments assumed, asked of nobody
}
exchange-format-pack-pdf = Page (PDF)
exchange-format-pack-pdf-about = One page to print and to send, with texts one can select.
exchange-format-pack-pptx = Slide (PowerPoint)
exchange-format-pack-pptx-about = The same page as a slide in which every text, table and line can be edited.
exchange-format-pack-png = Picture (PNG)
exchange-format-pack-png-about = The same page as a picture, for a message or a document.
refusal-pack-no-fonts = The fonts for this page could not be prepared on this computer. Take the slide instead.
