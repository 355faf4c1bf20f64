"""From the bytes of a plan file to plain data with the line and column of every key and value."""
