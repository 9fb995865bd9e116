"""Larkmere: an invented London-like borough, sized like the strategy document's figures.

Everybody and every place in it is fictional. The same seed gives the same rows on any machine.
"""
