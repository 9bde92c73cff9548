"""Who logs in, and the directory of accounts: an app apart from the casebook.

No row of the casebook refers to a row here by key: an account is named by its
UUID alone, so that accounts can later live on many shelves.
"""
