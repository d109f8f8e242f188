"""The quality of stories: what a team would stumble over, why, and what could stand there instead.

It warns, and blocks nothing.
"""
