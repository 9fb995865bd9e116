"""Documents: what is written for people, and what people send us."""
