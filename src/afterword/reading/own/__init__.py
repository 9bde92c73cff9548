"""The user's own side: their addresses, what they promise, and whom they asked for peace."""
