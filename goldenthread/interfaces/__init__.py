"""What every interface for programs shares: addresses that carry their access rule, and how often one may ask."""
