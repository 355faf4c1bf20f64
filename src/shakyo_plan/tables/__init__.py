"""Results as tables on a terminal, with Rich; one module for each kind."""
