"""How pupils' rows find their children, compare with what is there, and are taken. All rows at once."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

TABLE = {
    "upn": "text", "given_name": "text", "family_name": "text", "known_as": "text", "sort_name": "text",
    "born_on": "date", "sex": "text", "year_group": "text", "class_name": "text", "from_on": "date", "to_on": "date",
    "enrolment": "text", "ethnicity": "text", "first_language": "text", "uln": "text", "status": "text",
    "status_from": "date", "need_1": "text", "area_1": "text", "need_2": "text", "area_2": "text",
    "child_id": "uuid", "known": "uuid", "roll": "uuid", "class_id": "uuid",
}  # fmt: skip

MATCH = (
    "CREATE INDEX ON incoming (upn)",
    """UPDATE incoming i SET known = n.child_id FROM children_identifier n
       WHERE n.authority_id = :authority AND n.scheme = 'upn' AND n.value = i.upn AND n.to_on IS NULL AND i.upn <> ''""",
    # A child whose UPN was not yet known, or is not in the file: the same name and birth on our own roll.
    """UPDATE incoming i SET known = c.id FROM children_child c
       JOIN children_enrolment e ON e.authority_id = c.authority_id AND e.child_id = c.id AND e.holder_id = :holder
       WHERE i.known IS NULL AND c.authority_id = :authority AND c.sort_name = i.sort_name AND c.born_on = i.born_on
         AND (i.upn = '' OR NOT EXISTS (SELECT FROM children_identifier n WHERE n.authority_id = :authority
              AND n.child_id = c.id AND n.scheme = 'upn' AND n.to_on IS NULL))""",
    """UPDATE incoming i SET roll = e.id FROM children_enrolment e
       WHERE e.authority_id = :authority AND e.holder_id = :holder AND e.child_id = i.known AND e.from_on = i.from_on""",
    """UPDATE incoming i SET class_id = (
           SELECT g.id FROM children_classgroup g
           WHERE g.authority_id = :authority AND g.holder_id = :holder AND g.name = i.class_name
             AND g.from_on <= greatest(:today, i.from_on) AND (g.to_on IS NULL OR g.to_on >= greatest(:today, i.from_on))
           ORDER BY g.from_on DESC LIMIT 1)
       WHERE i.class_name <> ''""",
)

CLASHES = (
    (
        "SELECT i.line, 'upn', i.upn FROM incoming i JOIN incoming o ON o.upn = i.upn AND o.line < i.line WHERE i.upn <> ''",
        gettext_lazy(
            "This UPN is on an earlier line too. Each pupil has one of their own: correct or remove one line."
        ),
    ),
    (
        """SELECT i.line, 'family_name', i.given_name || ' ' || i.family_name FROM incoming i JOIN incoming o
           ON o.sort_name = i.sort_name AND o.born_on = i.born_on AND o.line < i.line AND (i.upn = '' OR o.upn = '')""",
        gettext_lazy(
            "The same name and date of birth is on an earlier line. Give both pupils their UPN, or remove one."
        ),
    ),
    (
        """SELECT i.line, 'date_of_birth', to_char(i.born_on, 'DD/MM/YYYY') FROM incoming i
           JOIN children_child c ON c.id = i.known WHERE c.born_on <> i.born_on""",
        gettext_lazy(
            "This UPN is held in the area for a child born on another day. Check the UPN and the date of birth."
        ),
    ),
    (
        """SELECT i.line, 'uln', i.uln FROM incoming i JOIN incoming o ON o.uln = i.uln AND o.line < i.line
           WHERE i.uln <> ''
           UNION SELECT i.line, 'uln', i.uln FROM incoming i JOIN children_identifier n ON n.value = i.uln
           WHERE n.authority_id = :authority AND n.scheme = 'uln' AND n.to_on IS NULL
             AND n.child_id IS DISTINCT FROM i.known""",
        gettext_lazy("This ULN belongs to somebody else. Each pupil has one of their own: check it or leave it empty."),
    ),
    (
        "SELECT i.line, 'class', i.class_name FROM incoming i WHERE i.class_name <> '' AND i.class_id IS NULL",
        gettext_lazy("No class of this name runs now. Bring the classes file first, or mend the name."),
    ),
    (
        """SELECT i.line, 'start_date', to_char(i.from_on, 'DD/MM/YYYY') FROM incoming i
           JOIN children_enrolment e ON e.authority_id = :authority AND e.holder_id = :holder AND e.child_id = i.known
           WHERE e.id IS DISTINCT FROM i.roll AND daterange(e.from_on, e.to_on, '[]') && daterange(i.from_on, i.to_on, '[]')""",
        gettext_lazy(
            "The pupil is already on your roll from another day. Give the same start date, or the old leaving date first."
        ),
    ),
)

_STATUS_NOW = """
    (SELECT s.status FROM children_statusentry s
     WHERE s.authority_id = :authority AND s.holder_id = :holder AND s.child_id = i.known AND s.true_from <= i.status_from
     ORDER BY s.true_from DESC, s.learned_on DESC, s.recorded_at DESC LIMIT 1)
