from django.db import migrations, models


class Migration(migrations.Migration):
    """A country may name its region ("CA-ON"): holidays and the law differ by it."""

    dependencies = [
        ("casebook", "0005_doubts_in_the_users_words"),
    ]

    operations = [
        migrations.AlterField(
            model_name=name,
            name="country",
            field=models.CharField(blank=True, max_length=6),
        )
        for name in ("case", "company", "person")
    ]
