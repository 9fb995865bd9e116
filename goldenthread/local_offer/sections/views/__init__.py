"""Pages for everybody, and for officers."""
