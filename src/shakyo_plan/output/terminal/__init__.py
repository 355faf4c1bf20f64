"""Tables and cards on the terminal, with Rich."""
