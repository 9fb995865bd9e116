"""The register page: which rows, in which order, on which day, with which numbers above, in how many queries."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.audit.models import Entry
from goldenthread.children.hidden_words import hidden
from goldenthread.children.models import Child, ClassMembership, Enrolment, StatusEntry
from goldenthread.children.names import sort_name
from goldenthread.database.acting import one_transaction
from goldenthread.keys import new_key
from tests.factories.children import make_need, make_profile, works_with
from tests.factories.world import LONG_AGO, TODAY, World, inside, make_child, make_class, set_status, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def rows(answer) -> list[str]:
    """The children of the table, as listed."""
    found = re.findall(r'<th scope="row"[^>]*><a[^>]*>([^<]*)</a>', answer.content.decode())
    return [unescape(name) for name in found]


def links(answer) -> dict[str, str]:
    found = re.findall(r'<a class="govuk-link" href="([^"]*)"[^>]*>([^<]*)</a>', answer.content.decode())
    return {unescape(text): unescape(href) for href, text in found}


@pytest.fixture
def school():
    """Four children with different statuses, needs and years at Hollow Oak, and one at another school."""
    world = World()
    for name, status, need, year in (
        ("Amara Bello", "K", "SLCN", "4"), ("Lena Costa", "K", "SEMH", "4"), ("Kofi Mensah", "E", "ASD", "10"),
        ("Ravi Rao", "M", "MLD", "9"), ("Nina North", "N", "", "4"),
    ):  # fmt: skip
        child = make_child(world.school, name, year_group=year)
        set_status(child, world.school, status, date(2025, 10, 16))
        if need:
            make_need(child, world.school, need)
    elsewhere = make_child(world.other_school, "Else Where")
    set_status(elsewhere, world.other_school, "K")
    return world


def test_the_register_lists_the_children_with_a_status_by_name(school):
    senco = signed_in(school.staff("senco"))

    answer = senco.get("/register/")

    assert (answer.status_code, rows(answer)) == (200, ["Bello, Amara", "Costa, Lena", "Mensah, Kofi", "Rao, Ravi"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("status=K", ["Bello, Amara", "Costa, Lena"]),
        ("status=E", ["Mensah, Kofi"]),
        ("status=any", ["Bello, Amara", "Costa, Lena", "Mensah, Kofi", "North, Nina", "Rao, Ravi"]),
        ("need=SLCN", ["Bello, Amara"]),
        ("year=4", ["Bello, Amara", "Costa, Lena"]),
        ("status=K&need=SEMH&year=4", ["Costa, Lena"]),
        ("need=PMLD", []),
        ("need=NONSENSE", ["Bello, Amara", "Costa, Lena", "Mensah, Kofi", "Rao, Ravi"]),
        ("sort=-name", ["Rao, Ravi", "Mensah, Kofi", "Costa, Lena", "Bello, Amara"]),
        ("sort=year", ["Bello, Amara", "Costa, Lena", "Rao, Ravi", "Mensah, Kofi"]),
        ("sort=-year", ["Mensah, Kofi", "Rao, Ravi", "Bello, Amara", "Costa, Lena"]),
        ("sort=need", ["Mensah, Kofi", "Rao, Ravi", "Costa, Lena", "Bello, Amara"]),
        ("as_on=2025-10-15", []),
        ("as_on=2025-10-16&year=3", ["Bello, Amara", "Costa, Lena"]),
    ],
)
def test_filters_order_and_day_leave_exactly_these_children(school, query, expected):
    senco = signed_in(school.staff("senco"))

    assert rows(senco.get(f"/register/?{query}")) == expected


def test_a_name_with_a_typing_slip_is_found_and_never_stands_in_the_address(school):
    senco = signed_in(school.staff("senco"))

    answer = senco.post("/register/find/?status=K", {"name": "amara belo"}, follow=True)

    assert rows(answer) == ["Bello, Amara"]
    assert "amara" not in answer.request["QUERY_STRING"].lower()
    assert "status=K" in answer.request["QUERY_STRING"]


def test_a_mark_that_is_not_ours_finds_everybody(school):
    senco = signed_in(school.staff("senco"))

    assert len(rows(senco.get("/register/?find=nonsense"))) == 4


def test_a_day_in_the_future_is_refused_beside_the_boxes(school):
    senco = signed_in(school.staff("senco"))

    answer = senco.get("/register/?as_on=2026-11-21")

    assert "Enter a day that has come, from 2000 on" in answer.content.decode()


def test_the_register_of_a_past_day_shows_what_was_known_then_or_what_is_known_today(school):
    ravi = Child.objects.none()
    with inside(school.school):
        ravi = Child.objects.get(family_name="Rao")
    set_status(ravi, school.school, "N", date(2026, 1, 5), learned_on=date(2026, 3, 1))
    senco = signed_in(school.staff("senco"))
    february = "as_on=2026-02-01"

    then, now = senco.get(f"/register/?{february}"), senco.get(f"/register/?{february}&known=now")

    assert ("Rao, Ravi" in rows(then), "Rao, Ravi" in rows(now)) == (True, False)
    assert "as it was known on that day" in then.content.decode()
    assert "as it is known today" in now.content.decode()


def test_the_number_of_unread_profiles_leads_to_exactly_those_rows(school):
    with inside(school.school):
        amara, lena = (Child.objects.get(family_name=name) for name in ("Bello", "Costa"))
    teacher, assistant = school.staff("class_teacher"), school.staff("teaching_assistant")
    group = make_class(school.school, "4B", (teacher,), (amara, lena))
    works_with(assistant, group, school.school)
    make_profile(amara, school.school, school.staff("senco"))
    senco = signed_in(school.staff("senco"))

    page = senco.get("/register/")
    href = links(page)["1 profile unread by 2 adults"]

    assert rows(senco.get("/register/" + href)) == ["Bello, Amara"]


def test_one_view_of_the_page_is_one_entry_naming_the_children_shown(school):
    senco = signed_in(school.staff("senco"))

    senco.get("/register/?status=K")

    with inside(school.school):
        shown = {child.pk for child in Child.objects.filter(family_name__in=["Bello", "Costa"])}
        entries = Entry.objects.filter(action="view")
        assert [(set(entry.children), entry.detail) for entry in entries] == [(shown, {"what": "register"})]


def test_the_download_has_every_row_that_the_filters_leave_and_nothing_obeyed_as_a_formula(school):
    with inside(school.school):
        Child.objects.filter(family_name="Costa").update(family_name="=1+1")
    senco = signed_in(school.staff("senco"))

    answer = senco.get("/register/download/?status=K")

    table = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    named = [row[:4] for row in table[1:]]
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "sen-register-2026-11-20.csv" in answer["Content-Disposition"]
    assert named == [["Bello", "Amara", "2018-03-05", "SEN Support"], ["'=1+1", "Lena", "2018-03-05", "SEN Support"]]
    with inside(school.school):
        entry = Entry.objects.get(action="register.exported")
        assert (len(entry.children), entry.detail) == (2, {"rows": 2, "on": "2026-11-20", "filters": []})


@pytest.mark.parametrize(
    ("role", "page", "status"),
    [
        ("senco", "/register/", 200),
        ("head", "/register/", 200),
        ("class_teacher", "/register/", 404),
        ("data_manager", "/register/", 404),
        ("governor", "/register/", 404),
        ("authority_officer", "/register/", 404),
        ("class_teacher", "/register/download/", 404),
        ("senco", "/register/download/", 200),
    ],
)
def test_the_register_exists_only_for_those_who_lead(school, role, page, status):
    assert signed_in(school.staff(role)).get(page).status_code == status


def fill(school, number: int) -> None:
    """This many children on the register, in a class, written quickly."""
    group = make_class(school.school, f"Class of {number}", (school.staff("class_teacher"),))
    both = {"authority_id": school.area.pk, "holder_id": school.school.pk}
    keys = [new_key() for _ in range(number)]
    names = [(f"Given{each:05d}", f"Family{each:05d}") for each in range(number)]
    born = date(2018, 1, 1)
    with one_transaction(authority=school.area.pk, holders=[school.school.pk]):
        Child.objects.bulk_create(
            Child(id=key, given_name=given, family_name=family, sort_name=sort_name(given, family), born_on=born,
                  sex="F", **both)
            for key, (given, family) in zip(keys, names, strict=True)
        )  # fmt: skip
        Enrolment.objects.bulk_create(Enrolment(child_id=key, year_group="4", from_on=LONG_AGO, **both) for key in keys)
        StatusEntry.objects.bulk_create(
            StatusEntry(child_id=key, status="K", true_from=LONG_AGO, learned_on=LONG_AGO,
                        recorded_at="2024-09-01T09:00Z", reason="Test", **both)
            for key in keys
        )  # fmt: skip
        ClassMembership.objects.bulk_create(
            ClassMembership(child_id=key, class_group=group, from_on=LONG_AGO, **both) for key in keys
        )


def queries_of(client, address: str) -> int:
    """Queries of one page, without those that note once a minute that the session is still in use."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    said = [query["sql"] for query in captured]
    return len([sql for sql in said if "django_session" not in sql and "SAVEPOINT" not in sql])


