import django.contrib.postgres.fields
import django.db.models.deletion
import goldenthread.database.models
import goldenthread.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('children', '0004_register_index_and_ended_needs'),
        ('documents', '0002_walls'),
        ('organisations', '0001_initial'),
        ('people', '0003_account_mail_and_tries'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=40)),
                ('about_id', models.UUIDField(blank=True, null=True)),
                ('subject', models.CharField(blank=True, max_length=200)),
                ('words', models.TextField(blank=True)),
                ('to_young_person', models.BooleanField(default=False)),
                ('channel', models.CharField(choices=[('portal', 'In Golden Thread, with an e-mail that says there is something new'), ('post', 'Printed and posted'), ('hand', 'Printed without an address and handed over in person')], max_length=8)),
                ('state', models.CharField(choices=[('draft', 'Being written'), ('previewed', 'Ready to look at'), ('held', 'Held: it can still be called back'), ('sent', 'Sent'), ('called_back', 'Called back: it did not leave'), ('stopped', 'Stopped: it did not leave'), ('abandoned', 'Given up: it did not leave')], default='draft', max_length=12)),
                ('written_on', models.DateField()),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('page_sha256', models.CharField(blank=True, max_length=64)),
                ('pictures', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=64), blank=True, default=list, size=None)),
                ('held_as', models.UUIDField(blank=True, null=True)),
                ('held_role', models.CharField(blank=True, max_length=40)),
                ('release_at', models.DateTimeField(blank=True, null=True)),
                ('urgent_because', models.CharField(blank=True, max_length=300)),
                ('stopped_because', models.CharField(blank=True, max_length=500)),
                ('site', models.CharField(blank=True, max_length=200)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('held_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('rendered', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
                ('to_parent', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.parent')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-changed_at', '-id'],
                'indexes': [models.Index(fields=['child', '-changed_at'], name='letters_let_child_i_0efb8e_idx'), models.Index(condition=models.Q(('state', 'held')), fields=['release_at'], name='letter_held')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'abandoned']), models.Q(('rendered__isnull', False), models.Q(('page_sha256', ''), _negated=True)), _connector='OR'), name='letter_looked_at_before_it_is_held'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'held'), _negated=True), models.Q(('held_as__isnull', False), ('held_by__isnull', False), ('release_at__isnull', False)), _connector='OR'), name='letter_held_by_whom_until_when')],
            },
        ),
        migrations.CreateModel(
            name='MessageThread',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('subject', models.CharField(max_length=120)),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('family_account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-opened_on', '-id'],
                'indexes': [models.Index(fields=['child', 'family_account'], name='letters_mes_child_i_ce15ae_idx')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField()),
                ('from_family', models.BooleanField()),
                ('on', models.DateField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('thread', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='letters.messagethread')),
            ],
            options={
                'ordering': ['at', 'id'],
                'indexes': [models.Index(fields=['thread', 'at'], name='letters_mes_thread__61e7a1_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='message_has_words')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('event', models.CharField(max_length=40)),
                ('thing_id', models.UUIDField()),
                ('channel', models.CharField(default='email', max_length=10)),
                ('site', models.CharField(max_length=200)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('not_sent_because', models.CharField(blank=True, max_length=40)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('caused_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('not_sent_because', ''), ('sent_at__isnull', True)), fields=['made_at'], name='notice_waiting')],
                'constraints': [models.UniqueConstraint(fields=('event', 'thing_id', 'account', 'channel'), name='notice_once_for_each_event_and_person')],
            },
        ),
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('letter', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='postings', to='letters.letter')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('letter',), name='letter_posted_once')],
            },
        ),
        migrations.CreateModel(
            name='Professional',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('job', models.CharField(max_length=120)),
                ('organisation_name', models.CharField(max_length=200)),
                ('address', models.CharField(max_length=300)),
                ('postcode', models.CharField(max_length=8)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.AddField(
            model_name='letter',
            name='to_professional',
            field=goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='letters.professional'),
        ),
        migrations.CreateModel(
            name='SentLetter',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recipient', models.CharField(max_length=300)),
                ('channel', models.CharField(choices=[('portal', 'In Golden Thread, with an e-mail that says there is something new'), ('post', 'Printed and posted'), ('hand', 'Printed without an address and handed over in person')], max_length=8)),
                ('sha256', models.CharField(max_length=64)),
                ('page_sha256', models.CharField(max_length=64)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('letter', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='sent', to='letters.letter')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('stored_file', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('letter',), name='letter_sent_once')],
            },
        ),
        migrations.CreateModel(
            name='Communication',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('way', models.CharField(choices=[('call', 'Phone call'), ('voicemail', 'Message left on voicemail'), ('meeting', 'Meeting or talk in person'), ('letter', 'Letter or e-mail')], max_length=10)),
                ('on', models.DateField()),
                ('with_whom', models.CharField(max_length=200)),
                ('said', models.TextField()),
                ('agreed', models.TextField(blank=True)),
                ('shared_with', models.CharField(choices=[('school', 'The school only'), ('parent', 'The school, and the parent it was with'), ('everyone', 'The school, and everyone in the family who may see the record')], default='school', max_length=10)),
                ('against_wishes', models.BooleanField(default=False)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('mends', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mended_by', to='letters.communication')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('with_parent', goldenthread.database.models.WalledLink(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.parent')),
            ],
            options={
                'ordering': ['-on', '-at'],
                'indexes': [models.Index(fields=['child', '-on'], name='letters_com_child_i_f228d8_idx')],
                'constraints': [models.UniqueConstraint(fields=('mends',), name='communication_mended_once'), models.CheckConstraint(condition=models.Q(models.Q(('shared_with', 'parent'), _negated=True), ('with_parent__isnull', False), _connector='OR'), name='communication_shared_with_a_named_parent')],
            },
        ),
        migrations.CreateModel(
            name='Enclosure',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('document', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('letter', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='enclosures', to='letters.letter')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('letter', 'document'), name='enclosure_once')],
            },
        ),
        migrations.CreateModel(
            name='LetterOpened',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('child', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='children.child')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('letter', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='opened', to='letters.letter')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('letter', 'account'), name='letter_opened_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('to_parent__isnull', False), ('to_professional__isnull', True), ('to_young_person', False)), models.Q(('to_parent__isnull', True), ('to_professional__isnull', True), ('to_young_person', True)), models.Q(('to_parent__isnull', True), ('to_professional__isnull', False), ('to_young_person', False)), _connector='OR'), name='letter_has_one_recipient'),
        ),
    ]
