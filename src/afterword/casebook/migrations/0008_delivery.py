import afterword.casebook.identifiers
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casebook', '0007_not_now'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='postal',
            field=models.TextField(blank=True),
        ),
        migrations.CreateModel(
            name='LaidDraft',
            fields=[
                ('id', models.UUIDField(default=afterword.casebook.identifiers.uuid7, editable=False, primary_key=True, serialize=False)),
                ('account', models.UUIDField(db_index=True)),
                ('entered_at', models.DateTimeField()),
                ('message_id', models.CharField(max_length=320)),
                ('folder', models.CharField(max_length=500)),
                ('server', models.CharField(max_length=300)),
                ('sha256', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('letter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='laid_draft', to='casebook.letter')),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Letterhead',
            fields=[
                ('id', models.UUIDField(default=afterword.casebook.identifiers.uuid7, editable=False, primary_key=True, serialize=False)),
                ('account', models.UUIDField(db_index=True)),
                ('entered_at', models.DateTimeField()),
                ('address', models.TextField(blank=True)),
                ('phone', models.CharField(blank=True, max_length=64)),
                ('place', models.CharField(blank=True, max_length=100)),
                ('layout', models.CharField(blank=True, max_length=16)),
                ('signature', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('account',), name='one_letterhead')],
            },
        ),
        migrations.CreateModel(
            name='OwnMail',
            fields=[
                ('id', models.UUIDField(default=afterword.casebook.identifiers.uuid7, editable=False, primary_key=True, serialize=False)),
                ('account', models.UUIDField(db_index=True)),
                ('entered_at', models.DateTimeField()),
                ('address', models.CharField(max_length=320)),
                ('smtp_host', models.CharField(blank=True, max_length=253)),
                ('smtp_port', models.IntegerField(default=465)),
                ('security', models.CharField(default='tls', max_length=16)),
                ('user', models.CharField(blank=True, max_length=320)),
                ('imap_host', models.CharField(blank=True, max_length=253)),
                ('imap_port', models.IntegerField(default=993)),
                ('imap_security', models.CharField(default='tls', max_length=16)),
                ('copies', models.BooleanField(default=True)),
                ('tried_at', models.DateTimeField(null=True)),
                ('tried_well', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('account',), name='one_own_mail')],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.UUIDField(default=afterword.casebook.identifiers.uuid7, editable=False, primary_key=True, serialize=False)),
                ('account', models.UUIDField(db_index=True)),
                ('entered_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('letter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reminder', to='casebook.letter')),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Dispatch',
            fields=[
                ('id', models.UUIDField(default=afterword.casebook.identifiers.uuid7, editable=False, primary_key=True, serialize=False)),
                ('account', models.UUIDField(db_index=True)),
                ('entered_at', models.DateTimeField()),
                ('message_id', models.CharField(max_length=320)),
                ('sender', models.CharField(max_length=320)),
                ('to', models.CharField(blank=True, max_length=320)),
                ('server', models.CharField(max_length=300)),
                ('begun_at', models.DateTimeField()),
                ('handed_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(blank=True, max_length=16)),
                ('why', models.TextField(blank=True)),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dispatches', to='casebook.letter')),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', 'failed'), _negated=True), fields=('letter',), name='one_way_out')],
            },
        ),
    ]
