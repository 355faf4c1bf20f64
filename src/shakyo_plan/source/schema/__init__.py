"""The JSON Schema of plan files: reading it, checking against it, saying what it means."""
