"""The demo mailbox: one invented job search of five months, whose last day is always today."""
