"""What can be done with letters, messages and the log of talks."""
