import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import goldenthread.database.models
import goldenthread.keys
import goldenthread.privacy.fields
from goldenthread.database.walls import area_wall, link

_TABLE = "local_offer_editing_providerinvitation"


def _to(model: str) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model)


class Migration(migrations.Migration):
    dependencies = [("local_offer_editing", "0004_trail_is_not_changed"), ("local_offer", "0009_archived_for")]
    operations = [
        migrations.CreateModel(
            "ProviderInvitation",
            fields=[
                ("id", models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("authority", _to("organisations.organisation")),
                ("holder", _to("organisations.organisation")),
                (
                    "provider",
                    goldenthread.database.models.WalledLink(
                        db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name="invitations",
                        to="local_offer.offerorganisation",
                    ),
                ),
                ("role", models.CharField(max_length=40)),
                ("name", goldenthread.privacy.fields.SealedTextField()),
                ("job_title", goldenthread.privacy.fields.SealedTextField(blank=True)),
                ("email", goldenthread.privacy.fields.SealedTextField()),
                ("address_hash", models.CharField(max_length=64)),
                ("code_hash", models.CharField(max_length=64)),
                ("invited_by", _to(settings.AUTH_USER_MODEL)),
                ("invited_on", models.DateField()),
                ("valid_until_on", models.DateField()),
                (
                    "answer",
                    models.CharField(blank=True, choices=[("accepted", "Yes"), ("declined", "No")], max_length=10),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["invited_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(answer="", answered_at__isnull=True)
                        | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                        name="offer_invitation_answer_has_its_time",
                    )
                ],
            },
        ),
        area_wall(_TABLE),
        link(_TABLE, "provider_id", "local_offer_offerorganisation"),
    ]  # fmt: skip
