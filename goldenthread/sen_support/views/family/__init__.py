"""Pages for families and young people: load through a query, ask one action, choose a page."""
