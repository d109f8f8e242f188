"""Where maps are kept: one Store contract, and what implements it."""
