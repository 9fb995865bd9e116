"""Pages for staff of the setting: load through a query, ask one action, choose a page."""
