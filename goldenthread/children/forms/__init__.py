"""Questions this room asks."""
