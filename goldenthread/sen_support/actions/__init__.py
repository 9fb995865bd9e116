"""Writes: each allows, locks, moves, writes and audits, in one transaction."""
