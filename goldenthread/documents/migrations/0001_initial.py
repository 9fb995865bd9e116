import django.db.models.deletion
import goldenthread.database.models
import goldenthread.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('children', '0004_register_index_and_ended_needs'),
        ('organisations', '0001_initial'),
        ('people', '0003_account_mail_and_tries'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='QuarantinedContent',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('kept_as', models.CharField(max_length=64)),
                ('found', models.CharField(max_length=200)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('media_type', models.CharField(max_length=120)),
                ('ending', models.CharField(max_length=8)),
                ('made_here', models.BooleanField(default=False)),
                ('scan', models.CharField(choices=[('waiting', 'Being checked for viruses'), ('clean', 'Checked'), ('infected', 'Refused: it holds a virus'), ('unavailable', 'Not checked yet: the virus check is not answering')], default='waiting', max_length=12)),
                ('scanner', models.CharField(blank=True, max_length=40)),
                ('is_stand_in', models.BooleanField(default=False)),
                ('scanned_at', models.DateTimeField(blank=True, null=True)),
                ('scan_tries', models.PositiveIntegerField(default=0)),
                ('kept_at', models.DateTimeField(auto_now_add=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('scan', 'clean'), _negated=True), fields=['scan'], name='stored_file_not_clean')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('scan__in', ['clean', 'infected']), _negated=True), ('made_here', True), models.Q(('scanned_at__isnull', False), models.Q(('scanner', ''), _negated=True)), _connector='OR'), name='stored_file_checked_by_whom')],
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('report', 'A report from a professional'), ('letter', 'A letter'), ('medical', 'Something about health'), ('work', "The child's own work"), ('picture', 'A photo or drawing'), ('plan', 'A plan or record of a meeting'), ('other', 'Something else')], max_length=12)),
                ('audience', models.CharField(choices=[('school', 'The school, and whoever gave it'), ('everyone', 'Everyone who may see the record'), ('one_parent', 'The school, and one parent'), ('own', 'Only whoever gave it')], default='school', max_length=12)),
                ('from_family', models.BooleanField(default=False)),
                ('on', models.DateField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('sent_name', models.CharField(blank=True, max_length=200)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('for_parent', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.parent')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('replaces', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='documents.document')),
                ('submitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('stored_file', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='documents.storedfile')),
            ],
            options={
                'ordering': ['-on', '-at', '-id'],
                'indexes': [models.Index(fields=['child', '-on'], name='documents_d_child_i_ca939f_idx')],
                'constraints': [models.UniqueConstraint(fields=('replaces',), name='document_replaced_once'), models.CheckConstraint(condition=models.Q(models.Q(('audience', 'one_parent'), ('for_parent__isnull', False)), models.Q(models.Q(('audience', 'one_parent'), _negated=True), ('for_parent__isnull', True)), _connector='OR'), name='document_one_parent_is_named'), models.CheckConstraint(condition=models.Q(models.Q(('audience', 'own'), _negated=True), ('from_family', True), _connector='OR'), name='document_own_is_the_familys')],
            },
        ),
    ]
