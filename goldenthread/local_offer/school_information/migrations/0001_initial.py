import django.db.models.deletion
import goldenthread.database.models
import goldenthread.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='InformationReport',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('state', models.CharField(default='draft', max_length=10)),
                ('texts', models.JSONField(blank=True, default=dict)),
                ('what_changed', models.TextField(blank=True)),
                ('contents', models.JSONField(blank=True, null=True)),
                ('begun_on', models.DateField()),
                ('changed_at', models.DateTimeField()),
                ('sent_on', models.DateField(blank=True, null=True)),
                ('published_on', models.DateField(blank=True, null=True)),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('sent_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('holder', 'number'), name='information_report_number'), models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'waiting'])), fields=('holder',), name='information_report_one_begun'), models.UniqueConstraint(condition=models.Q(('state', 'published')), fields=('holder',), name='information_report_one_published'), models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('approved_by', models.F('sent_by')), _negated=True), _connector='OR'), name='information_report_two_people'), models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('contents__isnull', False), ('sent_by__isnull', False), ('sent_on__isnull', False)), _connector='OR'), name='information_report_sent'), models.CheckConstraint(condition=models.Q(models.Q(('approved_by', None), ('published_on', None), ('state__in', ['draft', 'waiting'])), models.Q(('approved_by__isnull', False), ('published_on__isnull', False), ('state__in', ['published', 'replaced', 'taken_down'])), _connector='OR'), name='information_report_approved')],
            },
        ),
        migrations.CreateModel(
            name='PublishedReport',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('service_id', models.UUIDField(db_index=True, null=True)),
                ('name', models.CharField(max_length=200)),
                ('contents', models.JSONField()),
                ('published_on', models.DateField()),
                ('pdf', models.BinaryField()),
                ('word', models.BinaryField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
                ('setting', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ReportEntry',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('move', models.CharField(max_length=20)),
                ('from_state', models.CharField(blank=True, max_length=10)),
                ('to_state', models.CharField(max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('report', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='school_information.informationreport')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ReportReminder',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('report_key', models.UUIDField()),
                ('stage', models.PositiveSmallIntegerField()),
                ('sent_on', models.DateField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report_key', 'stage'), name='report_reminder_once')],
            },
        ),
        migrations.CreateModel(
            name='ReportWords',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('words', models.CharField(max_length=200)),
                ('reason', models.CharField(choices=[('body', 'A body, a programme or a publication'), ('place', 'A place or a day that everybody knows'), ('post', 'How to reach a post or an office'), ('adult', 'A grown-up who works with us and has agreed to stand here'), ('word', 'An ordinary word, not a name')], max_length=10)),
                ('at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('report', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='looked_at', to='school_information.informationreport')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('report', 'kind', 'words'), name='report_words_once')],
            },
        ),
    ]
