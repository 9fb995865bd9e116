"""What the Local Offer says in words of its own: section pages, the legal list, words explained, other ways to get it."""
