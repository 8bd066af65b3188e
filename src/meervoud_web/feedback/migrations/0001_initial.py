import django.db.models.deletion
import django.utils.timezone
import meervoud_web.challenges.clock
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('challenges', '0005_question_versions'),
        ('course', '0001_initial'),
        ('people', '__first__'),
        ('rounds', '0005_hand_in_a_card'),
    ]

    operations = [
        migrations.CreateModel(
            name='NoticeAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mailadres')),
                ('language', models.CharField(choices=[('nl', 'Nederlands'), ('en', 'Engels')], default='nl', max_length=5)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rounds.round')),
            ],
            options={
                'verbose_name': 'adres voor bericht over een antwoord',
                'verbose_name_plural': 'adressen voor bericht over een antwoord',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('round', 'email'), name='one_address_a_round')],
            },
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='thema')),
                ('about', models.TextField(blank=True, max_length=600, verbose_name='wat mensen hierover zeggen')),
                ('answer_by', models.DateField(verbose_name='antwoord uiterlijk op')),
                ('weighed', models.CharField(blank=True, choices=[('adopted', 'overgenomen'), ('partly', 'deels overgenomen'), ('not', 'niet overgenomen'), ('elsewhere', 'hoort elders')], editable=False, max_length=9, verbose_name='afweging')),
                ('answered_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='voor iedereen te lezen sinds')),
                ('made_at', models.DateTimeField(default=meervoud_web.challenges.clock.now, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='challenges.challenge')),
                ('choice', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='course.choice', verbose_name='keuze')),
                ('keeper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie voor het antwoord zorgt')),
            ],
            options={
                'verbose_name': 'thema',
                'verbose_name_plural': "thema's",
                'ordering': ('answer_by', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('challenge', 'title'), name='one_theme_of_a_name'), models.CheckConstraint(condition=models.Q(('weighed__in', ['', 'adopted', 'partly', 'not', 'elsewhere'])), name='theme_known_weighing'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('weighed', '')), models.Q(models.Q(('weighed', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='theme_answered_with_a_weighing')],
            },
        ),
        migrations.CreateModel(
            name='Placing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('thing_kind', models.CharField(max_length=30, verbose_name='soort bijdrage')),
                ('thing_id', models.BigIntegerField(verbose_name='nummer van de bijdrage')),
                ('addition', models.TextField(blank=True, max_length=1000, verbose_name='persoonlijke aanvulling')),
                ('addition_number', models.PositiveIntegerField(default=0, editable=False)),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, editable=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placings', to='feedback.theme')),
            ],
            options={
                'verbose_name': 'bijdrage bij een thema',
                'verbose_name_plural': "bijdragen bij thema's",
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['thing_kind', 'thing_id'], name='placings_of_a_thing')],
                'constraints': [models.UniqueConstraint(fields=('theme', 'thing_kind', 'thing_id'), name='once_under_a_theme')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sent_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('address', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='feedback.noticeaddress')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='feedback.theme')),
            ],
            options={
                'verbose_name': 'bericht over een antwoord',
                'verbose_name_plural': 'berichten over antwoorden',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('address', 'theme'), name='one_notice_a_theme')],
            },
        ),
        migrations.CreateModel(
            name='ThemeAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='nummer')),
                ('weighed', models.CharField(choices=[('adopted', 'overgenomen'), ('partly', 'deels overgenomen'), ('not', 'niet overgenomen'), ('elsewhere', 'hoort elders')], max_length=9, verbose_name='wat is ermee gedaan?')),
                ('text', models.TextField(max_length=2500, verbose_name='antwoord, met de reden')),
                ('elsewhere', models.CharField(blank=True, max_length=300, verbose_name='waar het wel hoort')),
                ('who', models.CharField(max_length=120, verbose_name='namens wie')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='waarom het antwoord veranderde')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='feedback.theme')),
            ],
            options={
                'verbose_name': 'antwoord op een thema',
                'verbose_name_plural': "antwoorden op thema's",
                'ordering': ('-number',),
                'constraints': [models.UniqueConstraint(fields=('theme', 'number'), name='one_answer_a_number'), models.CheckConstraint(condition=models.Q(('weighed__in', ['adopted', 'partly', 'not', 'elsewhere'])), name='answer_known_weighing'), models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('who', ''), _negated=True)), name='answer_says_why_and_for_whom'), models.CheckConstraint(condition=models.Q(('number', 1), models.Q(('reason', ''), _negated=True), _connector='OR'), name='answer_changed_with_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('weighed', 'elsewhere'), _negated=True), models.Q(('elsewhere', ''), _negated=True), _connector='OR'), name='answer_says_where_it_belongs')],
            },
        ),
        migrations.CreateModel(
            name='ThemePostponement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('was', models.DateField()),
                ('becomes', models.DateField()),
                ('reason', models.CharField(max_length=500, verbose_name='waarom later')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, editable=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='postponements', to='feedback.theme')),
            ],
            options={
                'verbose_name': 'latere dag voor een antwoord',
                'verbose_name_plural': 'latere dagen voor een antwoord',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='ThemeResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=1500, verbose_name='wat ervan kwam')),
                ('request_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='results', to='feedback.theme')),
            ],
            options={
                'verbose_name': 'wat er van een thema kwam',
                'verbose_name_plural': "wat er van thema's kwam",
                'ordering': ('at', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='result_says_something')],
            },
        ),
    ]
