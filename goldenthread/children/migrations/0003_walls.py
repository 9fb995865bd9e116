from django.db import migrations

from goldenthread.database.walls import append_only, area_wall, child_wall, link


class Migration(migrations.Migration):
    dependencies = [("children", "0002_initial")]
    operations = [
        area_wall("children_child"),
        area_wall("children_identifier"),
        area_wall("children_enrolment"),
        area_wall("children_classgroup"),
        area_wall("children_classstaff"),
        child_wall("children_classmembership"),
        child_wall("children_statusentry"),
        child_wall("children_need"),
        child_wall("children_profile"),
        child_wall("children_profileread"),
        link("children_identifier", "child_id", "children_child"),
        link("children_enrolment", "child_id", "children_child"),
        link("children_classmembership", "child_id", "children_child"),
        link("children_classmembership", "class_group_id", "children_classgroup"),
        link("children_classstaff", "class_group_id", "children_classgroup"),
        link("children_statusentry", "child_id", "children_child"),
        link("children_need", "child_id", "children_child"),
        link("children_profile", "child_id", "children_child"),
        link("children_profileread", "child_id", "children_child"),
        link("children_profileread", "profile_id", "children_profile"),
        append_only("children_statusentry"),
        append_only("children_profile"),
        append_only("children_profileread"),
    ]
