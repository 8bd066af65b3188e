import django.core.validators
import django.db.models.deletion
import meervoud_web.challenges.clock
import meervoud_web.signals.models.letterbox
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
            name='Letterbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=meervoud_web.signals.models.letterbox.new_letterbox_code, editable=False, max_length=8, unique=True, verbose_name='code')),
                ('is_open', models.BooleanField(default=True, verbose_name='open')),
                ('challenge', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='letterbox', to='challenges.challenge')),
            ],
            options={
                'verbose_name': 'signalenbus',
                'verbose_name_plural': 'signalenbussen',
            },
        ),
        migrations.CreateModel(
            name='Signal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seen', models.TextField(max_length=600, verbose_name='wat er opviel')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='waar')),
                ('observer', models.CharField(choices=[('resident', 'inwoner'), ('carer', 'mantelzorger of vrijwilliger'), ('professional', 'professional in de wijk'), ('entrepreneur', 'ondernemer'), ('staff', 'medewerker van de gemeente'), ('other', 'iemand anders')], max_length=12, verbose_name='gezien als')),
                ('organisation', models.CharField(blank=True, max_length=100, verbose_name='organisatie')),
                ('request_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reported_at', models.DateTimeField(default=meervoud_web.challenges.clock.now, editable=False, verbose_name='doorgegeven')),
                ('strangeness', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='hoe vreemd')),
                ('impact', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='hoe groot het kan worden')),
                ('theme', models.CharField(blank=True, choices=[('demographic', 'bevolking'), ('economic', 'werk en geld'), ('social', 'samenleven en cultuur'), ('technological', 'techniek'), ('ecological', 'natuur en omgeving'), ('political', 'politiek en regels')], max_length=13, verbose_name='thema')),
                ('touches', models.CharField(blank=True, max_length=200, verbose_name='raakt aan')),
                ('verdict', models.CharField(blank=True, choices=[('noise', 'ruis'), ('watch', 'volgen'), ('act', 'handelen'), ('learn', 'leren')], editable=False, max_length=5, verbose_name='gelezen als')),
                ('next_look_on', models.DateField(blank=True, null=True, verbose_name='weer bekijken op')),
                ('shown_as', models.CharField(blank=True, max_length=300, verbose_name='zo te zien voor iedereen')),
                ('belongs_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='confirmations', to='signals.signal')),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signals', to='challenges.challenge')),
                ('reporter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'signaal',
                'verbose_name_plural': 'signalen',
                'ordering': ('reported_at', 'pk'),
                'indexes': [models.Index(fields=['challenge', 'verdict'], name='signals_to_read')],
                'constraints': [models.CheckConstraint(condition=models.Q(('seen', ''), _negated=True), name='signal_says_something'), models.CheckConstraint(condition=models.Q(('observer__in', ['resident', 'carer', 'professional', 'entrepreneur', 'staff', 'other'])), name='signal_known_observer'), models.CheckConstraint(condition=models.Q(('verdict__in', ['', 'noise', 'watch', 'act', 'learn'])), name='signal_known_verdict'), models.CheckConstraint(condition=models.Q(('strangeness__range', (1, 5))), name='signal_strangeness_1_to_5'), models.CheckConstraint(condition=models.Q(('impact__range', (1, 5))), name='signal_impact_1_to_5'), models.CheckConstraint(condition=models.Q(('belongs_to', models.F('pk')), _negated=True), name='signal_belongs_to_another')],
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='hoeveelste keer')),
                ('verdict', models.CharField(choices=[('noise', 'ruis'), ('watch', 'volgen'), ('act', 'handelen'), ('learn', 'leren')], max_length=5, verbose_name='gelezen als')),
                ('why', models.CharField(max_length=500, verbose_name='waarom')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='signals.signal')),
            ],
            options={
                'verbose_name': 'duiding van een signaal',
                'verbose_name_plural': 'duidingen van signalen',
                'ordering': ('-number',),
                'constraints': [models.UniqueConstraint(fields=('signal', 'number'), name='one_reading_at_a_time'), models.CheckConstraint(condition=models.Q(('verdict__in', ['noise', 'watch', 'act', 'learn'])), name='reading_known_verdict'), models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='reading_has_a_reason')],
            },
        ),
    ]
