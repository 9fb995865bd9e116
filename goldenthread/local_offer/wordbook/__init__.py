"""Staff keep the words that families use: what means the same, what everyday phrases mean, and what led to nothing."""
