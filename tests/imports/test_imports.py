"""Files come in whole or not at all, every bad field is named, and the same file twice changes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from goldenthread.children.models import Child, ClassMembership, Enrolment, Identifier, Need, StatusEntry
from goldenthread.imports.actions import read_file, take_file
from goldenthread.imports.models import BatchPart, Change, Problem
from goldenthread.imports.reading import FileRefused
from goldenthread.people.models import Assignment, AuthorityToAct, Parent
from goldenthread.privacy.models import WithheldAddress
from tests.factories.files import a_class, a_contact, a_pupil, a_teacher, csv_file
from tests.factories.world import World, make_child, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def read(viewer, kind, rows):
    return read_file(by=viewer, kind=kind, file_name=f"{kind}.csv", chunks=[csv_file(kind, rows)])


def bring(world, kind, rows, role="senco"):
    """Read and take. Answers the batch, with its counts."""
    with seen_by(viewer_of(world.staff(role))) as viewer:
        made = read(viewer, kind, rows)
        assert made.problems == 0, list(Problem.objects.values_list("line", "field", "remedy"))
        return take_file(by=viewer, batch=made.pk)


def problems(world, kind, rows, role="senco"):
    with seen_by(viewer_of(world.staff(role))) as viewer:
        read(viewer, kind, rows)
        return list(Problem.objects.values_list("line", "field", "value"))


def a_school_brought_in(world):
    pupil = a_pupil(1, **{"class": "4B"}, sen_status="K", sen_status_from="16/10/2025", primary_need="SLCN")
    bring(world, "staff", [a_teacher(1)])
    bring(world, "classes", [a_class("4B")])
    bring(world, "pupils", [pupil, a_pupil(2)])
    bring(world, "contacts", [a_contact(1, pupil)])
    return pupil


def test_staff_classes_pupils_and_contacts_come_in():
    world = World()

    pupil = a_school_brought_in(world)

    with seen_by(viewer_of(world.staff("senco"))):
        child = Child.objects.get(pk=Identifier.objects.get(value=pupil["upn"]).child_id)
        assert (child.given_name, child.family_name) == (pupil["given_name"], pupil["family_name"])
        assert Enrolment.objects.get(child=child).from_on == date(2024, 9, 5)
        assert ClassMembership.objects.get(child=child).class_group.name == "4B"
        assert [(e.status, e.true_from) for e in StatusEntry.objects.filter(child=child)] == [("K", date(2025, 10, 16))]
        assert [(n.sen_type, n.area) for n in Need.objects.filter(child=child)] == [("SLCN", "communication")]
        assert Assignment.objects.get(role="class_teacher").account.email == "teacher1@example.org"
        standing = AuthorityToAct.objects.get(child=child)
        assert (standing.scope, standing.evidence, standing.checked_by_id) == (
            "full", "Birth certificate seen", world.staff("senco").pk,
        )  # fmt: skip


def test_the_same_files_twice_change_nothing():
    world = World()
    pupil = a_school_brought_in(world)

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        again = [
            read(viewer, "staff", [a_teacher(1)]),
            read(viewer, "classes", [a_class("4B")]),
            read(viewer, "pupils", [pupil, a_pupil(2)]),
            read(viewer, "contacts", [a_contact(1, pupil)]),
        ]

    assert [(made.new, made.changed, made.problems) for made in again] == [(0, 0, 0)] * 4


def test_taking_one_batch_twice_changes_nothing_more():
    world = World()

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        made = read(viewer, "pupils", [a_pupil(1)])
        take_file(by=viewer, batch=made.pk)
        take_file(by=viewer, batch=made.pk)

        assert Child.objects.count() == 1


def test_every_bad_field_is_named_with_line_field_and_value():
    world = World()
    rows = [
        a_pupil(1, upn="A399000125001"),
        a_pupil(2, date_of_birth="31/02/2017"),
        a_pupil(3, sex="X", year_group="44"),
        a_pupil(4, **{"class": "No such class"}),
        a_pupil(5, leaving_date="01/01/2020"),
        a_pupil(6, sen_status="K", sen_status_from=""),
        a_pupil(7, given_name=""),
        a_pupil(8),
        a_pupil(8, given_name="Twin"),
    ]

    assert problems(world, "pupils", rows) == [
        (2, "upn", "A399000125001"),
        (3, "date_of_birth", "31/02/2017"),
        (4, "sex", "X"),
        (4, "year_group", "44"),
        (5, "class", "No such class"),
        (6, "leaving_date", "2020-01-01"),
        (7, "sen_status_from", ""),
        (8, "given_name", ""),
        (10, "upn", rows[7]["upn"]),
    ]


def test_a_file_with_one_bad_line_leaves_nothing_behind():
    world = World()
    client = signed_in(world.staff("senco"))
    file = csv_file("pupils", [a_pupil(1), a_pupil(2, sex="X")])

    page = client.post("/import/pupils/", {"file": SimpleUploadedFile("pupils.csv", file)}, follow=True)
    client.post(page.request["PATH_INFO"], {"answer": "take", "submission_key": "once"})

    assert "1 line cannot be taken" in page.content.decode()
    with seen_by(viewer_of(world.staff("senco"))):
        assert Child.objects.count() == 0


def test_a_changed_name_class_and_status_are_shown_before_they_are_taken():
    world = World()
    pupil = a_school_brought_in(world)
    bring(world, "classes", [a_class("5A", start_date="02/09/2026")])

    changed = pupil | {"known_as": "Mara", "class": "5A", "sen_status": "N", "sen_status_from": "01/11/2026"}
    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        made = read(viewer, "pupils", [changed, a_pupil(2)])
        shown = Change.objects.get(batch=made).detail
        take_file(by=viewer, batch=made.pk)
        child = Child.objects.get(known_as="Mara")
        places = [
            (m.class_group.name, m.to_on) for m in ClassMembership.objects.filter(child=child).order_by("from_on")
        ]
        statuses = [entry.status for entry in StatusEntry.objects.filter(child=child).order_by("true_from")]

    assert (made.new, made.changed, made.same) == (0, 1, 1)
    assert shown == (
        f"name: {pupil['given_name']} {pupil['family_name']} → {pupil['given_name']} {pupil['family_name']};"
        " class: 5A; sen_status: N from 01/11/2026"
    )
    assert places == [("4B", date(2026, 11, 19)), ("5A", None)]
    assert statuses == ["K", "N"]


def test_a_child_of_another_school_with_the_same_upn_joins_and_is_not_made_twice():
    world = World()
    elsewhere = World(area=world.area, _staff={})
    pupil = a_pupil(1)
    bring(world, "pupils", [pupil])
    other = world.other_school
    from tests.factories.world import give_role, make_account

    senco = make_account("Idris Rahman")
    give_role(senco, "senco", other)
    with seen_by(viewer_of(senco)) as viewer:
        made = read(viewer, "pupils", [pupil | {"start_date": "02/11/2026", "enrolment": "S"}])
        take_file(by=viewer, batch=made.pk)
        assert Child.objects.count() == 1
        assert Enrolment.objects.count() == 2
    assert elsewhere


def test_a_upn_with_another_date_of_birth_is_refused():
    world = World()
    bring(world, "pupils", [a_pupil(1)])

    assert problems(world, "pupils", [a_pupil(1, date_of_birth="01/01/2018")])[0][:2] == (2, "date_of_birth")


def test_a_data_manager_brings_contacts_in_but_gives_nobody_access():
    world = World()
    bring(world, "pupils", [a_pupil(1)], role="data_manager")
    bring(world, "contacts", [a_contact(1, a_pupil(1))], role="data_manager")

    with seen_by(viewer_of(world.staff("senco"))):
        standing = AuthorityToAct.objects.get()
        assert (standing.scope, standing.checked_by_id) == ("none", None)


def test_a_data_manager_cannot_bring_in_a_withheld_address():
    world = World()
    bring(world, "pupils", [a_pupil(1)], role="data_manager")

    found = problems(world, "contacts", [a_contact(1, a_pupil(1), address_withheld="yes")], role="data_manager")

    assert found == [(2, "address_withheld", "yes")]


def test_a_withheld_address_goes_nowhere_but_its_own_table():
    world = World()
    bring(world, "pupils", [a_pupil(1)])
    bring(world, "contacts", [a_contact(1, a_pupil(1), address="77 Hidden Row", address_withheld="yes")])

    with seen_by(viewer_of(world.staff("senco"))):
        assert WithheldAddress.objects.get().address == "77 Hidden Row"
        assert Parent.objects.get().address == ""
        assert (BatchPart.objects.count(), Change.objects.count(), Problem.objects.count()) == (0, 0, 0)
    with seen_by(viewer_of(world.staff("head"))):
        assert list(WithheldAddress.objects.all()) == []


def test_a_leading_role_cannot_be_given_by_a_file():
    world = World()

    assert problems(world, "staff", [a_teacher(1, role="senco")]) == [(2, "role", "senco")]


def test_a_staff_role_is_not_begun_twice_but_may_end_and_begin_again():
    world = World()
    bring(world, "staff", [a_teacher(1)])
    again = a_teacher(1, start_date="01/09/2026")

    twice = problems(world, "staff", [again])
    bring(world, "staff", [again, a_teacher(1, end_date="31/08/2026")])

    with seen_by(viewer_of(world.staff("senco"))):
        roles = Assignment.objects.filter(account__email="teacher1@example.org").order_by("from_on")
        days = [(str(role.from_on), str(role.to_on)) for role in roles]
    assert twice == [(2, "start_date", "2026-09-01")]
    assert days == [("2024-09-01", "2026-08-31"), ("2026-09-01", "None")]


def test_the_files_of_one_school_are_not_there_for_another():
    world = World()
    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        made = read(viewer, "pupils", [a_pupil(1)])
    from tests.factories.world import give_role, make_account

    stranger = make_account("Idris Rahman")
    give_role(stranger, "senco", world.other_school)

    answer = signed_in(stranger).get(f"/import/files/{made.pk}/")

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"PK\x03\x04rest", "This is a spreadsheet or zip file"),
        (b"%PDF-1.7", "This is not a CSV file"),
        (b"name,age\nx,1\n", "These are missing: given_name"),
        (csv_file("pupils", []), "The file has headings and nothing below them"),
        (csv_file("pupils", [a_pupil(1)]) + b'"stray,', "cannot be read as CSV"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_what_to_do(content, sentence):
    world = World()
    with seen_by(viewer_of(world.staff("senco"))) as viewer, pytest.raises(FileRefused) as refused:
        read_file(by=viewer, kind="pupils", file_name="x.csv", chunks=[content] if content else [])

    assert sentence in str(refused.value)


def test_a_file_from_older_excel_keeps_its_letters():
    world = World()
    content = (
        csv_file("pupils", [a_pupil(1, given_name="Zoë", family_name="Müller")]).decode("utf-8-sig").encode("cp1252")
    )

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        made = read_file(by=viewer, kind="pupils", file_name="x.csv", chunks=[content])
        take_file(by=viewer, batch=made.pk)

        assert Child.objects.get().name == "Zoë Müller"


def test_the_template_of_each_kind_can_be_read_back():
    world = World()
    client = signed_in(world.staff("senco"))
    make_child(world.school)

    for kind in ("staff", "classes", "pupils", "contacts"):
        template = client.get(f"/import/{kind}/template.csv").content
        with seen_by(viewer_of(world.staff("senco"))) as viewer:
            assert read_file(by=viewer, kind=kind, file_name="t.csv", chunks=[template]).rows == 1


def test_lines_are_compared_table_by_table_since_statistics_lag_behind_a_large_file():
    world = World()

    with seen_by(viewer_of(world.staff("senco"))) as viewer, connection.cursor() as cursor:
        read(viewer, "pupils", [a_pupil(1)])
        cursor.execute("SHOW enable_nestloop")

        assert cursor.fetchone() == ("off",)
