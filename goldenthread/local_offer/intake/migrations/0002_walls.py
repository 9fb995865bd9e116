from django.db import migrations

from goldenthread.database.walls import area_wall, link


class Migration(migrations.Migration):
    dependencies = [("local_offer_intake", "0001_initial")]
    operations = [
        area_wall("local_offer_intake_intake"),
        area_wall("local_offer_intake_intakerow"),
        link("local_offer_intake_intakerow", "intake_id", "local_offer_intake_intake"),
        link("local_offer_intake_intakerow", "service_id", "local_offer_service"),
    ]