"""
_CLASS_NOW = """
    EXISTS (SELECT FROM children_classmembership m WHERE m.authority_id = :authority AND m.child_id = i.known
            AND m.class_group_id = i.class_id AND (m.to_on IS NULL OR m.to_on >= :today))
"""
_NEED = """
    EXISTS (SELECT FROM children_need n WHERE n.authority_id = :authority AND n.holder_id = :holder
            AND n.child_id = i.known AND n.sen_type = i.need_{rank} AND n.rank = {rank} AND n.to_on IS NULL)
"""
_NUMBER = """
    EXISTS (SELECT FROM children_identifier n WHERE n.authority_id = :authority AND n.child_id = i.known
            AND n.scheme = '{scheme}' AND n.value = i.{scheme} AND n.to_on IS NULL)
"""

_DIFFERENCES = f"""
UPDATE incoming i SET what = 'changed', detail = concat_ws('; ',
        CASE WHEN (c.given_name, c.family_name, c.known_as) <> (i.given_name, i.family_name, i.known_as)
             THEN 'name: ' || c.given_name || ' ' || c.family_name || ' → ' || i.given_name || ' ' || i.family_name END,
        CASE WHEN c.sex <> i.sex THEN 'sex: ' || i.sex END,
        CASE WHEN i.ethnicity <> '' AND c.ethnicity <> i.ethnicity THEN 'ethnicity: ' || i.ethnicity END,
        CASE WHEN i.first_language <> '' AND c.first_language <> i.first_language
             THEN 'first_language: ' || i.first_language END,
        CASE WHEN i.upn <> '' AND NOT {_NUMBER.format(scheme="upn")} THEN 'upn: ' || i.upn END,
        CASE WHEN i.uln <> '' AND NOT {_NUMBER.format(scheme="uln")} THEN 'uln: ' || i.uln END,
        CASE WHEN i.roll IS NULL THEN 'joins on ' || to_char(i.from_on, 'DD/MM/YYYY') END,
        CASE WHEN e.id IS NOT NULL AND e.year_group <> i.year_group
             THEN 'year_group: ' || e.year_group || ' → ' || i.year_group END,
        CASE WHEN e.id IS NOT NULL AND e.kind <> i.enrolment THEN 'enrolment: ' || i.enrolment END,
        CASE WHEN e.id IS NOT NULL AND e.to_on IS DISTINCT FROM i.to_on
             THEN 'leaving_date: ' || coalesce(to_char(i.to_on, 'DD/MM/YYYY'), '(none)') END,
        CASE WHEN i.class_id IS NOT NULL AND NOT {_CLASS_NOW} THEN 'class: ' || i.class_name END,
        CASE WHEN i.status <> '' AND {_STATUS_NOW} IS DISTINCT FROM i.status
             THEN 'sen_status: ' || i.status || ' from ' || to_char(i.status_from, 'DD/MM/YYYY') END,
        CASE WHEN i.need_1 <> '' AND NOT {_NEED.format(rank=1)} THEN 'primary_need: ' || i.need_1 END,
        CASE WHEN i.need_2 <> '' AND NOT {_NEED.format(rank=2)} THEN 'secondary_need: ' || i.need_2 END)
"""

JUDGE = (
    _DIFFERENCES
    + " FROM children_child c LEFT JOIN children_enrolment e ON false WHERE c.id = i.known AND i.roll IS NULL",
    _DIFFERENCES + " FROM children_child c, children_enrolment e WHERE c.id = i.known AND e.id = i.roll",
    "UPDATE incoming SET what = 'same' WHERE what = 'changed' AND detail = ''",
    "UPDATE incoming SET child_id = known WHERE known IS NOT NULL",
)

_NEW_NUMBER = """
    INSERT INTO children_identifier (id, authority_id, holder_id, child_id, scheme, value, from_on)
    SELECT app_new_key(), :authority, :holder, i.child_id, '{scheme}', i.{scheme}, :today FROM incoming i
    WHERE i.{scheme} <> '' AND i.what <> 'same' AND NOT EXISTS (
        SELECT FROM children_identifier n WHERE n.authority_id = :authority AND n.child_id = i.child_id
          AND n.scheme = '{scheme}' AND n.value = i.{scheme} AND n.to_on IS NULL)
"""
_OLD_NUMBER = """
    UPDATE children_identifier n SET to_on = :today FROM incoming i
    WHERE i.what = 'changed' AND i.{scheme} <> '' AND n.authority_id = :authority AND n.child_id = i.child_id
      AND n.scheme = '{scheme}' AND n.value <> i.{scheme} AND n.to_on IS NULL
