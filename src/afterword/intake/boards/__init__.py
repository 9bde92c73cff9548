"""Firms' own public job boards. `board.py` is the contract, one file a kind beside it."""
