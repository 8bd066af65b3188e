import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import meervoud_web.challenges.clock
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
            name='Assumption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='in het kort')),
                ('condition', models.CharField(max_length=300, verbose_name='als')),
                ('result', models.CharField(max_length=300, verbose_name='dan')),
                ('because', models.CharField(max_length=300, verbose_name='omdat')),
                ('provided', models.CharField(blank=True, max_length=300, verbose_name='mits')),
                ('start', models.PositiveSmallIntegerField(default=50, validators=[django.core.validators.MinValueValidator(2), django.core.validators.MaxValueValidator(98)], verbose_name='hoe zeker bij het begin')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='houdbaar tot en met')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assumptions', to='challenges.challenge')),
                ('rests_on', models.ManyToManyField(blank=True, related_name='carries', to='course.assumption', verbose_name='rust op andere aannames')),
            ],
            options={
                'verbose_name': 'aanname',
                'verbose_name_plural': 'aannames',
                'ordering': ('at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('challenge', 'title'), name='one_assumption_in_these_words'), models.CheckConstraint(condition=models.Q(('start__gte', 2), ('start__lte', 98)), name='assumption_never_certain')],
            },
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=300, verbose_name='wat er gekozen is')),
                ('chosen_by', models.CharField(max_length=120, verbose_name='door wie')),
                ('mandate', models.CharField(max_length=200, verbose_name='met welk mandaat')),
                ('chosen_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='gekozen op')),
                ('weighed', models.TextField(max_length=1500, verbose_name='weloverwogen: wat woog u af?')),
                ('on_monday', models.TextField(max_length=1000, verbose_name='doortastend: wat doet u maandag?')),
                ('courage', models.TextField(max_length=1000, verbose_name='lef: wat vraagt moed, en wie staat erachter?')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('assumptions', models.ManyToManyField(blank=True, related_name='choices', to='course.assumption', verbose_name='rust op deze aannames')),
                ('builds_on', models.ManyToManyField(blank=True, related_name='built_on_it', to='course.choice', verbose_name='bouwt voort op deze keuzes')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='challenges.challenge')),
            ],
            options={
                'verbose_name': 'keuze',
                'verbose_name_plural': 'keuzes',
                'ordering': ('-chosen_on', '-pk'),
                'constraints': [models.UniqueConstraint(fields=('challenge', 'what'), name='one_choice_in_these_words')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=500, verbose_name='wat u zag of hoorde')),
                ('source', models.CharField(blank=True, max_length=120, verbose_name='waar het vandaan komt')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('counts_since', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='telt mee sinds')),
                ('assumption', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='course.assumption')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'aanwijzing',
                'verbose_name_plural': 'aanwijzingen',
                'ordering': ('at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('assumption', 'text'), name='one_evidence_in_these_words')],
            },
        ),
        migrations.CreateModel(
            name='Judgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('finding', models.CharField(choices=[('straw-for', 'Het past erbij, maar zegt nog weinig.'), ('straw-against', 'Het past er niet goed bij, maar zegt nog weinig.'), ('hoop-passed', 'Dit moest er zijn als de aanname klopt, en het is er.'), ('hoop-missing', 'Dit moest er zijn als de aanname klopt, en het is er niet.'), ('gun-found', 'Dit ziet u bijna alleen als de aanname klopt, en het is er.'), ('gun-missing', 'Dit ziet u bijna alleen als de aanname klopt, en het is er niet.'), ('decisive-for', 'Dit is er altijd als de aanname klopt, en anders nooit. Het is er.'), ('decisive-against', 'Dit is er altijd als de aanname klopt, en anders nooit. Het is er niet.')], max_length=20, verbose_name='wat zegt het?')),
                ('quality', models.CharField(choices=[('hearsay', 'van horen zeggen, of één verhaal'), ('seen', 'zelf gezien, of van meer mensen gehoord'), ('checked', 'geteld of nagegaan')], max_length=10, verbose_name='hoe goed is het nagegaan?')),
                ('why', models.TextField(blank=True, max_length=500, verbose_name='waarom')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judgements', to='course.evidence')),
                ('judge', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'oordeel over een aanwijzing',
                'verbose_name_plural': 'oordelen over aanwijzingen',
                'ordering': ('at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('evidence', 'judge'), name='one_judgement_of_each_judge'), models.CheckConstraint(condition=models.Q(('finding__in', ['straw-for', 'straw-against', 'hoop-passed', 'hoop-missing', 'gun-found', 'gun-missing', 'decisive-for', 'decisive-against'])), name='judgement_known_finding'), models.CheckConstraint(condition=models.Q(('quality__in', ['hearsay', 'seen', 'checked'])), name='judgement_known_quality')],
            },
        ),
        migrations.CreateModel(
            name='MainLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sentence', models.CharField(max_length=200, verbose_name='hoofdlijn')),
                ('why', models.TextField(blank=True, max_length=1000, verbose_name='waarom')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('let_go_at', models.DateTimeField(blank=True, null=True, verbose_name='losgelaten op')),
                ('let_go_why', models.TextField(blank=True, max_length=1000, verbose_name='waarom losgelaten')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='main_lines', to='challenges.challenge')),
            ],
            options={
                'verbose_name': 'hoofdlijn',
                'verbose_name_plural': 'hoofdlijnen',
                'ordering': ('at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('challenge', 'sentence'), name='one_main_line_in_these_words'), models.CheckConstraint(condition=models.Q(('let_go_at', None), models.Q(('let_go_why', ''), _negated=True), _connector='OR'), name='main_line_let_go_with_a_reason')],
            },
        ),
        migrations.AddField(
            model_name='assumption',
            name='main_line',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='assumptions', to='course.mainline', verbose_name='hoort bij hoofdlijn'),
        ),
        migrations.CreateModel(
            name='PublicValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='publieke waarde')),
                ('kind', models.CharField(choices=[('result', 'wat het oplevert voor mensen'), ('principle', 'hoe een overheid hoort te werken')], default='result', max_length=10, verbose_name='soort')),
                ('at_stake', models.CharField(max_length=300, verbose_name='wat er op het spel staat')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='public_values', to='challenges.challenge')),
            ],
            options={
                'verbose_name': 'publieke waarde',
                'verbose_name_plural': 'publieke waarden',
                'ordering': ('at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('challenge', 'name'), name='one_public_value_by_this_name'), models.CheckConstraint(condition=models.Q(('kind__in', ['result', 'principle'])), name='public_value_known_kind')],
            },
        ),
        migrations.CreateModel(
            name='SecondLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('kept', 'wij houden eraan vast'), ('adapted', 'wij passen haar aan'), ('taken-back', 'wij nemen haar terug')], max_length=10, verbose_name='wat komt eruit?')),
                ('why', models.TextField(max_length=1500, verbose_name='waarom')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('choice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='second_looks', to='course.choice')),
            ],
            options={
                'verbose_name': 'heroverweging van een keuze',
                'verbose_name_plural': 'heroverwegingen van keuzes',
                'ordering': ('at', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['kept', 'adapted', 'taken-back'])), name='second_look_known_outcome')],
            },
        ),
    ]
