"""Comments on the Local Offer, from the words of a family to "You said, we did" (SI 2014/1530 reg 56)."""
