"""The commands of ``plan``: one a file, and the function of a command's name is what runs."""
