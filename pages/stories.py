"""Stories: the to-be's micro-moments as work for a team."""

from journeymap.ui.screens.stories.screen import draw_stories

draw_stories()
