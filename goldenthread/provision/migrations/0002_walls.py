from django.db import migrations

from goldenthread.database.walls import append_only, child_wall, held_wall, link

# A family sees the timetable and the group of its own child's dose, and no other.
_OWN_CHILD = "d.child_id = ANY ((SELECT app_children())::uuid[])"
_OWN_GROUP = f"EXISTS (SELECT 1 FROM provision_dose d WHERE d.group_id = provision_group.id AND {_OWN_CHILD})"
_OWN_SESSION = f"""
    EXISTS (SELECT 1 FROM provision_dose d WHERE {_OWN_CHILD}
            AND (d.id = provision_plannedsession.dose_id OR d.group_id = provision_plannedsession.group_id))
"""


class Migration(migrations.Migration):
    dependencies = [("provision", "0001_initial"), ("children", "0003_walls")]
    operations = [
        held_wall("provision_group", or_own=_OWN_GROUP),
        child_wall("provision_dose"),
        held_wall("provision_plannedsession", or_own=_OWN_SESSION),
        child_wall("provision_delivery"),
        child_wall("provision_inplacecheck"),
        link("provision_dose", "child_id", "children_child"),
        link("provision_dose", "group_id", "provision_group"),
        link("provision_dose", "carried_from_id", "provision_dose"),
        link("provision_plannedsession", "group_id", "provision_group"),
        link("provision_plannedsession", "dose_id", "provision_dose"),
        link("provision_delivery", "child_id", "children_child"),
        link("provision_delivery", "dose_id", "provision_dose"),
        link("provision_delivery", "planned_session_id", "provision_plannedsession"),
        link("provision_delivery", "makes_up_id", "provision_delivery"),
        link("provision_inplacecheck", "child_id", "children_child"),
        link("provision_inplacecheck", "dose_id", "provision_dose"),
        append_only("provision_delivery"),
        append_only("provision_inplacecheck"),
    ]
