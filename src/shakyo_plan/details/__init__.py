"""Everything about one part of a plan, both ways: what it holds, and what refers to it."""
