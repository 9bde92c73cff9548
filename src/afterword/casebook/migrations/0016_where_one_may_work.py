"""Where the user may take a seat, and whether a firm's board must be judged though it stands still."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casebook", "0015_who_is_forgotten")]

    operations = [
        migrations.AddField(
            "profile",
            "works_in",
            models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
        migrations.AddField("lookout", "unsettled", models.BooleanField(default=False)),
    ]
