"""A rest until a day no longer takes the place of what was refused for good: both are kept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casebook", "0019_how_they_spoke")]

    operations = [
        migrations.AddField(
            model_name="snooze",
            name="refused",
            field=models.CharField(blank=True, default="", max_length=300),
            preserve_default=False,
        ),
    ]
