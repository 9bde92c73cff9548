"""How an interview took place is empty where nobody said so; it was taken for a video call."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casebook", "0018_what_waits_to_be_read")]

    operations = [
        migrations.AlterField(
            model_name="interview",
            name="channel",
            field=models.CharField(blank=True, default="", max_length=32),
        ),
    ]
