"""Larkmere's Local Offer for the demo: its own invented services, and real schools as its neighbours."""
