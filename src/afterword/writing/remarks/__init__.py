"""The margin of a letter: one small file a family of rules, all with the same signature."""
