import django.core.serializers.json
import django.db.models.deletion
import goldenthread.database.models
import goldenthread.keys
import goldenthread.privacy.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('local_offer', '0004_shown'),
        ('organisations', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(max_length=12)),
                ('about', models.CharField(choices=[('content', 'What it says, or how good the help is'), ('missing', 'Something that is missing'), ('access', 'How easy the information is to find and use'), ('making', 'How the Local Offer was made or checked')], max_length=10)),
                ('speaker', models.CharField(choices=[('young', 'A child or young person'), ('parent', 'A parent or carer'), ('on_behalf', 'Somebody speaking for a child, young person or parent'), ('professional', 'Somebody who works with families')], max_length=12)),
                ('section', models.CharField(blank=True, max_length=40)),
                ('theme', models.CharField(blank=True, max_length=40)),
                ('words', goldenthread.privacy.fields.SealedTextField()),
                ('contact', goldenthread.privacy.fields.SealedTextField(blank=True)),
                ('received_on', models.DateField()),
                ('received_at', models.DateTimeField()),
                ('state', models.CharField(default='received', max_length=10)),
                ('published_text', models.TextField(blank=True)),
                ('signed_on', models.DateField(null=True)),
                ('withheld_reason', models.CharField(blank=True, choices=[('vexatious', 'It is vexatious'), ('one_person', 'It is about the services to one particular person')], max_length=10)),
                ('sent_key', models.CharField(max_length=32)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['received_at', 'id'],
                'indexes': [models.Index(fields=['authority', 'state', 'received_at'], name='comment_state')],
                'constraints': [models.UniqueConstraint(fields=('authority', 'sent_key'), name='comment_sent_once'), models.UniqueConstraint(fields=('authority', 'reference'), name='comment_reference'), models.CheckConstraint(condition=models.Q(('signed_by', None), models.Q(('signed_by', models.F('redacted_by')), _negated=True), _connector='OR'), name='comment_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['published', 'answered']), _negated=True), models.Q(('redacted_by__isnull', False), ('signed_by__isnull', False), ('signed_on__isnull', False), models.Q(('published_text', ''), _negated=True)), _connector='OR'), name='comment_published_signed'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'withheld'), ('withheld_reason__in', ['vexatious', 'one_person'])), models.Q(models.Q(('state', 'withheld'), _negated=True), ('withheld_reason', '')), _connector='OR'), name='comment_withheld_reason')],
            },
        ),
        migrations.CreateModel(
            name='CommentEntry',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('move', models.CharField(max_length=20)),
                ('from_state', models.CharField(max_length=10)),
                ('to_state', models.CharField(max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('comment', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='local_offer.comment')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='CommentResponse',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('action', models.TextField()),
                ('owner', models.CharField(max_length=120)),
                ('due_on', models.DateField(null=True)),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('doing', 'Being done'), ('done', 'Done'), ('not_doing', 'Not being done')], max_length=10)),
                ('why_not', models.TextField(blank=True)),
                ('done_on', models.DateField(null=True)),
                ('changed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-changed_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('done_on__isnull', False), ('status', 'done')), models.Q(models.Q(('status', 'done'), _negated=True), ('done_on', None)), _connector='OR'), name='comment_response_done'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'not_doing'), _negated=True), models.Q(('why_not', ''), _negated=True), _connector='OR'), name='comment_response_why'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['planned', 'doing']), _negated=True), ('due_on__isnull', False), _connector='OR'), name='comment_response_due')],
            },
        ),
        migrations.AddField(
            model_name='comment',
            name='response',
            field=goldenthread.database.models.WalledLink(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='local_offer.commentresponse'),
        ),
        migrations.CreateModel(
            name='CommentRound',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'number'), name='comment_round_number'), models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('authority',), name='comment_round_one_open'), models.CheckConstraint(condition=models.Q(models.Q(('closed_by', None), ('closed_on', None)), models.Q(('closed_by__isnull', False), ('closed_on__gte', models.F('opened_on'))), _connector='OR'), name='comment_round_closed_pair')],
            },
        ),
        migrations.AddField(
            model_name='comment',
            name='round',
            field=goldenthread.database.models.WalledLink(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='local_offer.commentround'),
        ),
        migrations.CreateModel(
            name='ConfirmedWords',
            fields=[
                ('id', models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('words', models.CharField(max_length=200)),
                ('reason', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('comment', goldenthread.database.models.WalledLink(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='confirmed', to='local_offer.comment')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('comment', 'kind', 'words'), name='confirmed_words_once')],
            },
        ),
        migrations.CreateModel(
            name='PublishedCount',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField()),
                ('theme', models.CharField(blank=True, max_length=40)),
                ('received', models.PositiveIntegerField(default=0)),
                ('published', models.PositiveIntegerField(default=0)),
                ('withheld', models.PositiveIntegerField(default=0)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-year', 'theme'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'year', 'theme'), name='published_count_once')],
            },
        ),
        migrations.CreateModel(
            name='PublishedResponse',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('action', models.TextField()),
                ('owner', models.CharField(max_length=120)),
                ('due_on', models.DateField(null=True)),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('doing', 'Being done'), ('done', 'Done'), ('not_doing', 'Not being done')], max_length=10)),
                ('why_not', models.TextField(blank=True)),
                ('done_on', models.DateField(null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='PublishedComment',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('about', models.CharField(choices=[('content', 'What it says, or how good the help is'), ('missing', 'Something that is missing'), ('access', 'How easy the information is to find and use'), ('making', 'How the Local Offer was made or checked')], max_length=10)),
                ('speaker', models.CharField(choices=[('young', 'A child or young person'), ('parent', 'A parent or carer'), ('on_behalf', 'Somebody speaking for a child, young person or parent'), ('professional', 'Somebody who works with families')], max_length=12)),
                ('theme', models.CharField(blank=True, max_length=40)),
                ('text', models.TextField()),
                ('year', models.PositiveSmallIntegerField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
                ('response', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='comments', to='local_offer.publishedresponse')),
            ],
            options={
                'ordering': ['-year', 'id'],
                'indexes': [models.Index(fields=['authority', 'year', 'theme'], name='published_comment_year')],
            },
        ),
        migrations.CreateModel(
            name='PublishedRound',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField()),
                ('contents', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('pdf', models.BinaryField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-closed_on', '-number'],
            },
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'answered'), _negated=True), ('response__isnull', False), _connector='OR'), name='comment_answered_has_response'),
        ),
    ]
