"""What the gallery shows: every component in every state, with the call that makes it."""
