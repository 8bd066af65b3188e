import django.db.models.deletion
import meervoud_web.conversations.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('challenges', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Conversation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='titel')),
                ('question', models.CharField(blank=True, max_length=500, verbose_name='vraag')),
                ('assurance', models.PositiveSmallIntegerField(choices=[(0, 'open link: wie de link had, kon meedoen'), (1, 'zaalcode: wie in de zaal was, kon meedoen'), (2, 'eenmalige codes: per code kon één keer worden meegedaan'), (3, 'ingelogd: iedereen is als persoon gecontroleerd')], default=0, verbose_name='hoe deden mensen mee')),
                ('is_public', models.BooleanField(default=False, verbose_name='open voor iedereen')),
                ('participant_count', models.PositiveIntegerField(default=0)),
                ('vote_count', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conversations', to='challenges.challenge')),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'stellingenronde',
                'verbose_name_plural': 'stellingenrondes',
                'ordering': ('-created_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('assurance__lte', 3)), name='conversation_known_assurance')],
            },
        ),
        migrations.CreateModel(
            name='GroupName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(choices=[('conversation', 'voor wie hier werkt: alle reacties'), ('public-conversation', 'voor iedereen: de reacties die openbaar mogen zijn')], max_length=32)),
                ('group', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=60, verbose_name='naam van de groep')),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='group_names', to='conversations.conversation')),
            ],
            options={
                'verbose_name': 'naam van een groep',
                'verbose_name_plural': 'namen van groepen',
                'constraints': [models.UniqueConstraint(fields=('conversation', 'audience', 'group'), name='one_name_a_group')],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('external_id', models.CharField(max_length=200)),
                ('public_id', models.CharField(default=meervoud_web.conversations.models.new_public_id, max_length=16)),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='conversations.conversation')),
            ],
            options={
                'verbose_name': 'deelnemer',
                'verbose_name_plural': 'deelnemers',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('conversation', 'external_id'), name='one_participant_an_id'), models.UniqueConstraint(fields=('conversation', 'public_id'), name='one_participant_a_public_id')],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('external_id', models.CharField(max_length=200)),
                ('text', models.TextField(blank=True)),
                ('is_moderated', models.BooleanField(default=False, verbose_name='telt alleen mee in de aantallen')),
                ('is_meta', models.BooleanField(default=False, verbose_name='gaat over wie meedoet, niet over wat zij vinden')),
                ('is_seed', models.BooleanField(default=False, verbose_name='stond er al bij het begin')),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='conversations.conversation')),
            ],
            options={
                'verbose_name': 'stelling',
                'verbose_name_plural': 'stellingen',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('conversation', 'external_id'), name='one_statement_an_id')],
            },
        ),
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=200)),
                ('size', models.PositiveBigIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('uploaded_at', models.DateTimeField(auto_now_add=True)),
                ('conversation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='upload', to='conversations.conversation')),
                ('uploaded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'geüpload bestand',
                'verbose_name_plural': 'geüploade bestanden',
            },
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.SmallIntegerField(choices=[(1, 'eens'), (0, 'weet ik niet'), (-1, 'oneens')])),
                ('cast_at', models.BigIntegerField(blank=True, null=True)),
                ('is_important', models.BooleanField(blank=True, null=True)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='votes', to='conversations.participant')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='votes', to='conversations.statement')),
            ],
            options={
                'verbose_name': 'reactie',
                'verbose_name_plural': 'reacties',
                'constraints': [models.UniqueConstraint(fields=('participant', 'statement'), name='one_vote_a_statement'), models.CheckConstraint(condition=models.Q(('value__in', (-1, 0, 1))), name='vote_is_known')],
            },
        ),
    ]
