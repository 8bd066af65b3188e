import django.db.models.deletion
import meervoud_web.challenges.clock
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('challenges', '0005_question_versions'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('council-letter', 'raadsinformatiebrief'), ('starting-note', 'startnotitie'), ('executive-cover', 'B&W-oplegger')], max_length=15, verbose_name='soort stuk')),
                ('subject', models.CharField(max_length=150, verbose_name='onderwerp')),
                ('left_out', models.JSONField(blank=True, default=list, editable=False, verbose_name='weggelaten zinnen')),
                ('changed_at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='laatst veranderd')),
                ('set_at', models.DateTimeField(editable=False, null=True, verbose_name='vastgesteld')),
                ('embargo_until', models.DateTimeField(blank=True, null=True, verbose_name='onder embargo tot')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='versie')),
                ('request_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('begun_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='challenges.challenge')),
                ('set_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'stuk voor raad of college',
                'verbose_name_plural': 'stukken voor raad en college',
                'ordering': ('-set_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['council-letter', 'starting-note', 'executive-cover'])), name='paper_known_kind'), models.CheckConstraint(condition=models.Q(('set_at__isnull', False), models.Q(('embargo_until__isnull', True), ('set_by__isnull', True)), _connector='OR'), name='paper_draft_has_no_embargo')],
            },
        ),
        migrations.CreateModel(
            name='PaperSentence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(choices=[('takes-part', 'Wie doet er mee'), ('communicated', 'Hoe is er gecommuniceerd'), ('moves', 'Beweegt het'), ('costs', 'Wat kost het'), ('course', 'Koers en wat er veranderde'), ('choices', 'Wat er gekozen is'), ('dissent', 'Tegenspraak en minderheid'), ('surprises', 'Verrassingen'), ('promises', 'Toezeggingen'), ('feedback', 'Wat er met inbreng is gedaan'), ('advice', 'Wat de adviesraad zegt')], max_length=15, verbose_name='onderdeel')),
                ('place', models.PositiveIntegerField(verbose_name='plaats')),
                ('mark', models.CharField(blank=True, max_length=500, verbose_name='waarover')),
                ('text', models.TextField(blank=True, verbose_name='zin')),
                ('is_own', models.BooleanField(default=False, verbose_name='eigen tekst')),
                ('author_role', models.CharField(blank=True, max_length=30, verbose_name='in welke rol')),
                ('redacted_at', models.DateTimeField(editable=False, null=True, verbose_name='weggelakt')),
                ('redaction_reason', models.CharField(blank=True, max_length=300, verbose_name='reden van weglakken')),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sentences', to='papers.paper')),
            ],
            options={
                'verbose_name': 'zin in een stuk',
                'verbose_name_plural': 'zinnen in stukken',
                'ordering': ('place',),
                'constraints': [models.UniqueConstraint(fields=('paper', 'place'), name='one_sentence_per_place'), models.CheckConstraint(condition=models.Q(('section__in', ['takes-part', 'communicated', 'moves', 'costs', 'course', 'choices', 'dissent', 'surprises', 'promises', 'feedback', 'advice'])), name='sentence_known_section'), models.CheckConstraint(condition=models.Q(models.Q(('redacted_at__isnull', True), ('redaction_reason', ''), models.Q(('text', ''), _negated=True)), models.Q(('mark', ''), ('redacted_at__isnull', False), ('text', ''), models.Q(('redaction_reason', ''), _negated=True)), _connector='OR'), name='sentence_redacted_is_gone')],
            },
        ),
        migrations.CreateModel(
            name='PaperSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thing_kind', models.CharField(max_length=30, verbose_name='soort')),
                ('thing_id', models.BigIntegerField(verbose_name='nummer van het ding')),
                ('kind', models.CharField(max_length=60, verbose_name='zo heet de soort')),
                ('title', models.TextField(blank=True, verbose_name='titel')),
                ('address', models.CharField(max_length=300, verbose_name='adres')),
                ('sentence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='papers.papersentence')),
            ],
            options={
                'verbose_name': 'bron in een stuk',
                'verbose_name_plural': 'bronnen in stukken',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['thing_kind', 'thing_id'], name='papers_of_a_thing')],
                'constraints': [models.UniqueConstraint(fields=('sentence', 'thing_kind', 'thing_id'), name='one_source_once_per_sentence')],
            },
        ),
        migrations.CreateModel(
            name='PaperWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(choices=[('takes-part', 'Wie doet er mee'), ('communicated', 'Hoe is er gecommuniceerd'), ('moves', 'Beweegt het'), ('costs', 'Wat kost het'), ('course', 'Koers en wat er veranderde'), ('choices', 'Wat er gekozen is'), ('dissent', 'Tegenspraak en minderheid'), ('surprises', 'Verrassingen'), ('promises', 'Toezeggingen'), ('feedback', 'Wat er met inbreng is gedaan'), ('advice', 'Wat de adviesraad zegt')], max_length=15, verbose_name='onderdeel')),
                ('text', models.TextField(max_length=5000, verbose_name='eigen tekst')),
                ('author_role', models.CharField(blank=True, max_length=30, verbose_name='in welke rol')),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='papers.paper')),
            ],
            options={
                'verbose_name': 'eigen tekst in een concept',
                'verbose_name_plural': 'eigen teksten in concepten',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('paper', 'section'), name='one_own_text_per_section'), models.CheckConstraint(condition=models.Q(('section__in', ['takes-part', 'communicated', 'moves', 'costs', 'course', 'choices', 'dissent', 'surprises', 'promises', 'feedback', 'advice'])), name='own_text_known_section')],
            },
        ),
    ]
