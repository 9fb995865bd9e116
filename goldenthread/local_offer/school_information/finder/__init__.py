"""Find schools by plain facts, in order of distance or name and of nothing else (docs/decisions/0172-no-ranking.md)."""
