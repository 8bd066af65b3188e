"""HTML in and out: writing, setting, reading and printing papers."""
