"""What is done with what people bring in: contribution, theme, answer, choice, result."""
