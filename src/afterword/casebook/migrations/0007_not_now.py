import afterword.casebook.identifiers
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casebook', '0006_regions'),
    ]

    operations = [
        migrations.CreateModel(
            name='NotNow',
            fields=[
                ('id', models.UUIDField(default=afterword.casebook.identifiers.uuid7, editable=False, primary_key=True, serialize=False)),
                ('account', models.UUIDField(db_index=True)),
                ('entered_at', models.DateTimeField()),
                ('what', models.CharField(max_length=16)),
                ('on', models.DateField()),
                ('until', models.DateField(null=True)),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('account', 'what'), name='one_not_now')],
            },
        ),
    ]
