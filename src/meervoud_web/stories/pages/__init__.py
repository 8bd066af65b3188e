"""Pages of stories: for who works on the challenge, for readers, and for who tells."""