"""
_NEW_NEED = """
    INSERT INTO children_need (id, authority_id, holder_id, child_id, area, sen_type, rank, words, from_on, ended_because)
    SELECT app_new_key(), :authority, :holder, i.child_id, i.area_{rank}, i.need_{rank}, {rank}, '',
           coalesce(i.status_from, greatest(i.from_on, i.born_on)), ''
    FROM incoming i WHERE i.need_{rank} <> '' AND i.what <> 'same' AND NOT EXISTS (
        SELECT FROM children_need n WHERE n.authority_id = :authority AND n.holder_id = :holder
          AND n.child_id = i.child_id AND n.rank = {rank} AND n.sen_type = i.need_{rank} AND n.to_on IS NULL)
"""
_OLD_NEED = """
    UPDATE children_need n SET to_on = greatest(n.from_on, :today), ended_because = 'Changed by a file brought in' FROM incoming i
    WHERE i.what = 'changed' AND i.need_{rank} <> '' AND n.authority_id = :authority AND n.holder_id = :holder
      AND n.child_id = i.child_id AND n.rank = {rank} AND n.sen_type <> i.need_{rank} AND n.to_on IS NULL
"""

TAKE = (
    """INSERT INTO children_child (id, authority_id, holder_id, given_name, family_name, known_as, sort_name, born_on,
                                   sex, ethnicity, first_language, interpreter, formats)
       SELECT child_id, :authority, :holder, given_name, family_name, known_as, sort_name, born_on, sex, ethnicity,
              first_language, false, '{}' FROM incoming WHERE what = 'new'""",
    """UPDATE children_child c SET given_name = i.given_name, family_name = i.family_name, known_as = i.known_as,
              sort_name = i.sort_name, sex = i.sex, ethnicity = coalesce(nullif(i.ethnicity, ''), c.ethnicity),
              first_language = coalesce(nullif(i.first_language, ''), c.first_language)
       FROM incoming i WHERE c.id = i.child_id AND i.what = 'changed'""",
    _OLD_NUMBER.format(scheme="upn"),
    _NEW_NUMBER.format(scheme="upn"),
    _OLD_NUMBER.format(scheme="uln"),
    _NEW_NUMBER.format(scheme="uln"),
    """INSERT INTO children_enrolment (id, authority_id, holder_id, child_id, kind, year_group, from_on, to_on)
       SELECT app_new_key(), :authority, :holder, child_id, enrolment, year_group, from_on, to_on
       FROM incoming WHERE roll IS NULL""",
    """UPDATE children_enrolment e SET kind = i.enrolment, year_group = i.year_group, to_on = i.to_on
       FROM incoming i WHERE e.id = i.roll AND i.what = 'changed'""",
    # A child moves class: the old place ends the day before the new one begins.
    """UPDATE children_classmembership m SET to_on = greatest(m.from_on, :today - 1) FROM incoming i
       WHERE i.what = 'changed' AND i.class_id IS NOT NULL AND m.authority_id = :authority AND m.holder_id = :holder
         AND m.child_id = i.child_id AND m.class_group_id <> i.class_id AND (m.to_on IS NULL OR m.to_on >= :today)""",
    """INSERT INTO children_classmembership (id, authority_id, holder_id, child_id, class_group_id, from_on, to_on)
       SELECT app_new_key(), :authority, :holder, i.child_id, i.class_id,
              greatest(i.from_on, CASE WHEN i.what = 'new' THEN g.from_on ELSE :today END), i.to_on
       FROM incoming i JOIN children_classgroup g ON g.id = i.class_id
       WHERE i.what <> 'same' AND NOT EXISTS (
           SELECT FROM children_classmembership m WHERE m.authority_id = :authority AND m.child_id = i.child_id
             AND m.class_group_id = i.class_id AND (m.to_on IS NULL OR m.to_on >= :today))""",
    """INSERT INTO children_statusentry (id, authority_id, holder_id, child_id, status, true_from, learned_on,
                                         recorded_at, recorded_by_id, reason)
       SELECT app_new_key(), :authority, :holder, i.child_id, i.status, i.status_from, :today, :now, :person,
              'Brought in from the school''s own records'
       FROM incoming i WHERE i.status <> '' AND i.what <> 'same' AND i.status IS DISTINCT FROM (
           SELECT s.status FROM children_statusentry s WHERE s.authority_id = :authority AND s.holder_id = :holder
             AND s.child_id = i.child_id AND s.true_from <= i.status_from
           ORDER BY s.true_from DESC, s.learned_on DESC, s.recorded_at DESC LIMIT 1)""",
    _OLD_NEED.format(rank=1),
    _NEW_NEED.format(rank=1),
    _OLD_NEED.format(rank=2),
    _NEW_NEED.format(rank=2),
)  # fmt: skip
