"""Documents in and out: what the printed plan is made of, and the formats that councils keep it in."""
