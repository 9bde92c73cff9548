"""Mail that pretends, lures or asks for money."""
