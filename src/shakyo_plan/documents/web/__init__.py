"""A plan as one web page that a council can publish: read, searched, filtered, printed."""
