"""Checking plan files: the engine, the rules, and the reports of what was found."""
