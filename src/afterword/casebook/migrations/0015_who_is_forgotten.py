"""The marks of those who were forgotten, so that no mail or address book brings them back."""

from django.db import migrations, models

import afterword.casebook.identifiers


class Migration(migrations.Migration):
    dependencies = [("casebook", "0014_what_was_sighted")]

    operations = [
        migrations.CreateModel(
            name="Forgotten",
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
                ("account", models.UUIDField(db_index=True)),
                ("entered_at", models.DateTimeField()),
                ("mark", models.CharField(max_length=32)),
            ],
            options={"ordering": ["id"], "abstract": False},
        ),
        migrations.AddConstraint(
            model_name="forgotten",
            constraint=models.UniqueConstraint(fields=("account", "mark"), name="one_forgotten"),
        ),
    ]
