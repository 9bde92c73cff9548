"""The casebook as a whole: kept in copies, taken out and back, shown by an example, forgotten."""
