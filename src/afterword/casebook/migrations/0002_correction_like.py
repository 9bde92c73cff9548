"""A correction knows the mail of which it was first said."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casebook", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="correction",
            name="like",
            field=models.UUIDField(blank=True, null=True),
        ),
    ]
