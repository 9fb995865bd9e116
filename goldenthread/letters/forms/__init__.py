"""The questions of letters, messages and the log."""
