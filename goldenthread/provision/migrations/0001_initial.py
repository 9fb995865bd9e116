import django.db.models.deletion
import goldenthread.database.models
import goldenthread.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('children', '0003_walls'),
        ('organisations', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Intervention',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=30)),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('timed_support', 'Timed support'), ('equipment', 'Equipment'), ('environment', 'Environment or approach'), ('training', 'Staff training'), ('professional_review', 'Professional review')], max_length=20)),
                ('area', models.CharField(blank=True, choices=[('communication', 'Communication and interaction'), ('cognition', 'Cognition and learning'), ('semh', 'Social, emotional and mental health'), ('sensory', 'Sensory and/or physical')], max_length=20)),
                ('sentence', models.TextField(blank=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('low_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('high_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('usual_minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('usual_times', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('usual_group_size', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('cost_per_hour', models.PositiveIntegerField(blank=True, null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'code'), name='intervention_code_once')],
            },
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('what', models.CharField(max_length=300)),
                ('who', models.CharField(max_length=200)),
                ('expertise', models.CharField(max_length=300)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('times', models.PositiveSmallIntegerField()),
                ('per', models.CharField(choices=[('week', 'a week'), ('term', 'a term'), ('year', 'a year')], default='week', max_length=4)),
                ('place', models.CharField(max_length=120)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('stopped_on', models.DateField(blank=True, null=True)),
                ('stopped_because', models.CharField(blank=True, max_length=300)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('leader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='led_groups', to=settings.AUTH_USER_MODEL)),
                ('intervention', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.intervention')),
            ],
            options={
                'ordering': ['name', 'id'],
                'indexes': [models.Index(fields=['holder', 'from_on'], name='provision_g_holder__ab47f6_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='group_dates_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('stopped_because', ''), ('stopped_on__isnull', True)), models.Q(('stopped_on__isnull', False), models.Q(('stopped_because', ''), _negated=True)), _connector='OR'), name='group_stopped_when_and_why')],
            },
        ),
        migrations.CreateModel(
            name='Dose',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('timed_support', 'Timed support'), ('equipment', 'Equipment'), ('environment', 'Environment or approach'), ('training', 'Staff training'), ('professional_review', 'Professional review')], max_length=20)),
                ('what', models.CharField(max_length=300)),
                ('who', models.CharField(blank=True, max_length=200)),
                ('expertise', models.CharField(blank=True, max_length=300)),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('times', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('per', models.CharField(blank=True, choices=[('week', 'a week'), ('term', 'a term'), ('year', 'a year')], max_length=4)),
                ('group_size', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('for_whom', models.CharField(blank=True, max_length=200)),
                ('when_used', models.CharField(blank=True, max_length=200)),
                ('in_place_by', models.DateField(blank=True, null=True)),
                ('check_every_weeks', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('written_on', models.DateField(blank=True, null=True)),
                ('promised_on', models.DateField(blank=True, null=True)),
                ('stopped_on', models.DateField(blank=True, null=True)),
                ('stopped_because', models.CharField(blank=True, max_length=300)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('carried_from', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carried_to', to='provision.dose')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('deliverer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='doses', to='provision.group')),
                ('intervention', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.intervention')),
            ],
            options={
                'ordering': ['from_on', 'id'],
                'indexes': [models.Index(fields=['child', 'from_on'], name='provision_d_child_i_0e1228_idx'), models.Index(fields=['group'], name='provision_d_group_i_af1cca_idx'), models.Index(fields=['holder', 'from_on'], name='provision_d_holder__15dcbd_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='dose_dates_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('stopped_because', ''), ('stopped_on__isnull', True)), models.Q(('stopped_on__isnull', False), models.Q(('stopped_because', ''), _negated=True)), _connector='OR'), name='dose_stopped_when_and_why'), models.CheckConstraint(condition=models.Q(models.Q(('minutes', 0), _negated=True), models.Q(('times', 0), _negated=True)), name='dose_minutes_not_nothing')],
            },
        ),
        migrations.CreateModel(
            name='PlannedSession',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('weekday', models.PositiveSmallIntegerField()),
                ('starts_at', models.TimeField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('place', models.CharField(blank=True, max_length=120)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('dose', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='provision.dose')),
                ('group', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='provision.group')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('leader', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='led_sessions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['weekday', 'starts_at', 'id'],
                'indexes': [models.Index(fields=['holder', 'weekday'], name='provision_p_holder__7d467b_idx'), models.Index(fields=['dose'], name='provision_p_dose_id_57af1f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('dose__isnull', False), ('group__isnull', True)), models.Q(('dose__isnull', True), ('group__isnull', False)), _connector='OR'), name='planned_session_for_a_group_or_a_dose'), models.CheckConstraint(condition=models.Q(('weekday__lte', 4)), name='planned_session_weekday'), models.CheckConstraint(condition=models.Q(('minutes__gte', 1)), name='planned_session_minutes'), models.CheckConstraint(condition=models.Q(('to_on__isnull', True), ('to_on__gte', models.F('from_on')), _connector='OR'), name='planned_session_dates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('state', models.CharField(choices=[('delivered', 'Done'), ('part', 'Part'), ('missed', 'Missed'), ('taken_back', 'Taken back')], max_length=10)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('reason', models.CharField(blank=True, choices=[('staff_ill', 'Staff ill'), ('child_away', 'Child away'), ('trip', 'Trip'), ('room', 'Room'), ('other', 'Other')], max_length=10)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('recorded_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('makes_up', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='made_up_by', to='provision.delivery')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dose', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='provision.dose')),
                ('planned_session', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='provision.plannedsession')),
            ],
            options={
                'ordering': ['on', 'dose_id', 'number'],
                'indexes': [models.Index(fields=['child', 'on'], name='provision_d_child_i_1fcd1b_idx'), models.Index(fields=['holder', 'on'], name='provision_d_holder__fc0ee5_idx')],
                'constraints': [models.UniqueConstraint(fields=('dose', 'on', 'planned_session', 'makes_up', 'number'), name='delivery_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='delivery_numbered_from_one'), models.CheckConstraint(condition=models.Q(models.Q(('minutes__gte', 1), ('state__in', ['delivered', 'part'])), models.Q(('minutes', 0), ('state__in', ['missed', 'taken_back'])), _connector='OR'), name='delivery_minutes_fit_the_state'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['part', 'missed']), models.Q(('reason', ''), _negated=True)), models.Q(('reason', ''), ('state__in', ['delivered', 'taken_back'])), _connector='OR'), name='delivery_short_of_plan_says_why'), models.CheckConstraint(condition=models.Q(('planned_session__isnull', True), ('makes_up__isnull', True), _connector='OR'), name='delivery_planned_or_making_up')],
            },
        ),
        migrations.CreateModel(
            name='InPlaceCheck',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('in_place', models.BooleanField()),
                ('note', models.CharField(blank=True, max_length=300)),
                ('recorded_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('dose', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='provision.dose')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['on', 'id'],
                'indexes': [models.Index(fields=['dose', 'on'], name='provision_i_dose_id_8c9757_idx')],
            },
        ),
    ]
