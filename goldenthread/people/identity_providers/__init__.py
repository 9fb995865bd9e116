"""Staff come in through their own organisation's identity provider: docs/decisions/0175."""
