"""The pages of this room: entries and their sections, versions, the queue, claims, reports, providers."""
