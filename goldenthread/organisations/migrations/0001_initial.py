import django.db.models.deletion
import goldenthread.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('local_authority', 'Local authority'), ('setting', 'School, nursery or college'), ('health_body', 'Health body'), ('advice_service', 'SEND information, advice and support service'), ('team', 'Team')], max_length=20)),
                ('setting_type', models.CharField(blank=True, choices=[('maintained', 'Maintained school'), ('academy', 'Academy or free school'), ('maintained_nursery', 'Maintained nursery school'), ('maintained_special', 'Maintained special school'), ('special_academy', 'Special academy'), ('non_maintained_special', 'Non-maintained special school'), ('pupil_referral_unit', 'Pupil referral unit or alternative provision academy'), ('section_41', 'Independent special school or college approved under section 41'), ('independent', 'Wholly independent school'), ('early_years', 'Other early years provider'), ('further_education', 'Further education or sixth-form college')], max_length=30)),
                ('name', models.CharField(max_length=200)),
                ('la_code', models.CharField(blank=True, max_length=3)),
                ('establishment_number', models.CharField(blank=True, max_length=4)),
                ('urn', models.CharField(blank=True, max_length=6)),
                ('ukprn', models.CharField(blank=True, max_length=8)),
                ('phase', models.CharField(blank=True, max_length=20)),
                ('low_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('high_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('resource_provision', models.BooleanField(default=False)),
                ('places', models.PositiveIntegerField(blank=True, null=True)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('website', models.URLField(blank=True)),
                ('complaints_page', models.URLField(blank=True)),
                ('answer_days', models.PositiveSmallIntegerField(default=5)),
                ('opened_on', models.DateField(blank=True, null=True)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='in_area', to='organisations.organisation')),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('urn', ''), _negated=True), fields=('urn',), name='organisation_urn_once'), models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('opened_on__isnull', True), ('closed_on__gte', models.F('opened_on')), _connector='OR'), name='organisation_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField()),
                ('reason', models.CharField(max_length=120)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closures', to='organisations.organisation')),
            ],
            options={
                'ordering': ['from_on'],
                'constraints': [models.CheckConstraint(condition=models.Q(('to_on__gte', models.F('from_on'))), name='closure_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='OtherName',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('from_on', models.DateField(blank=True, null=True)),
                ('to_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='other_names', to='organisations.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('after', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='came_from', to='organisations.organisation')),
                ('before', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='became', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('before', 'after'), name='organisation_succession_once')],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='organisations.organisation')),
            ],
            options={
                'ordering': ['starts_on'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='term_dates_in_order')],
            },
        ),
    ]
