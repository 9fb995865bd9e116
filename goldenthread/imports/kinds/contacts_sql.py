"""How contacts' rows find their child and grown-up, compare with what is there, and are taken. All rows at once.

A withheld address goes straight to its own table, which only named people can read, sealed, and nowhere else.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy

TABLE = {
    "contact_id": "text", "upn": "text", "sort_name": "text", "born_on": "date", "title": "text",
    "given_name": "text", "family_name": "text", "relationship": "text", "authority": "text", "evidence": "text",
    "email": "text", "phone": "text", "address": "text", "postcode": "text", "language": "text",
    "interpreter": "boolean", "formats": "text[]", "responsible": "boolean", "contact_order": "int",
    "withheld": "boolean", "parent_id": "uuid", "authority_row": "uuid", "sealed_address": "text",
    "sealed_postcode": "text", "sealed_reason": "text", "child_id": "uuid", "known": "uuid",
    "standing": "uuid", "leads": "boolean",
}  # fmt: skip

_ON_ROLL = """
    EXISTS (SELECT FROM children_enrolment e WHERE e.authority_id = :authority AND e.holder_id = :holder
            AND e.child_id = {child})
"""

MATCH = (
    "CREATE INDEX ON incoming (contact_id)",
    f"""UPDATE incoming i SET child_id = n.child_id FROM children_identifier n
        WHERE n.authority_id = :authority AND n.scheme = 'upn' AND n.value = i.upn AND i.upn <> ''
          AND {_ON_ROLL.format(child="n.child_id")}""",
    f"""UPDATE incoming i SET child_id = c.id FROM children_child c
        WHERE i.child_id IS NULL AND i.upn = '' AND c.authority_id = :authority AND c.sort_name = i.sort_name
          AND c.born_on = i.born_on AND {_ON_ROLL.format(child="c.id")}""",
    """UPDATE incoming i SET known = p.id FROM people_parent p
       WHERE p.authority_id = :authority AND p.holder_id = :holder AND p.import_key = i.contact_id""",
    # The first line of a grown-up speaks for them; their other lines only join them to more children.
    """UPDATE incoming i SET leads = i.line = f.line, parent_id = coalesce(i.known, f.parent_id)
       FROM (SELECT DISTINCT ON (contact_id) contact_id, line, parent_id FROM incoming ORDER BY contact_id, line) f
       WHERE f.contact_id = i.contact_id""",
    """UPDATE incoming i SET standing = t.id FROM people_authoritytoact t
       WHERE t.authority_id = :authority AND t.holder_id = :holder AND t.parent_id = i.known
         AND t.child_id = i.child_id AND (t.to_on IS NULL OR t.to_on >= :today)""",
)

CLASHES = (
    (
        "SELECT line, 'pupil_upn', coalesce(nullif(upn, ''), sort_name) FROM incoming WHERE child_id IS NULL",
        gettext_lazy("No pupil of yours fits. Bring the pupils file first, or mend the UPN, name or date of birth."),
    ),
    (
        """SELECT i.line, 'contact_id', i.contact_id FROM incoming i JOIN incoming o
           ON o.contact_id = i.contact_id AND o.child_id = i.child_id AND o.line < i.line""",
        gettext_lazy("This person is already on an earlier line for the same child. Remove one of the lines."),
    ),
    (
        """SELECT i.line, 'contact_id', i.contact_id FROM incoming i JOIN incoming o ON o.contact_id = i.contact_id
           AND o.leads AND (o.given_name, o.family_name, o.email, o.phone, o.address)
             <> (i.given_name, i.family_name, i.email, i.phone, i.address)""",
        gettext_lazy(
            "The same contact_id has other details on an earlier line. Make them agree, or use another contact_id."
        ),
    ),
)

JUDGE = (
    """UPDATE incoming i SET what = 'changed', detail = concat_ws('; ',
           CASE WHEN (p.title, p.given_name, p.family_name) <> (i.title, i.given_name, i.family_name) THEN 'name' END,
           CASE WHEN p.email <> i.email THEN 'email' END,
           CASE WHEN p.phone <> i.phone THEN 'phone' END,
           CASE WHEN NOT p.address_withheld AND (i.withheld OR (p.address, p.postcode) <> (i.address, i.postcode))
                THEN 'address' END,
           CASE WHEN p.language <> i.language THEN 'language: ' || i.language END,
           CASE WHEN p.interpreter <> i.interpreter THEN 'interpreter' END,
           CASE WHEN p.formats::text[] <> i.formats THEN 'formats: ' || array_to_string(i.formats, ', ') END)
       FROM people_parent p WHERE p.id = i.known""",
    """UPDATE incoming i SET what = 'changed', detail = concat_ws('; ', nullif(i.detail, ''),
           CASE WHEN i.standing IS NULL THEN 'joined to another child' END,
           CASE WHEN t.relationship <> i.relationship THEN 'relationship: ' || i.relationship END,
           CASE WHEN t.scope <> i.authority AND i.authority <> 'none' THEN 'authority: ' || i.authority END,
           CASE WHEN t.parental_responsibility <> i.responsible THEN 'parental_responsibility' END,
           CASE WHEN t.contact_order <> i.contact_order THEN 'contact_order' END)
       FROM incoming j LEFT JOIN people_authoritytoact t ON t.id = j.standing
       WHERE j.line = i.line AND i.known IS NOT NULL""",
    "UPDATE incoming SET what = 'same' WHERE what = 'changed' AND detail = ''",
    "UPDATE incoming SET detail = relationship WHERE what = 'new'",
)

_FIELDS = "title, given_name, family_name, email, phone, language, interpreter"

TAKE = (
    f"""INSERT INTO people_parent (id, authority_id, holder_id, import_key, {_FIELDS}, formats, address, postcode,
            address_withheld, safe_by_phone, safe_by_voicemail, safe_by_post, safe_by_email)
        SELECT parent_id, :authority, :holder, contact_id, {_FIELDS}, formats,
               CASE WHEN withheld THEN '' ELSE address END, CASE WHEN withheld THEN '' ELSE postcode END,
               withheld, true, NOT withheld, NOT withheld, true
        FROM incoming WHERE leads AND known IS NULL""",
    """INSERT INTO privacy_withheldaddress (id, authority_id, holder_id, parent_id, address, postcode, reason,
                                            withheld_on, withheld_by_id)
       SELECT i.parent_id, :authority, :holder, i.parent_id, i.sealed_address, i.sealed_postcode, i.sealed_reason,
              :today, :person
       FROM incoming i LEFT JOIN people_parent p ON p.id = i.known
       WHERE i.leads AND i.withheld AND i.address <> '' AND NOT coalesce(p.address_withheld, false)""",
    """INSERT INTO privacy_namedreader (id, authority_id, holder_id, withheld_address_id, account_id, from_on, named_by_id)
       SELECT app_new_key(), :authority, :holder, i.parent_id, :person, :today, :person
       FROM incoming i LEFT JOIN people_parent p ON p.id = i.known
       WHERE i.leads AND i.withheld AND i.address <> '' AND NOT coalesce(p.address_withheld, false)""",
    """UPDATE people_parent p SET title = i.title, given_name = i.given_name, family_name = i.family_name,
              email = i.email, phone = i.phone, language = i.language, interpreter = i.interpreter, formats = i.formats,
              address = CASE WHEN p.address_withheld OR i.withheld THEN '' ELSE i.address END,
              postcode = CASE WHEN p.address_withheld OR i.withheld THEN '' ELSE i.postcode END,
              address_withheld = p.address_withheld OR i.withheld
       FROM incoming i WHERE p.id = i.known AND i.leads AND i.what = 'changed'""",
    """INSERT INTO people_authoritytoact (id, authority_id, holder_id, child_id, parent_id, relationship,
              parental_responsibility, scope, evidence, checked_by_id, checked_on, from_on, ended_because, contact_order)
       SELECT authority_row, :authority, :holder, child_id, parent_id, relationship, responsible, authority, evidence,
              CASE WHEN authority <> 'none' THEN :person::uuid END, CASE WHEN authority <> 'none' THEN :today::date END,
              :today, '', contact_order
       FROM incoming WHERE standing IS NULL""",
    """UPDATE people_authoritytoact t SET relationship = i.relationship, parental_responsibility = i.responsible,
              contact_order = i.contact_order
       FROM incoming i WHERE t.id = i.standing AND i.what = 'changed'""",
    # A file can widen what somebody may do only through a person who may record it, who is then the one who checked.
    """UPDATE people_authoritytoact t SET scope = i.authority, evidence = i.evidence, checked_by_id = :person,
              checked_on = :today
       FROM incoming i WHERE t.id = i.standing AND i.authority <> 'none' AND t.scope <> i.authority""",
)
