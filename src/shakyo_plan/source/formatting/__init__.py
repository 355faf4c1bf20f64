"""The canonical form of a plan file: order of keys, indents, blank lines; data and comments unchanged."""
