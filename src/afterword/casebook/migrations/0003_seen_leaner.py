"""Fewer indices on the two tables that hold a row for every mail that is not kept."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casebook", "0002_correction_like"),
    ]

    operations = [
        migrations.AlterField(
            model_name="exchange",
            name="account",
            field=models.UUIDField(),
        ),
        migrations.AlterField(
            model_name="seen",
            name="account",
            field=models.UUIDField(),
        ),
        migrations.AlterField(
            model_name="seen",
            name="source",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="passed",
                to="casebook.source",
            ),
        ),
        migrations.AddIndex(
            model_name="seen",
            index=models.Index(
                condition=models.Q(("source__isnull", False)),
                fields=["source"],
                name="seen_in_a_thread",
            ),
        ),
    ]
