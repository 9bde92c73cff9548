from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casebook', '0004_the_method'),
    ]

    operations = [
        migrations.AddField(
            model_name='remark',
            name='kin',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='remark',
            name='nature',
            field=models.CharField(blank=True, max_length=24),
        ),
    ]
