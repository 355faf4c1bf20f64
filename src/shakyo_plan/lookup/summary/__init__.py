"""A plan at a glance: how much of everything it holds."""
