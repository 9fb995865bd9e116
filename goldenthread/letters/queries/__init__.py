"""Letters, messages and talks that the viewer may read."""
