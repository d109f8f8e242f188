# A tour of five hints.

tour-ask = Show me around
tour-next = Next
tour-back = Back
tour-end = End the tour
tour-done = Done
tour-of = { $n } of { $of }
tour-home = Everything begins here
tour-home-why = Home has your journeys, as-is and to-be side by side, and above them the workshops that are running now.
tour-map = The board
tour-map-why = Drag a card, pull the curve, type one micro-moment after another. Everybody sees it at once; press ? on the board for its keys.
tour-workshop = A room at work
tour-workshop-why = Choose an agenda, put the screen on the projector, start a step. People write on their phones; you reveal.
tour-compare = From as-is to to-be
tour-compare-why = “Design the to-be” begins with a copy that remembers where each micro-moment came from. Compare shows what was kept, what changed, and what is still open.
tour-stories = Take the work away
tour-stories-why = Each micro-moment of the to-be is a user story with its evidence. You find this tour again under your name, at the top right.
