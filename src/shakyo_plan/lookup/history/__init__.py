"""A program or a basic plan through the years."""
