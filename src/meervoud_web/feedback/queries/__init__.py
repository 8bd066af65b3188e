"""What can be asked about themes and answers."""
