"""One check for each kind of file that people may send us. `types.py` chooses the check."""
