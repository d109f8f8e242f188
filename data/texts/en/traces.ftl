# Traceability: where stories come from, what they are for, and what a change would hit.

stories-view = View
stories-view-stories = Stories
stories-view-traces = Traceability

traces-by = Trace by
traces-by-needs = Needs
traces-by-stories = Stories
traces-by-as-is = Today
traces-by-evidence = Evidence

traces-needs-why = Which story serves which need: a need a row, an episode a column, stories by their number.
traces-stories-why = Each story with what it is for, what of today it replaces, and why we believe that.
traces-as-is-why = Each micro-moment of today with the stories it lives on in.
traces-evidence-why = Each piece of evidence with the stories that rest on it.

traces-need = Need
traces-needs = Needs
traces-story = Story
traces-stories = Stories
traces-as-is = Today
traces-evidence = Evidence
traces-need-today = A need of today that no story serves
traces-no-need = Stories without a need
traces-no-story = no story

traces-gap-needs = { $n ->
        [one] One need has no story.
       *[other] { $n } needs have no story.
    }
traces-gap-stories = { $n ->
        [one] One story has no need.
       *[other] { $n } stories have no need.
    }

traces-change = What would a change hit?
traces-change-help = Choose what you would like to change, and see which stories, teams and communications that hits, before you do.
traces-change-choose = Choose a micro-moment, a channel, a need …
traces-change-episode = Episode
traces-change-moment = Micro-moment
traces-change-channel = Channel
traces-change-need = Need
traces-change-as-is = Today

traces-hit-nothing = A change of this hits no story, no team and no communication.
traces-hit-stories = { $n ->
        [one] One story
       *[other] { $n } stories
    }
traces-hit-teams = { $n ->
        [one] One team
       *[other] { $n } teams
    }
traces-hit-messages = { $n ->
        [one] One communication
       *[other] { $n } communications
    }
traces-open-compare = Compare with today
