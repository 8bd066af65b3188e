"""What knows Dutch: which statements say the same, and what in a text leads to somebody. It says nothing."""
