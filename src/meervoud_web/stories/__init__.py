"""The same people followed through time, with consent: what changed for them, in their words."""
