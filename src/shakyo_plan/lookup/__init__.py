"""Looking things up: each feature computes in plain records, and lays its own view beside them."""
