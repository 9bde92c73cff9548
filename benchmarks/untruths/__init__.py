"""Untruths: letters whose facts are known, and plain rules of how facts go wrong in them.

Nothing here knows how the trace works. `pools` holds foreign names, firms, titles and boasts in
four languages; `going_wrong` changes a letter in one place and says where; `letters` gathers the
letters; `a_model` speaks as a language model would that adds what it was not told.
"""