def test_a_page_asks_as_many_queries_for_ten_children_as_for_a_thousand():
    counted = {}
    for number in (3, 10, 1000):
        world = World()
        fill(world, number)
        senco = signed_in(world.staff("senco"))
        senco.get("/register/")
        counted[number] = [queries_of(senco, f"/register/?{query}") for query in ("", "sort=-need", "status=K&year=4")]

    assert counted[3] == counted[10] == counted[1000]
    assert max(counted[10]) <= 60  # every room with a column, filter or number on the register


def test_pages_follow_one_another_without_gap_or_overlap_forward_and_back():
    world = World()
    fill(world, 120)
    senco = signed_in(world.staff("senco"))

    for sort in ("", "sort=-name", "sort=need", "sort=-year"):
        seen, address, back = [], f"/register/?{sort}", []
        while address:
            page = senco.get(address)
            seen.append(rows(page))
            address = page_link(page, "next")
            back = page_link(page, "prev")
        assert [len(names) for names in seen] == [50, 50, 20]
        assert len({name for names in seen for name in names}) == 120
        assert rows(senco.get(back)) == seen[1]
        assert page_link(senco.get(back), "prev") != ""


def page_link(answer, rel: str) -> str:
    found = re.search(rf'pagination__link" href="([^"]*)" rel="{rel}"', answer.content.decode())
    return f"/register/{unescape(found.group(1))}" if found else ""


def test_the_address_of_the_next_page_holds_no_name():
    world = World()
    fill(world, 60)
    senco = signed_in(world.staff("senco"))

    address = page_link(senco.get("/register/"), "next")

    assert re.fullmatch(r"/register/\?after=[0-9a-f-]{36}", address)


def test_words_that_were_hidden_are_only_read_here():
    assert "bello" not in hidden("bello").lower()
    assert TODAY
