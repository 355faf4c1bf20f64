"""The tree of a plan: goals, basic plans, sections and programs."""
