import django.db.models.deletion
import django.utils.timezone
import meervoud_web.rounds.codes
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('challenges', '0002_version'),
        ('conversations', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='HelpRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request_id', models.UUIDField(unique=True)),
                ('text', models.CharField(max_length=1000, verbose_name='wat er aan de hand is')),
                ('contact', models.CharField(blank=True, max_length=200, verbose_name='hoe wij u bereiken, als u dat wilt')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'hulpvraag',
                'verbose_name_plural': 'hulpvragen',
                'ordering': ('closed_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Forwarding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to', models.CharField(max_length=200, verbose_name='doorgegeven aan')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='opmerking')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('help_request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='forwardings', to='rounds.helprequest')),
            ],
            options={
                'verbose_name': 'doorgegeven hulpvraag',
                'verbose_name_plural': 'doorgegeven hulpvragen',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=meervoud_web.rounds.codes.new_round_code, editable=False, max_length=8, unique=True, verbose_name='code')),
                ('state', models.CharField(choices=[('draft', 'in voorbereiding'), ('open', 'open'), ('closed', 'gesloten'), ('answered', 'teruggekoppeld')], default='draft', max_length=8, verbose_name='stand')),
                ('introduction', models.TextField(blank=True, max_length=1000, verbose_name='inleiding')),
                ('language', models.CharField(choices=[('nl', 'Nederlands'), ('en', 'Engels')], default='nl', max_length=5, verbose_name='taal')),
                ('fixed', models.TextField(blank=True, max_length=600, verbose_name='wat vaststaat')),
                ('negotiable', models.TextField(blank=True, max_length=600, verbose_name='wat nog open is')),
                ('decider', models.CharField(blank=True, max_length=200, verbose_name='wie erover gaat')),
                ('how_heard', models.CharField(blank=True, max_length=300, verbose_name='hoe u ervan hoort')),
                ('answer_by', models.DateField(blank=True, null=True, verbose_name='wanneer u ervan hoort')),
                ('opens_at', models.DateTimeField(blank=True, null=True, verbose_name='gaat open')),
                ('closes_at', models.DateTimeField(blank=True, null=True, verbose_name='sluit')),
                ('moderation', models.CharField(choices=[('before', 'eerst lezen, dan tonen'), ('after', 'meteen tonen, daarna lezen')], default='before', max_length=6, verbose_name='nieuwe stellingen')),
                ('promised_hours', models.PositiveSmallIntegerField(default=24, verbose_name='gelezen binnen (uren)')),
                ('answer', models.TextField(blank=True, max_length=5000, verbose_name='wat ermee is gedaan')),
                ('answered_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('conversation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='round', to='conversations.conversation', verbose_name='gesprek')),
            ],
            options={
                'verbose_name': 'lopende stellingenronde',
                'verbose_name_plural': 'lopende stellingenrondes',
                'ordering': ('-pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'open', 'closed', 'answered'])), name='round_known_state'), models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('answer_by__isnull', False), models.Q(('fixed', ''), _negated=True), models.Q(('negotiable', ''), _negated=True), models.Q(('decider', ''), _negated=True), models.Q(('how_heard', ''), _negated=True)), _connector='OR'), name='round_says_first_then_asks'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'answered'), _negated=True), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='round_answered_with_words'), models.CheckConstraint(condition=models.Q(('opens_at', None), ('closes_at', None), ('opens_at__lt', models.F('closes_at')), _connector='OR'), name='round_opens_before_it_closes')],
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('device_hash', models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True)),
                ('follow_hash', models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True)),
                ('way', models.CharField(choices=[('device', 'op een eigen toestel'), ('paper', 'op papier'), ('helped', 'met hulp van iemand'), ('api', 'via een koppeling')], default='device', max_length=6, verbose_name='hoe')),
                ('started_on', models.DateField(default=django.utils.timezone.localdate, editable=False)),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='participation', to='conversations.participant')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='rounds.round')),
            ],
            options={
                'verbose_name': 'deelname',
                'verbose_name_plural': 'deelnames',
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('way__in', ['device', 'paper', 'helped', 'api'])), name='participation_known_way')],
            },
        ),
        migrations.CreateModel(
            name='PaperCard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='nummer van de kaart')),
                ('first', models.JSONField(default=dict)),
                ('first_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('second', models.JSONField(blank=True, null=True)),
                ('second_at', models.DateTimeField(blank=True, null=True)),
                ('first_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('second_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='card', to='rounds.participation')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cards', to='rounds.round')),
            ],
            options={
                'verbose_name': 'papieren kaart',
                'verbose_name_plural': 'papieren kaarten',
                'ordering': ('number',),
                'constraints': [models.UniqueConstraint(fields=('round', 'number'), name='one_card_a_number')],
            },
        ),
        migrations.CreateModel(
            name='ModerationEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('what', models.CharField(choices=[('accepted', 'doet mee'), ('refused', 'niet getoond'), ('merged', 'samengevoegd'), ('redacted', 'persoonsgegevens weggehaald'), ('help', 'doorgegeven als hulpvraag'), ('granted', 'nog eens bekeken: doet alsnog mee'), ('denied', 'nog eens bekeken: blijft zo')], max_length=8)),
                ('rule', models.CharField(blank=True, choices=[('personal', 'er staan gegevens van een persoon in'), ('insult', 'het scheldt, bedreigt of zet mensen weg'), ('other-topic', 'het gaat niet over deze vraag'), ('twice', 'het staat er al'), ('no-opinion', 'het is een vraag of een feit, en geen mening'), ('several', 'het zijn meer meningen tegelijk'), ('advertising', 'het is reclame')], max_length=11)),
                ('role', models.CharField(blank=True, max_length=20)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='log', to='rounds.round')),
            ],
            options={
                'verbose_name': 'regel in het logboek',
                'verbose_name_plural': 'regels in het logboek',
                'ordering': ('-pk',),
            },
        ),
        migrations.AddField(
            model_name='helprequest',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='help_requests', to='rounds.round'),
        ),
        migrations.CreateModel(
            name='RoundProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=300, verbose_name='vraag')),
                ('reason', models.TextField(max_length=1000, verbose_name='waarom')),
                ('follow_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('answer_by', models.DateField(verbose_name='antwoord uiterlijk')),
                ('is_taken_up', models.BooleanField(blank=True, null=True)),
                ('answer', models.TextField(blank=True, max_length=2000, verbose_name='antwoord')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='round_proposals', to='challenges.challenge')),
                ('round', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='rounds.round')),
            ],
            options={
                'verbose_name': 'voorstel voor een stellingenronde',
                'verbose_name_plural': 'voorstellen voor een stellingenronde',
                'ordering': ('answer_by', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('is_taken_up', None), models.Q(('answer', ''), _negated=True), _connector='OR'), name='proposal_answered_with_words')],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request_id', models.UUIDField(blank=True, null=True)),
                ('text', models.CharField(max_length=200, verbose_name='stelling')),
                ('state', models.CharField(choices=[('waiting', 'wacht op lezen'), ('accepted', 'doet mee'), ('refused', 'niet getoond'), ('merged', 'samengevoegd met een andere stelling'), ('help', 'doorgegeven als hulpvraag'), ('withdrawn', 'teruggenomen')], default='waiting', max_length=9, verbose_name='stand')),
                ('rule', models.CharField(blank=True, choices=[('personal', 'er staan gegevens van een persoon in'), ('insult', 'het scheldt, bedreigt of zet mensen weg'), ('other-topic', 'het gaat niet over deze vraag'), ('twice', 'het staat er al'), ('no-opinion', 'het is een vraag of een feit, en geen mening'), ('several', 'het zijn meer meningen tegelijk'), ('advertising', 'het is reclame')], max_length=11, verbose_name='regel')),
                ('explanation', models.CharField(blank=True, max_length=500, verbose_name='uitleg')),
                ('is_redacted', models.BooleanField(default=False, verbose_name='persoonsgegevens weggehaald')),
                ('submitted_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_at', models.DateTimeField(verbose_name='uiterlijk gelezen')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='submissions', to='rounds.participation')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='submissions', to='rounds.round')),
                ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='submissions', to='conversations.statement')),
            ],
            options={
                'verbose_name': 'ingebrachte stelling',
                'verbose_name_plural': 'ingebrachte stellingen',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['round', 'state', 'due_at'], name='submissions_in_turn')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'accepted', 'refused', 'merged', 'help', 'withdrawn'])), name='submission_known_state'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), _negated=True), models.Q(('rule', ''), _negated=True), _connector='OR'), name='submission_refused_by_a_rule'), models.UniqueConstraint(fields=('participation', 'request_id'), name='one_submission_a_request')],
            },
        ),
        migrations.AddField(
            model_name='helprequest',
            name='submission',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='help_request', to='rounds.submission'),
        ),
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=500, verbose_name='waarom de stelling wel mee moet doen')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('is_granted', models.BooleanField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=500, verbose_name='antwoord')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='appeal', to='rounds.submission')),
            ],
            options={
                'verbose_name': 'verzoek om nog eens te kijken',
                'verbose_name_plural': 'verzoeken om nog eens te kijken',
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('is_granted', None), models.Q(('answer', ''), _negated=True), _connector='OR'), name='appeal_answered_with_words')],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('request_id', models.UUIDField()),
                ('value', models.SmallIntegerField(blank=True, null=True)),
                ('is_important', models.BooleanField(default=False)),
                ('arrived_at', models.BigIntegerField()),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='conversations.conversation')),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='receipts', to='rounds.participation')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='conversations.statement')),
            ],
            options={
                'verbose_name': 'ontvangst',
                'verbose_name_plural': 'ontvangsten',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['conversation', 'id'], name='receipts_in_order')],
                'constraints': [models.UniqueConstraint(fields=('participation', 'request_id'), name='one_receipt_a_request'), models.CheckConstraint(condition=models.Q(('value__isnull', True), ('value__in', (-1, 0, 1)), _connector='OR'), name='receipt_is_known')],
            },
        ),
    ]
