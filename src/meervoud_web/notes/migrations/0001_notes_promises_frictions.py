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
            name='Promise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=300, verbose_name='wat is er beloofd?')),
                ('to', models.CharField(choices=[('resident', 'een inwoner'), ('partner', 'een partner'), ('council', 'de raad')], default='resident', max_length=10, verbose_name='aan wie?')),
                ('to_whom', models.CharField(blank=True, help_text='Zo weinig als nodig is om het te kunnen nakomen: “mevrouw op de markt” is vaak genoeg.', max_length=100, verbose_name='wie precies?')),
                ('due_on', models.DateField(verbose_name='uiterlijk op')),
                ('made_at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='beloofd')),
                ('state', models.CharField(choices=[('open', 'open'), ('kept', 'nagekomen'), ('let-go', 'niet nagekomen')], default='open', max_length=10, verbose_name='stand')),
                ('settled_at', models.DateTimeField(editable=False, null=True, verbose_name='afgerond')),
                ('outcome', models.CharField(blank=True, editable=False, max_length=1000, verbose_name='hoe het liep')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='versie')),
                ('request_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='promises', to='challenges.challenge')),
                ('keeper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='promises_to_keep', to=settings.AUTH_USER_MODEL, verbose_name='wie komt het na?')),
            ],
            options={
                'verbose_name': 'toezegging',
                'verbose_name_plural': 'toezeggingen',
                'ordering': ('due_on', 'pk'),
                'indexes': [models.Index(fields=['keeper', 'state', 'due_on'], name='promises_that_wait')],
                'constraints': [models.CheckConstraint(condition=models.Q(('to__in', ['resident', 'partner', 'council'])), name='promise_known_to'), models.CheckConstraint(condition=models.Q(('state__in', ['open', 'kept', 'let-go'])), name='promise_known_state'), models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='promise_settled_once')],
            },
        ),
        migrations.CreateModel(
            name='PromiseChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='tijdstip')),
                ('was', models.CharField(max_length=300, verbose_name='eerst beloofd')),
                ('was_due_on', models.DateField(verbose_name='eerst uiterlijk op')),
                ('reason', models.CharField(max_length=1000, verbose_name='reden')),
                ('promise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='notes.promise')),
            ],
            options={
                'verbose_name': 'veranderde toezegging',
                'verbose_name_plural': 'veranderde toezeggingen',
                'ordering': ('-at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='WeeklyMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('monday', models.DateField(verbose_name='week die begint op')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='weekly_mail', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'weekmail',
                'verbose_name_plural': 'weekmails',
            },
        ),
        migrations.CreateModel(
            name='Friction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=300, verbose_name='wat staat in de weg?')),
                ('kind', models.CharField(choices=[('mandate', 'mandaat: wij mogen het niet zelf beslissen'), ('hours', 'uren: er is geen tijd voor'), ('budget', 'budget: er is geen geld voor'), ('rule', 'regel: een regel staat in de weg')], max_length=10, verbose_name='wat ontbreekt er?')),
                ('lifter_role', models.CharField(blank=True, help_text='Als degene hier niet bij staat, zoals “directeur bedrijfsvoering”.', max_length=100, verbose_name='of: in welke rol?')),
                ('by_when', models.DateField(verbose_name='wanneer hebben wij dit nodig?')),
                ('raised_at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='voorgelegd')),
                ('state', models.CharField(choices=[('open', 'nog niet beantwoord'), ('lifted', 'opgeheven'), ('not-lifted', 'niet opgeheven')], default='open', max_length=10, verbose_name='stand')),
                ('settled_at', models.DateTimeField(editable=False, null=True, verbose_name='beantwoord')),
                ('outcome', models.CharField(blank=True, editable=False, max_length=1000, verbose_name='antwoord')),
                ('request_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='frictions', to='challenges.challenge')),
                ('lifter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='frictions_to_lift', to=settings.AUTH_USER_MODEL, verbose_name='wie kan dit opheffen?')),
            ],
            options={
                'verbose_name': 'schuurplek',
                'verbose_name_plural': 'schuurplekken',
                'ordering': ('by_when', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['mandate', 'hours', 'budget', 'rule'])), name='friction_known_kind'), models.CheckConstraint(condition=models.Q(('state__in', ['open', 'lifted', 'not-lifted'])), name='friction_known_state'), models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('settled_at__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='friction_settled_with_an_answer')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True, max_length=10000, verbose_name='notitie')),
                ('is_shared', models.BooleanField(default=False, verbose_name='ook voor wie aan de opgave werkt')),
                ('written_at', models.DateTimeField(default=meervoud_web.challenges.clock.now, verbose_name='geschreven')),
                ('way', models.CharField(choices=[('page', 'op de pagina'), ('mail', 'per mail')], default='page', max_length=10, verbose_name='manier')),
                ('request_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='challenges.challenge')),
                ('writer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'notitie',
                'verbose_name_plural': 'notities',
                'ordering': ('-written_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('way__in', ['page', 'mail'])), name='note_known_way'), models.CheckConstraint(condition=models.Q(models.Q(('text__gt', ''), ('writer__isnull', False)), models.Q(('is_shared', False), ('text', ''), ('writer__isnull', True)), _connector='OR'), name='note_of_nobody_is_empty')],
            },
        ),
    ]
