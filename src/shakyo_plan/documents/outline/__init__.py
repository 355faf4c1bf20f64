"""How a printed plan is laid out: numbers, bullets, words for parts; learnt from the document itself."""
