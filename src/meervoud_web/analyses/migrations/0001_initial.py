import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Analysis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=64)),
                ('subject', models.PositiveBigIntegerField()),
                ('method', models.CharField(max_length=64)),
                ('parameters', models.JSONField(blank=True, default=dict)),
                ('seed', models.BigIntegerField(default=0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('waiting', 'wacht'), ('running', 'bezig'), ('done', 'klaar'), ('failed', 'mislukt')], default='waiting', max_length=8)),
                ('progress', models.PositiveSmallIntegerField(default=0)),
                ('message', models.CharField(blank=True, max_length=200)),
                ('error', models.JSONField(blank=True, default=dict)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('lease', models.UUIDField(blank=True, null=True)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('method_version', models.CharField(blank=True, max_length=32)),
                ('input_hash', models.CharField(blank=True, max_length=128)),
                ('record', models.TextField(blank=True)),
                ('summary', models.JSONField(blank=True, default=dict)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'analyse',
                'verbose_name_plural': 'analyses',
                'ordering': ('-pk',),
                'indexes': [models.Index(fields=['source', 'subject', '-id'], name='analysis_of_subject'), models.Index(fields=['state', 'lease_until'], name='analysis_abandoned')],
                'constraints': [models.CheckConstraint(condition=models.Q(('progress__lte', 100)), name='progress_is_a_percentage'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), models.Q(models.Q(('record', ''), _negated=True), models.Q(('input_hash', ''), _negated=True), models.Q(('method_version', ''), _negated=True)), _connector='OR'), name='no_half_result'), models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'running'))), fields=('source', 'subject'), name='one_unfinished_analysis_a_subject')],
            },
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=8)),
                ('shape', models.CharField(max_length=16)),
                ('svg', models.TextField()),
                ('analysis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pictures', to='analyses.analysis')),
            ],
            options={
                'verbose_name': 'tekening',
                'verbose_name_plural': 'tekeningen',
                'constraints': [models.UniqueConstraint(fields=('analysis', 'language', 'shape'), name='one_picture_a_shape')],
            },
        ),
    ]
