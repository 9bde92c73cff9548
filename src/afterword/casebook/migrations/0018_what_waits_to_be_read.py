"""The marks of mails that a first look found worth reading and that are still to be read."""

import django.db.models.deletion
from django.db import migrations, models

import afterword.casebook.identifiers


class Migration(migrations.Migration):
    dependencies = [("casebook", "0017_what_today_looks_up")]

    operations = [
        migrations.CreateModel(
            name="Waiting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=afterword.casebook.identifiers.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("entered_at", models.DateTimeField()),
                ("account", models.UUIDField()),
                ("digest", models.CharField(max_length=32)),
                ("place", models.TextField()),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waiting",
                        to="casebook.source",
                    ),
                ),
            ],
            options={"ordering": ["id"], "abstract": False},
        ),
        migrations.AddConstraint(
            model_name="waiting",
            constraint=models.UniqueConstraint(fields=("account", "digest"), name="one_waiting"),
        ),
    ]
