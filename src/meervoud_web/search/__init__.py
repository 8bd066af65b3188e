"""Finding things by their words, for whoever may see them."""
