"""The opgave: the wicked problem that people work on; the centre of everything."""
