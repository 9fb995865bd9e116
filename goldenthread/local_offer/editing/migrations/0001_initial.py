import django.core.serializers.json
import django.db.models.deletion
import goldenthread.database.models
import goldenthread.keys
import goldenthread.privacy.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('local_offer', '0006_comment_walls'),
        ('organisations', '0002_provider_kind'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(max_length=16, unique=True)),
                ('service_name', models.CharField(max_length=100)),
                ('name', goldenthread.privacy.fields.SealedTextField()),
                ('job_title', goldenthread.privacy.fields.SealedTextField(blank=True)),
                ('email', goldenthread.privacy.fields.SealedTextField()),
                ('words', goldenthread.privacy.fields.SealedTextField(blank=True)),
                ('state', models.CharField(default='asked', max_length=10)),
                ('asked_on', models.DateField()),
                ('asked_at', models.DateTimeField()),
                ('code_hash', models.CharField(max_length=64)),
                ('valid_until_on', models.DateField()),
                ('proved_at', models.DateTimeField(blank=True, null=True)),
                ('sent_key', models.CharField(max_length=64)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('service', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='claims', to='local_offer.service')),
            ],
            options={
                'ordering': ['asked_at', 'id'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'sent_key'), name='offer_claim_sent_once'), models.CheckConstraint(condition=models.Q(('state', 'asked'), ('proved_at__isnull', False), _connector='OR'), name='offer_claim_decided_after_proof')],
            },
        ),
        migrations.CreateModel(
            name='ClaimEntry',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('move', models.CharField(max_length=20)),
                ('from_state', models.CharField(blank=True, max_length=20)),
                ('to_state', models.CharField(max_length=20)),
                ('reason', models.TextField(blank=True)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('claim', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='local_offer_editing.claim')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='EntryReport',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(max_length=16, unique=True)),
                ('service_name', models.CharField(max_length=100)),
                ('topic', models.CharField(choices=[('wrong', 'Something is not right'), ('closed', 'It has closed or stopped'), ('missing', 'Something is missing'), ('hard', 'The page is hard to use'), ('other', 'Something else')], max_length=10)),
                ('words', goldenthread.privacy.fields.SealedTextField()),
                ('email', goldenthread.privacy.fields.SealedTextField(blank=True)),
                ('state', models.CharField(default='received', max_length=10)),
                ('received_on', models.DateField()),
                ('received_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('sent_key', models.CharField(max_length=64)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('provider', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.organisation')),
                ('service', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reports', to='local_offer.service')),
            ],
            options={
                'ordering': ['received_at', 'id'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'sent_key'), name='offer_report_sent_once')],
            },
        ),
        migrations.CreateModel(
            name='FreshnessNote',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('assured_on', models.DateField()),
                ('months', models.PositiveSmallIntegerField()),
                ('made_on', models.DateField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('service', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='freshness_notes', to='local_offer.service')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('service', 'assured_on', 'months'), name='offer_freshness_note_once')],
            },
        ),
        migrations.CreateModel(
            name='ReportEntry',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('move', models.CharField(max_length=20)),
                ('from_state', models.CharField(blank=True, max_length=20)),
                ('to_state', models.CharField(max_length=20)),
                ('reason', models.TextField(blank=True)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('provider', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.organisation')),
                ('report', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='local_offer_editing.entryreport')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TrustedProvider',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('named_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='trusted', to='local_offer.offerorganisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on__isnull', True)), fields=('organisation',), name='offer_trusted_once_in_force')],
            },
        ),
        migrations.CreateModel(
            name='VersionEntry',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('move', models.CharField(max_length=20)),
                ('from_state', models.CharField(blank=True, max_length=20)),
                ('to_state', models.CharField(max_length=20)),
                ('reason', models.TextField(blank=True)),
                ('contents', models.JSONField(blank=True, encoder=django.core.serializers.json.DjangoJSONEncoder, null=True)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('version', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='local_offer.serviceversion')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
    ]
