"""Pages: load through a query, ask one action, choose a page."""
