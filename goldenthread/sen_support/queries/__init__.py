"""Reads, viewer first. What is outside the viewer's reach is "not found"; words follow their audience."""
