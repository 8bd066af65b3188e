"""Papers for the council and the executive: composed from what was recorded, each sentence with its source."""
