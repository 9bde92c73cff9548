"""People, from address books: vCard, LinkedIn's own export, tables of Google and Outlook, CardDAV."""
