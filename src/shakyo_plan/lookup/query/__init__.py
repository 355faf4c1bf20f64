"""SQL over plan files: the tables that they become, and answers that are only ever read from them."""
