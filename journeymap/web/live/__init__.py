"""The live sockets: who is at a map, and what goes in and out."""
