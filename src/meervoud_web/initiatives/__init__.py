"""What society does and proposes itself: seen in the city, and proposals of who is in position."""
