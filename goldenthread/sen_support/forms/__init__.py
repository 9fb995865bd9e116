"""The questions of this room: their shape and wording."""
