"""What moves outside: boards, adverts and news, told once; and what leaves this machine to learn of it."""
