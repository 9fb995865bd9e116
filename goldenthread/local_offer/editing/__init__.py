"""Editing and moderation: providers write, moderators look, and what was approved stays live meanwhile."""
