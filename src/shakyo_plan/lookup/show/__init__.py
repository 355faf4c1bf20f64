"""Everything about one part of a plan."""
