from django.db import migrations, models


class Migration(migrations.Migration):
    """Homes that share a database: which of them opens an account. Nobody's until one takes it."""

    dependencies = [("members", "0003_browser_keys")]

    operations = [
        migrations.AddField(
            model_name="account",
            name="home",
            field=models.CharField(editable=False, max_length=64, null=True, unique=True),
        ),
    ]
