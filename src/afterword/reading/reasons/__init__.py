"""Why they say no, in their own words."""
