"""Even noteren: who I spoke, what struck me, what I promised; and what in the line blocks us."""
