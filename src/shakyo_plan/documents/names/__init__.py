"""Names of programs as printed: marks taken off, entries split, spellings settled; or a doubt."""
