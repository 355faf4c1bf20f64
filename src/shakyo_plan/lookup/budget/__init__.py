"""Money: the budgets of programs with totals, and the accounts of the council."""
