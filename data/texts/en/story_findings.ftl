# What could be better about a story: why, and what helps.

finding-kind-well-formed = Well-formed
finding-kind-atomic = One subject
finding-kind-minimal = Minimal
finding-kind-uniform = Uniform
finding-kind-unique = Unique
finding-kind-outcome = Outcome
finding-kind-testable = Testable
finding-kind-vague = Precise words
finding-kind-channel = Our channels

finding-no-persona = Nobody is named whose stories these are, so each says “a customer”. Give the map a persona.
finding-no-need = It does not say what for: there is no need. Add one to the micro-moment.
finding-goes-wrong = “{ $text }” tells what goes wrong. Write what the customer does once it is solved.
finding-several-needs = It holds { $n } needs. A team can finish one of them and leave the others open; one story for each can be planned by itself.
finding-several-acts = It holds more than one act: “{ $first }” and “{ $other }”. Each can be built and tested by itself.
finding-brackets = What stands between brackets is easily overlooked. Leave it out, or put it into the notes.
finding-further-sentence = After the first sentence comes more: “{ $text }”. Put it into the notes, or make it a micro-moment of its own.
finding-neutral-wish = Other stories read “I want to …”. This one does not, for “{ $text }” is not clearly an act. Begin with what the customer does: “Call the desk”.
finding-neutral-need = Other stories read “so that I …”. This one stays neutral, for the form of “{ $text }” is not certain. Write the need as “Know where to go” or “Certainty”.
finding-same-text = “{ $other }” says the same. Combine the two, or say what differs.
finding-same-needs = “{ $other }” serves the same needs in the same channels. Perhaps they are one story.
finding-no-outcome = Nothing says what is better afterwards: there is neither a need nor a targeted emotion.
finding-nothing-to-test = Nothing in it can be tested: no minutes, none of our channels, no message, nothing done backstage. Say within how many minutes it is done, or in which of our channels.
finding-criterion-missing = { $part ->
        [given] A criterion does not say where one begins (Given): “{ $text }”.
        [when] A criterion does not say what happens (When): “{ $text }”.
       *[then] A criterion does not say what can be seen then (Then): “{ $text }”.
    } With Given, When and Then somebody can test it.
finding-criterion-order = A criterion goes from Given over When to Then, each once: “{ $text }”. In another order nobody can test it step by step.
finding-criterion-unread = A criterion begins with none of Given, When and Then: “{ $text }”.
finding-vague-speed = “{ $words }” cannot be tested. Say within how many minutes, hours or days.
finding-vague-speed-timed = “{ $words }” cannot be tested, and the map already says how long it takes: { $time }. Leave the word out.
finding-vague-ease = “{ $words }” means something else to everybody. Say in how many steps, or what the customer no longer has to do.
finding-vague-quality = “{ $words }” cannot be tested. Say what the customer sees, knows or can do then.
finding-vague-amount = “{ $words }” leaves the number open. Say how many, how much or how often.
finding-vague-escape = “{ $words }” leaves open what belongs to it. Name it, or leave it out.
finding-some-not-ours = We cannot build anything in { $others }, for it is not ours. Let the story be about { $ours }, and keep the rest as context.
finding-none-ours = It happens only in { $others }, which is not ours. Say in which of our channels a team can do something, or leave the story out.

stories-quality = What could be better
stories-quality-help = Choose a kind to see only the stories in which it was found. Nothing here keeps a story back.
stories-better = { $n ->
        [one] One thing could be better:
       *[other] { $n } things could be better:
    }

finding-offer = It could read
finding-offer-several-needs = Split by need
finding-offer-several-acts = Split by act
