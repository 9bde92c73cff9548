"""Mail in and mail out: mailboxes walked, accounts kept in step, what is read sorted and taught, letters sent."""
