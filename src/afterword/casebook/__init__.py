"""What we know: every case, person, mail, remark and letter, each row in one account."""
