"""Appointments: .ics files, subscribed calendars, calendars on a server (CalDAV)."""
