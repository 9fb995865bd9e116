"""Bringing entries in from elsewhere: shown first, then taken whole or not at all, and never over a locked field.

source → Incoming (one entry as the source has it) → compared with what is here → shown → taken.
Decision record: docs/decisions/0151-bringing-entries-in.md.
"""
