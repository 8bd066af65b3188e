"""The pages of notes, promises and frictions."""
