"""How each actor sees the challenge, whether it is one, and which role the government has in it."""
