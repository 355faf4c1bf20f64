"""One table type and one writer a format: terminal, JSON, CSV, Markdown, HTML; it knows no feature."""
