"""What each command lists, as sheets: the columns of its records and their words."""
