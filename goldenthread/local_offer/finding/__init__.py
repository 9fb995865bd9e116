"""Finding services: what was asked, what it means, and what answers it. Start with `searching.search`."""
