"""People across cases: who reaches whom, who vouches, who is near, and who is left in peace."""
