"""Programs found by filters, and how a list of them looks."""
