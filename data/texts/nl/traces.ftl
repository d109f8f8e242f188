# Herleidbaarheid: waar stories vandaan komen, waar ze voor zijn, en wat een verandering raakt.

stories-view = Weergave
stories-view-stories = Stories
stories-view-traces = Herleidbaarheid

traces-by = Herleid via
traces-by-needs = Behoeften
traces-by-stories = Stories
traces-by-as-is = Vandaag
traces-by-evidence = Onderbouwing

traces-needs-why = Welke story welke behoefte dient: een behoefte per rij, een episode per kolom, stories met hun nummer.
traces-stories-why = Elke story met waar die voor is, wat die vandaag vervangt, en waarom we dat geloven.
traces-as-is-why = Elk micromoment van vandaag met de stories waarin het voortleeft.
traces-evidence-why = Elke onderbouwing met de stories die erop rusten.

traces-need = Behoefte
traces-needs = Behoeften
traces-story = Story
traces-stories = Stories
traces-as-is = Vandaag
traces-evidence = Onderbouwing
traces-need-today = Een behoefte van vandaag die geen story dient
traces-no-need = Stories zonder behoefte
traces-no-story = geen story

traces-gap-needs = { $n ->
        [one] Eén behoefte heeft geen story.
       *[other] { $n } behoeften hebben geen story.
    }
traces-gap-stories = { $n ->
        [one] Eén story heeft geen behoefte.
       *[other] { $n } stories hebben geen behoefte.
    }

traces-change = Wat raakt een verandering?
traces-change-help = Kies wat je zou willen veranderen, en zie vooraf welke stories, teams en communicatie dat raakt.
traces-change-choose = Kies een micromoment, een kanaal, een behoefte …
traces-change-episode = Episode
traces-change-moment = Micromoment
traces-change-channel = Kanaal
traces-change-need = Behoefte
traces-change-as-is = Vandaag

traces-hit-nothing = Een verandering hiervan raakt geen story, geen team en geen communicatie.
traces-hit-stories = { $n ->
        [one] Eén story
       *[other] { $n } stories
    }
traces-hit-teams = { $n ->
        [one] Eén team
       *[other] { $n } teams
    }
traces-hit-messages = { $n ->
        [one] Eén boodschap
       *[other] { $n } boodschappen
    }
traces-open-compare = Vergelijk met vandaag
