"""What can be asked about what was seen in the city and what is proposed."""
