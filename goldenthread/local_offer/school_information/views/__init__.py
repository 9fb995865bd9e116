"""Pages of the report: writing, approving, reading, and the authority's overview."""
