import django.db.models.deletion
import django.db.models.functions.text
import meervoud_web.challenges.clock
import meervoud_web.framings.models.role
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
            name='Framing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('actor', models.CharField(max_length=60, verbose_name='actor')),
                ('begun_at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='begonnen')),
                ('request_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='framings', to='challenges.challenge')),
                ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='framings_held', to=settings.AUTH_USER_MODEL, verbose_name='wie spreekt voor deze actor')),
            ],
            options={
                'verbose_name': 'kijk op de opgave',
                'verbose_name_plural': 'kijken op de opgave',
                'ordering': ('begun_at', 'pk'),
                'constraints': [models.UniqueConstraint(models.F('challenge'), django.db.models.functions.text.Lower('actor'), name='one_framing_of_an_actor'), models.CheckConstraint(condition=models.Q(('actor', ''), _negated=True), name='framing_of_somebody')],
            },
        ),
        migrations.CreateModel(
            name='FramingVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='nummer')),
                ('words', models.CharField(blank=True, max_length=200, verbose_name='zo zeggen wij het zelf')),
                ('problem', models.CharField(max_length=400, verbose_name='wat is er aan de hand?')),
                ('cause', models.CharField(blank=True, max_length=400, verbose_name='hoe komt dat?')),
                ('responsibility', models.CharField(blank=True, max_length=400, verbose_name='wie is ervoor verantwoordelijk?')),
                ('value', models.CharField(blank=True, max_length=400, verbose_name='wat staat er op het spel?')),
                ('solution', models.CharField(blank=True, max_length=400, verbose_name='wat zou helpen?')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='waarom deze versie')),
                ('on_behalf', models.BooleanField(default=False, verbose_name='namens de actor geschreven')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='geschreven')),
                ('recognised', models.CharField(choices=[('waiting', 'nog niet bevestigd'), ('confirmed', 'bevestigd'), ('contested', 'betwist')], default='waiting', max_length=10, verbose_name='herkend')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='beantwoord')),
                ('contest', models.CharField(blank=True, max_length=600, verbose_name='wat er volgens de actor niet klopt')),
                ('is_shown', models.BooleanField(default=False, verbose_name='voor iedereen te lezen')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('framing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='framings.framing')),
            ],
            options={
                'verbose_name': 'versie van een kijk op de opgave',
                'verbose_name_plural': 'versies van kijken op de opgave',
                'ordering': ('framing', 'number'),
                'constraints': [models.UniqueConstraint(fields=('framing', 'number'), name='one_framing_version_per_number'), models.UniqueConstraint(condition=models.Q(('is_shown', True)), fields=('framing',), name='one_framing_shown'), models.CheckConstraint(condition=models.Q(('is_shown', False), ('recognised', 'confirmed'), _connector='OR'), name='framing_shown_is_confirmed'), models.CheckConstraint(condition=models.Q(('recognised__in', ['waiting', 'confirmed', 'contested'])), name='framing_known_recognition'), models.CheckConstraint(condition=models.Q(models.Q(('recognised', 'contested'), _negated=True), models.Q(('contest', ''), _negated=True), _connector='OR'), name='framing_contested_with_words')],
            },
        ),
        migrations.CreateModel(
            name='GovernmentTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.CharField(max_length=120, verbose_name='waarin?')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='begonnen')),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='government_topics', to='challenges.challenge')),
            ],
            options={
                'verbose_name': 'rol van de overheid',
                'verbose_name_plural': 'rollen van de overheid',
                'ordering': ('at', 'pk'),
                'constraints': [models.UniqueConstraint(models.F('challenge'), django.db.models.functions.text.Lower('about'), name='one_government_topic_of_a_name')],
            },
        ),
        migrations.CreateModel(
            name='LadderPosition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('view', models.CharField(choices=[('actual', 'hoe het nu is'), ('ours', 'wat de gemeente wil'), ('actors', 'wat een actor wil')], max_length=6, verbose_name='waarvan?')),
                ('rung', models.PositiveSmallIntegerField(choices=[(1, 'loslaten'), (2, 'faciliteren'), (3, 'stimuleren'), (4, 'regisseren'), (5, 'reguleren')], verbose_name='trede')),
                ('since', models.DateField(default=meervoud_web.framings.models.role.today, verbose_name='vanaf')),
                ('why', models.CharField(max_length=400, verbose_name='waarom?')),
                ('request_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('framing', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='framings.framing')),
                ('topic', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='framings.governmenttopic')),
            ],
            options={
                'verbose_name': 'plaats op de ladder',
                'verbose_name_plural': 'plaatsen op de ladder',
                'ordering': ('since', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('rung__range', (1, 5))), name='ladder_known_rung'), models.CheckConstraint(condition=models.Q(('view__in', ['actual', 'ours', 'actors'])), name='ladder_known_view'), models.CheckConstraint(condition=models.Q(models.Q(('framing__isnull', False), ('view', 'actors')), models.Q(models.Q(('view', 'actors'), _negated=True), ('framing__isnull', True)), _connector='OR'), name='ladder_actor_where_one_speaks')],
            },
        ),
        migrations.CreateModel(
            name='WickednessJudgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreed', models.PositiveSmallIntegerField(choices=[(1, 'nee'), (2, 'eerder niet'), (3, 'half om half'), (4, 'eerder wel'), (5, 'ja')], verbose_name='Zijn wij het eens over wat ertoe doet?')),
                ('agreed_why', models.CharField(max_length=300, verbose_name='Waarom vindt u dat?')),
                ('known', models.PositiveSmallIntegerField(choices=[(1, 'nee'), (2, 'eerder niet'), (3, 'half om half'), (4, 'eerder wel'), (5, 'ja')], verbose_name='Weten wij wat werkt?')),
                ('known_why', models.CharField(max_length=300, verbose_name='Waarom vindt u dat?')),
                ('foreseen', models.PositiveSmallIntegerField(choices=[(1, 'nee'), (2, 'eerder niet'), (3, 'half om half'), (4, 'eerder wel'), (5, 'ja')], verbose_name='Kunnen wij overzien wat er gebeurt als wij iets doen?')),
                ('foreseen_why', models.CharField(max_length=300, verbose_name='Waarom vindt u dat?')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('request_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judgements', to='challenges.challenge')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judgements', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'antwoord op de drie vragen',
                'verbose_name_plural': 'antwoorden op de drie vragen',
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('agreed__range', (1, 5)), ('foreseen__range', (1, 5)), ('known__range', (1, 5))), name='judgement_known_levels')],
            },
        ),
    ]
