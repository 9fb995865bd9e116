"""The Local Offer for other programs: Open Referral UK 3.0, read from the published copies only."""
