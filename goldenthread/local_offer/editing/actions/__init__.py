"""What people do with entries: write, moderate, archive, claim, report, and say who may."""
