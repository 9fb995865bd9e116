"""The forms of an entry, one for each section, and the short ones of moderators, officers and everybody."""
