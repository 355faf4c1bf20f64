"""What the lines of a printed plan are: parts of it, lists, facts of programs; a sketch, not yet a plan."""
