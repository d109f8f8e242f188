# The coach: what a map still misses. Short, friendly, never a reproach; names what it is about.

coach-persona = the customer
coach-persona-missing = Whose journey is it? Give the persona a name.
coach-goal = What does { $persona } want to achieve with this journey?
coach-scope = Where does the journey of { $persona } start, and where does it end?
coach-no-episodes = Begin with the episodes: five to seven, in the words of { $persona }.
coach-few-episodes = { $n ->
    [one] There is one episode so far; { $least } to { $most } are usual. What comes before it, or after it?
   *[other] There are { $n } episodes so far; { $least } to { $most } are usual. Is one missing?
}
coach-many-episodes = { $n } episodes are hard to keep in mind; { $least } to { $most } are usual. Do two of them belong together?
coach-empty-episode = { $more ->
    [0] “{ $episode }” has no micro-moments yet.
    [one] “{ $episode }” and one more episode have no micro-moments yet.
   *[other] “{ $episode }” and { $more } more episodes have no micro-moments yet.
}
coach-thin-episode = { $n ->
    [one] “{ $episode }” has 1 micro-moment; others have { $least } to { $most }.
   *[other] “{ $episode }” has { $n } micro-moments; others have { $least } to { $most }.
}
coach-thin-episode-same = { $n ->
    [one] “{ $episode }” has 1 micro-moment; others have { $most }.
   *[other] “{ $episode }” has { $n } micro-moments; others have { $most }.
}
coach-only-ours = Every moment so far is one of ours. What does { $persona } do without us: friends, reviews, a competitor?
coach-no-channel = { $more ->
    [0] How does “{ $moment }” happen? It has no channel yet.
   *[other] How does “{ $moment }” happen? It has no channel yet, and neither { $more ->
        [one] has one more micro-moment.
       *[other] have { $more } more micro-moments.
    }
}
coach-no-need = { $more ->
    [0] What does { $persona } need in “{ $moment }”? No need is named yet.
    [one] What does { $persona } need in “{ $moment }”, and in one more micro-moment? No need is named yet.
   *[other] What does { $persona } need in “{ $moment }”, and in { $more } more micro-moments? No need is named yet.
}
coach-solution = “{ $need }” may be a solution already (“{ $solution }”). What would it give { $persona }?
coach-no-path = Draw a first path: which way do most people like { $persona } go?
coach-only-happy = Only the happy path is drawn. What happens to { $persona } when something goes wrong, or when it takes too long?
coach-guessed = { $n ->
    [1] The felt emotion at “{ $moment }” is still a guess. Who can say how it really felt?
   *[other] { $n } of { $of } felt emotions are still a guess. Who can say how “{ $moment }” really felt?
}
coach-no-feeling = { $more ->
    [0] How does { $persona } feel at “{ $moment }”?
    [one] How does { $persona } feel at “{ $moment }”, and at one more micro-moment?
   *[other] How does { $persona } feel at “{ $moment }”, and at { $more } more micro-moments?
}
coach-no-target = What should { $persona } feel? No episode has a targeted emotion yet.
coach-target-reversed = Begin at the end: what should { $persona } feel in “{ $episode }”?
coach-moment-untargeted = { $more ->
    [0] What should { $persona } feel at “{ $moment }”? It has no targeted emotion, and neither has its episode.
    [one] What should { $persona } feel at “{ $moment }”, and at one more micro-moment? Neither has a targeted emotion yet.
   *[other] What should { $persona } feel at “{ $moment }”, and at { $more } more micro-moments? They have no targeted emotion yet.
}
coach-as-is-open = { $more ->
    [0] “{ $moment }” of the as-is has no place in the to-be. Is it meant to go?
    [one] “{ $moment }” and one more micro-moment of the as-is have no place in the to-be. Are they meant to go?
   *[other] “{ $moment }” and { $more } more micro-moments of the as-is have no place in the to-be. Are they meant to go?
}
coach-third-person = “{ $moment }” reads best in the first person: “{ $put }”.
coach-no-customer = No customer is in the room. Who can say what it is really like for { $persona }?
coach-no-front-line = Nobody here seems to meet customers every day. Who from the front line can join?
coach-team-missing = { $n ->
    [one] { $teams } works behind these moments, but does not seem to be in the room.
   *[other] { $teams } work behind these moments, but do not seem to be in the room.
}
