"""DECIDES: the rules of fostering, pure, without I/O and without a clock."""
