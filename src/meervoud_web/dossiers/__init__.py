"""Opgavedossiers: the readable whole of a challenge, and the same as open data that anybody can compute again."""
