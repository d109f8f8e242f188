"""Every limit of a journey, stated once.

Lengths count characters as a person sees them, after normalisation (NFC): see lengths.py. An emoji of several parts, a
flag or a letter with its accents is one character, of ten code points at most.
"""

NAME = 80
LABEL = 40
TITLE = 120
TEXT = 280
CONTEXT = 1_000
NOTES = 4_000
CRITERIA = 8_000
CRITERIA_LINES = 120

VALENCE = 2.0
"""Emotions run from -2 (very bad) to +2 (very good)."""

MINUTES = 525_600.0
"""One year: longer than any single moment can last."""

EFFORT = (1.0, 7.0)
"""Customer effort as customers say it (CES): from very easy to very hard to handle."""

ESTIMATE = 1_000.0
"""Story points: nobody plans a story of more."""

SHARE = 100.0
"""A path's share of customers is a percentage."""

NODE = 200
"""The name of a node in the graph: a row's id, or a team or system with what it is called."""

COORDINATE = 1_000_000.0
"""How far from the middle a node may be put: five thousand moments side by side take three quarters of it."""

SLOTS = 1_000
"""Nobody has more dots than this."""

ID_PATTERN = r"^[A-Za-z0-9_-]{1,64}$"

PICTURE_PATTERN = r"^(?:[0-9a-f]{32})?$"
"""The name of a picture, or of none."""

PICTURE_SIDE = 256
"""No picture that is kept is wider or higher, in dots."""

PICTURE_BYTES = 40 * 1024
"""No picture that is kept has more bytes."""

PICTURE_SENT_BYTES = 6 * 1024 * 1024
"""No picture that is sent has more bytes: it is reduced here."""

PICTURE_SENT_DOTS = 24_000_000
"""A JPEG that claims to have more dots is not opened."""

PICTURE_UNPACKED_DOTS = 12_500_000
"""Nor is a PNG or a WebP with more than these: such a file is unpacked whole before it is reduced."""

PICTURE_SCANS = 100
"""A JPEG that is drawn in more passes is not opened: those of cameras and programs have a dozen."""

PICTURES = 20
"""So many pictures that one person alone can bring back are kept, so that an undo finds those before."""

PICTURES_IN_ALL = 100
"""So many of one map are kept at most, for everybody's undo; those who lead may add as many again."""

KEY_LENGTH = 64
"""Order keys longer than this make the server space the siblings anew."""

REVISION = 2**53 - 1
"""The highest number of a revision: what a browser counts to exactly."""

ROWS = {
    "maps": 1,
    "personas": 1,
    "channels": 500,
    "episodes": 200,
    "moments": 5_000,
    "touchpoints": 25_000,
    "needs": 25_000,
    "backstage_steps": 25_000,
    "pain_points": 25_000,
    "communications": 2_000,
    "paths": 200,
    "path_steps": 25_000,
    "origins": 25_000,
    "credits": 25_000,
    "votes": 50_000,
    "verdicts": 25_000,
    "parked": 2_000,
    "decisions": 500,
    "proposals": 25_000,
    "dispositions": 25_000,
    "stories": 10_000,
    "story_links": 5_000,
    "story_asides": 10_000,
    "places": 5_000,
}
"""How many rows of each table one map may hold."""

SHARE_OF_ROWS = 5
"""One person makes at most a fifth of what a map may hold of a table; those who lead are not bounded by it."""

KEPT_BACK = 10
"""The last tenth of what a map may hold is kept for those who lead."""

FILE_BYTES = 20 * 1024 * 1024
"""The largest file that may be imported."""

EPISODES_USUAL = (5, 7)
"""How many episodes a readable map has; outside it is said, never refused."""
