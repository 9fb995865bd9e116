import django.contrib.postgres.fields
import django.db.models.deletion
import goldenthread.database.models
import goldenthread.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('children', '0001_initial'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('is_active', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Parent',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(blank=True, max_length=20)),
                ('given_name', models.CharField(max_length=100)),
                ('family_name', models.CharField(max_length=100)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('address_withheld', models.BooleanField(default=False)),
                ('safe_by_phone', models.BooleanField(default=True)),
                ('safe_by_voicemail', models.BooleanField(default=True)),
                ('safe_by_post', models.BooleanField(default=True)),
                ('safe_by_email', models.BooleanField(default=True)),
                ('language', models.CharField(blank=True, max_length=60)),
                ('interpreter', models.BooleanField(default=False)),
                ('formats', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('large_print', 'Large print'), ('easy_read', 'Easy read'), ('braille', 'Braille'), ('audio', 'Audio'), ('paper', 'On paper, by post'), ('bsl', 'British Sign Language')], max_length=20), blank=True, default=list, size=None)),
                ('import_key', models.CharField(blank=True, max_length=64)),
                ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parents', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['family_name', 'given_name', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('address_withheld', False), models.Q(('address', ''), ('postcode', '')), _connector='OR'), name='parent_withheld_address_is_not_here'), models.UniqueConstraint(condition=models.Q(('import_key', ''), _negated=True), fields=('holder', 'import_key'), name='parent_import_key_once')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('code_hash', models.CharField(max_length=64, unique=True)),
                ('made_on', models.DateField()),
                ('last_day_on', models.DateField()),
                ('tries_left', models.PositiveSmallIntegerField(default=5)),
                ('by_email', models.BooleanField(default=False)),
                ('redeemed_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('redeemed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('parent', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='people.parent')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('redeemed_at__isnull', True), ('redeemed_by__isnull', True)), models.Q(('redeemed_at__isnull', False), ('redeemed_by__isnull', False)), _connector='OR'), name='invitation_redeemed_who_and_when')],
            },
        ),
        migrations.CreateModel(
            name='AuthorityToAct',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('relationship', models.CharField(choices=[('mother', 'Mother'), ('father', 'Father'), ('step_parent', 'Step-parent'), ('grandparent', 'Grandparent'), ('foster_carer', 'Foster carer'), ('guardian', 'Guardian or special guardian'), ('social_worker', 'Social worker of the authority that looks after the child'), ('other', 'Other person with care of the child')], max_length=20)),
                ('parental_responsibility', models.BooleanField(default=False)),
                ('scope', models.CharField(choices=[('full', 'See the record and take decisions'), ('see', 'See the record'), ('none', 'A contact only: no access to the record')], default='full', max_length=10)),
                ('evidence', models.CharField(max_length=200)),
                ('checked_on', models.DateField(blank=True, null=True)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField(blank=True, null=True)),
                ('ended_because', models.CharField(blank=True, max_length=200)),
                ('contact_order', models.PositiveSmallIntegerField(default=1)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('parent', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='authorities', to='people.parent')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('to_on__isnull', True), ('to_on__gte', models.F('from_on')), _connector='OR'), name='authority_to_act_dates_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('checked_by__isnull', True), ('checked_on__isnull', True)), models.Q(('checked_by__isnull', False), ('checked_on__isnull', False)), _connector='OR'), name='authority_to_act_who_and_when')],
            },
        ),
        migrations.CreateModel(
            name='ParentAccessDecision',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('basis', models.CharField(choices=[('agreed', 'The young person agreed'), ('refused', 'The young person said no'), ('capacity', 'A capacity decision was recorded: the parent acts')], max_length=10)),
                ('may_act', models.BooleanField(default=False)),
                ('reason', models.TextField()),
                ('on', models.DateField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('parent', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.parent')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='YoungPersonAccess',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField(blank=True, null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='own_records', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(max_length=40)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField(blank=True, null=True)),
                ('job_title', models.CharField(blank=True, max_length=120)),
                ('senco_qualified_on', models.DateField(blank=True, null=True)),
                ('staff_number', models.CharField(blank=True, max_length=40)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['account', 'role'], name='people_assi_account_ea0033_idx'), models.Index(fields=['authority', 'holder'], name='people_assi_authori_e81935_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('to_on__isnull', True), ('to_on__gte', models.F('from_on')), _connector='OR'), name='assignment_dates_in_order')],
            },
        ),
    ]
