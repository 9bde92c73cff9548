"""The user themselves: how they are, who helps near them, the method they follow and their own plays."""
