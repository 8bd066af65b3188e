from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):
    dependencies = [("people", "0003_partners_and_residents")]

    operations = [
        migrations.CreateModel(
            name="PersonErased",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField(verbose_name="nummer van het account")),
                ("at", models.DateTimeField(default=timezone.now, verbose_name="tijdstip")),
                ("reason", models.CharField(max_length=300, verbose_name="reden")),
                ("done", models.JSONField(default=list, verbose_name="wat er gedaan is")),
                ("swept_at", models.DateTimeField(null=True, verbose_name="bestanden schoon sinds")),
            ],
            options={
                "verbose_name": "gewiste persoon",
                "verbose_name_plural": "gewiste personen",
                "ordering": ("-at", "-pk"),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="erased_with_a_reason")
                ],
            },
        ),
    ]
