"""Mail that could not be read whole: listed with its reason, so that nothing is lost in silence."""

from __future__ import annotations

from django.db import models

from afterword.casebook.record import Record


class Broken(Record):
    source = models.CharField(max_length=1000)
    position = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    mail_id = models.CharField(max_length=998, blank=True)
    reason = models.TextField()
    at = models.DateTimeField()

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="one_broken")]
