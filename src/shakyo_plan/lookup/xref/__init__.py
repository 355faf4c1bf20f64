"""Cross-reference tables of a plan, and what is missing in it."""
