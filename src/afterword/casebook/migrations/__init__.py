"""The tables of the casebook."""
