"""The backlog of a to-be: what a story is, what changes, when it is done, and where its messages belong."""
