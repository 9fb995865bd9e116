from django.db import migrations

from goldenthread.database.walls import append_only, child_wall, link

TABLES = (
    "agreement annualreport attendance change concern contribution cycle doseeffect measure parentmeeting"
    " parentstold reading review strategytried supervisedsession target targetdose targetoutcome"
).split()

# child_id of every table is linked below.
LINKS = """
    agreement.cycle_id cycle
    attendance.review_id review
    change.contribution_id contribution
    contribution.concern_id concern
    contribution.cycle_id cycle
    contribution.mends_id contribution
    contribution.review_id review
    contribution.session_id supervisedsession
    cycle.concern_id concern
    cycle.previous_id cycle
    doseeffect.review_id review
    parentmeeting.review_id review
    parentstold.cycle_id cycle
    reading.measure_id measure
    review.cycle_id cycle
    strategytried.concern_id concern
    target.carried_from_id target
    target.cycle_id cycle
    target.measure_id measure
    targetdose.target_id target
    targetoutcome.review_id review
    targetoutcome.target_id target
"""

NEVER_EDITED = (
    "agreement annualreport change contribution doseeffect parentmeeting parentstold reading targetoutcome"
).split()

# The second wall of an audience: what is not for this person does not exist for them, whatever the code forgets.
# The body that holds the row may read it; in the family, the one who said it, everybody if it is for everybody, and
# the child or young person themselves if only parents are kept out.
AUDIENCE = """
    CREATE POLICY audience ON sen_support_{table} AS RESTRICTIVE TO goldenthread_app USING (
        holder_id = ANY ((SELECT app_holders())::uuid[])
        OR audience = 'everyone'
        OR (audience <> 'school' AND {author} = (SELECT app_person()))
        OR (audience = 'not_parents' AND EXISTS (
            SELECT 1 FROM people_youngpersonaccess own
            WHERE own.child_id = sen_support_{table}.child_id AND own.account_id = (SELECT app_person())
        ))
    ) WITH CHECK (true)
"""

# What hangs on a worry or on words is readable when they are.
FOLLOWS = """
    CREATE POLICY audience ON sen_support_{table} AS RESTRICTIVE TO goldenthread_app USING (
        EXISTS (SELECT 1 FROM sen_support_{of} followed WHERE followed.id = {column})
    ) WITH CHECK (true)
"""


def _policy(table: str, sql: str) -> migrations.RunSQL:
    return migrations.RunSQL(sql, f"DROP POLICY audience ON sen_support_{table}")


def _link(line: str) -> migrations.RunSQL:
    source, to = line.split()
    table, column = source.split(".")
    return link(f"sen_support_{table}", column, f"sen_support_{to}")


class Migration(migrations.Migration):
    dependencies = [
        ("sen_support", "0001_initial"),
        ("children", "0003_walls"),
        ("people", "0002_walls"),
        ("provision", "0002_walls"),
    ]
    operations = [
        *[child_wall(f"sen_support_{table}") for table in TABLES],
        *[link(f"sen_support_{table}", "child_id", "children_child") for table in TABLES],
        *[_link(line) for line in LINKS.split("\n") if line.strip()],
        link("sen_support_targetdose", "dose_id", "provision_dose"),
        link("sen_support_doseeffect", "dose_id", "provision_dose"),
        *[append_only(f"sen_support_{table}") for table in NEVER_EDITED],
        _policy("concern", AUDIENCE.format(table="concern", author="raised_by_id")),
        _policy("contribution", AUDIENCE.format(table="contribution", author="account_id")),
        _policy("strategytried", FOLLOWS.format(table="strategytried", of="concern", column="concern_id")),
        _policy("change", FOLLOWS.format(table="change", of="contribution", column="contribution_id")),
    ]
