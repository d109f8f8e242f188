# The light pages (joining, the owner link) and what the API answers.

web-name = Journeymap
web-language = Language

web-join-title = Join the workshop
web-join-other = Join another workshop
web-join-lead = Your facilitator has the code. You need no account.
web-join-code = Workshop code
web-join-code-help = Ten letters and digits, such as K7Q-F4MX-AC9. There is no B, G, I, L, O, S or Z in it, and no 0, 1, 2, 5 or 8.
web-join-name = Your name
web-join-name-help = The others in the workshop see it beside what you add.
web-join-role = You join as
web-join-participant = Participant
web-join-participant-help = I work on the map together with the others.
web-join-customer = Customer
web-join-customer-help = It is my journey: I add what I experience, and say what is true.
web-join-observer = Observer
web-join-observer-help = I watch, and change nothing.
web-join-do = Join
web-join-note = This device remembers your seat for 90 days with one cookie; nothing is sent elsewhere.

web-here-label = Your seat on this device
web-here-owner = You are here as the owner.
web-here-in = You are here as { $name }, { $role } in “{ $workshop }”.
web-here-go-on = Go on
web-here-leave = Leave on this device

web-sentence-title = You cannot come in this way
web-sentence-join = Join with a workshop code

owner-title = Come in as the owner
owner-lead-here = Journeymap is running on this machine, and wants to know that it is you. Open the link that was printed in the
    terminal where it was started.
owner-lead = Open the owner link that was printed in the terminal where Journeymap was started.
owner-new-link = Each link works once. For another one, type in another terminal, in the folder of Journeymap:
owner-key = Owner link or owner key
owner-key-help = Or paste it here. It is sent to this Journeymap and to nobody else.
owner-do = Come in
device-title = Sign this device in
device-lead = With this link you use your seat on this device as well. The link works once, within ten minutes; you can sign any device
    out again from your own menu.
device-do = Use my seat here

queue-title = You are at the door
queue-lead = Very many people have joined from where you are, so the facilitator lets you in by hand. This page goes on by itself.
queue-hint = If it takes long, wave at the facilitator: you are in their list of people.

field-people-name = your name

refusal-too-fast = That was a lot at once. Wait { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    } and go on.
refusal-too-heavy = This map is too large for that here. Take it away as a table or a journey document, or a smaller part of it.
refusal-busy = Others are working on large maps and files just now. Try again in { $seconds } seconds.
refusal-busy-yours = You have several large maps or files under way already. Try again when they are there, in { $seconds } seconds or so.
refusal-too-many-codes = That is not right, and too many wrong codes have come in. Check the code with the facilitator: the right one
    is let in at once. Before another wrong one there are { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    } to wait.
refusal-too-many-names = Too many people who are not in this workshop were asked for. Wait { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }, or ask the facilitator for help.
refusal-too-many-keys = That is not right, and too many wrong owner keys have come in. The right one is let in at once. Before another
    wrong one there are { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    } to wait.
refusal-web-other-site = This request came from a page of another site, so it was refused. Open Journeymap itself and try there.
refusal-web-no-address = There is nothing at this address; /api/openapi.json lists what there is.
refusal-web-no-method = This address does not answer to { $method }; /api/openapi.json says what it answers to.
refusal-web-unreadable = What was sent cannot be read.
refusal-web-not-json = What was sent is not JSON.
refusal-web-json-only = Send JSON here, with Content-Type: application/json.
refusal-web-not-an-object = Send a JSON object, such as {"{"}"title": "…"{"}"}.
refusal-web-too-many = What was sent holds too many values at once.
refusal-web-too-deep = What was sent is nested too deeply.
refusal-web-too-large = This is too much at once: at most { $most } kB can be sent.
refusal-web-character = What was sent contains half a character. Type the text again, or paste it without formatting.
refusal-web-missing = “{ $field }” is missing.
refusal-web-failure = This did not work, but that is not your fault. Try again; whoever runs Journeymap finds the cause in its log.
