"""How the changes between two plans are told: data, rows, words, a page, a table on the terminal."""
