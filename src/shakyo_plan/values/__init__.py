"""The domain's value types: small, pure, and independent of everything else."""
