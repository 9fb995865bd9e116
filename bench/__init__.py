"""Measurements beside peers, in one run: `./run bench NAME`."""
