"""The room: who is there, in which order they are told what, and how somebody who was away catches up."""
