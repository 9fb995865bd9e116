"""A child's record for staff, finding a child, pupils and their numbers, and the register in numbers."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from goldenthread.access.permissions import Refused
from goldenthread.children import record_parts
from goldenthread.children.actions import add_identifier, end_identifier
from goldenthread.children.models import Identifier
from goldenthread.children.queries.names import children_named
from goldenthread.children.queries.numbers import register_numbers
from goldenthread.children.record_parts import Adult, Alert, CurrentPlan, Delivered, Due
from goldenthread.design_system.components import JoinedPart, ThreadEntry
from tests.factories.children import make_identifier, make_need, make_profile
from tests.factories.world import TODAY, World, enrol, inside, make_child, seen_by, set_status, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def parts(monkeypatch):
    """The record with no other room on it; add what a test needs."""
    for name in ("_THREAD", "_DUE", "_PLAN", "_DELIVERED", "_ADULTS", "_ALERTS"):
        monkeypatch.setattr(record_parts, name, [])
    return record_parts


def words(answer) -> str:
    """What a page says, without its markup."""
    main = answer.content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


# The record


def test_the_record_says_who_the_child_is_in_their_words_and_what_is_known(parts):
    world = World()
    make_need(world.amara, world.school, "SLCN", words="Needs time to answer")
    make_profile(world.amara, world.school, world.staff("senco"), good_at="Drawing dragons")
    assert world.class_4b

    page = words(signed_in(world.staff("senco")).get(f"/children/{world.amara.pk}/"))

    assert "8 years old Year 4 4B SEN Support" in page
    assert "Amara says Drawing dragons" in page
    assert "Speech, language and communication needs : Needs time to answer" in page or (
        "Speech, language and communication needs: Needs time to answer" in page
    )
    assert "Class teacher (Class teacher) 4B" in page


def test_other_rooms_put_their_parts_on_the_record_in_order(parts):
    world = World()
    parts._THREAD.append(
        lambda viewer, child: [
            ThreadEntry(date(2026, 10, 1), "Mr Lane", "First"),
            ThreadEntry(date(2026, 11, 1), "Ms Osei", "Second", kind="plan"),
        ]
    )
    parts._DUE.append(lambda viewer, child: [Due(None, "Whenever"), Due(date(2026, 12, 11), "Review meeting")])
    parts._PLAN.append(lambda viewer, child: CurrentPlan("Week 7 of 12", "/plan/", ((JoinedPart("Need", "Reading"),),)))
    parts._DELIVERED.append(lambda viewer, child: Delivered(0.9, "90 % delivered"))
    parts._ADULTS.append(lambda viewer, child: [Adult("Ada Bello", "mother", "full authority to act")])
    parts._ALERTS.append(lambda viewer, child: [Alert("Address withheld")])
    senco = signed_in(world.staff("senco"))

    page = words(senco.get(f"/children/{world.amara.pk}/"))
    plans = words(senco.get(f"/children/{world.amara.pk}/?kind=plan"))

    found = [page.find(each) for each in ("Second", "First", "Review meeting", "Whenever")]
    assert found == sorted(found)
    assert -1 not in found
    assert [each in page for each in ("Week 7 of 12", "90 % delivered", "Ada Bello", "Address withheld")] == [True] * 4
    assert ("Second" in plans, "First" in plans) == (True, False)


def test_what_the_viewer_may_not_see_leaves_no_heading_behind(parts):
    world = World()
    parts._ALERTS.append(lambda viewer, child: [Alert("Secret")] if viewer.has("withheld_address.view") else [])
    plain = make_child(world.school, "Pia Plain")

    page = words(signed_in(world.staff("senco")).get(f"/children/{plain.pk}/"))

    headings = ("Needs today", "Adults", "Delivered", "says", "SEN status")
    assert [each for each in headings if each in page] == []


def test_a_long_thread_is_paged_newest_first(parts):
    world = World()
    parts._THREAD.append(
        lambda viewer, child: [
            ThreadEntry(date.fromordinal(TODAY.toordinal() - number), "Mr Lane", f"Entry-{number}-")
            for number in range(35)
        ]
    )
    senco = signed_in(world.staff("senco"))

    first = words(senco.get(f"/children/{world.amara.pk}/"))
    second = words(senco.get(f"/children/{world.amara.pk}/?from=30"))

    assert [each in first for each in ("Entry-0-", "Entry-29-", "Entry-30-", "Older")] == [True, True, False, True]
    assert [each in second for each in ("Entry-29-", "Entry-30-", "Entry-34-", "Newer")] == [False, True, True, True]


def test_a_family_is_led_to_its_own_page(parts, monkeypatch):
    world = World()
    monkeypatch.setattr(parts, "_FAMILY_PAGE", ["profile"])

    answer = signed_in(world.ada).get(f"/children/{world.amara.pk}/")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/children/{world.amara.pk}/profile/")


def test_a_parent_reads_the_profile_of_their_own_child_and_not_of_another():
    world = World()
    make_profile(world.amara, world.school, world.staff("senco"), good_at="Drawing dragons")
    lena = make_child(world.school, "Lena Costa")
    make_profile(lena, world.school, world.staff("senco"))
    ada = signed_in(world.ada)

    assert "Drawing dragons" in ada.get(f"/children/{world.amara.pk}/profile/").content.decode()
    assert "Drawing dragons" in ada.get(f"/children/{world.amara.pk}/profile/print/").content.decode()
    assert ada.get(f"/children/{lena.pk}/profile/").status_code == 404


@pytest.mark.parametrize(
    ("role", "page", "status"),
    [
        ("senco", "", 200), ("head", "", 200), ("class_teacher", "", 200), ("teaching_assistant", "", 404),
        ("cover_teacher", "", 404), ("data_manager", "", 404), ("governor", "", 404), ("authority_officer", "", 404),
        ("senco", "status/", 200), ("head", "status/", 404), ("class_teacher", "status/", 404),
        ("class_teacher", "needs/", 200), ("data_manager", "needs/", 404),
        ("data_manager", "numbers/", 200), ("senco", "numbers/", 404), ("class_teacher", "numbers/", 404),
        ("class_teacher", "profile/", 200), ("class_teacher", "profile/write/", 404), ("data_manager", "profile/", 404),
    ],
)  # fmt: skip
def test_each_page_about_a_child_exists_only_for_those_who_need_it(role, page, status):
    world = World()
    assert world.class_4b

    assert signed_in(world.staff(role)).get(f"/children/{world.amara.pk}/{page}").status_code == status


def test_the_status_page_records_a_status_once_and_shows_what_was_known(parts):
    world = World()
    senco = signed_in(world.staff("senco"))
    posted = {
        "status": "E", "true_from-day": "2", "true_from-month": "11", "true_from-year": "2026",
        "reason": "The plan is final", "submission_key": "one",
    }  # fmt: skip

    first = senco.post(f"/children/{world.amara.pk}/status/", posted)
    senco.post(f"/children/{world.amara.pk}/status/", posted)
    page = words(senco.get(f"/children/{world.amara.pk}/status/"))

    assert first.status_code == 302
    assert page.count("The plan is final") == 1
    assert "Decided by the school" in page


def test_a_refused_status_is_told_beside_what_was_typed():
    world = World()
    posted = {
        "status": "K", "true_from-day": "2", "true_from-month": "11", "true_from-year": "2026", "reason": "Because",
        "submission_key": "one",
    }  # fmt: skip

    page = signed_in(world.staff("senco")).post(f"/children/{world.amara.pk}/status/", posted).content.decode()

    assert "Amara already stands at “SEN Support” on 2 November 2026." in page
    assert "Because" in page


def test_a_need_is_added_and_ended_on_its_pages():
    world = World()
    senco = signed_in(world.staff("senco"))
    day = {"-day": "1", "-month": "10", "-year": "2026"}
    added = {"sen_type": "SPLD", "rank": "1", "words": "Reading", "submission_key": "one"}

    senco.post(f"/children/{world.amara.pk}/needs/", added | {f"from_on{part}": each for part, each in day.items()})
    page = senco.get(f"/children/{world.amara.pk}/needs/").content.decode()
    end = re.search(r'href="(/children/[^"]*/needs/[^"]*/end/)"', page).group(1)
    senco.post(
        end, {"reason": "Caught up", "submission_key": "two"} | {f"on{part}": each for part, each in day.items()}
    )

    after = words(senco.get(f"/children/{world.amara.pk}/needs/"))
    assert "Specific learning difficulty" in page
    assert "No need is recorded." in after
    assert "Caught up" in after


# Finding a child


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("bello", ["Amara Bello"]),
        ("Bello, Amara", ["Amara Bello"]),
        ("amra", ["Amara Bello"]),
        ("amara belo", ["Amara Bello"]),
        ("beloo", ["Amara Bello"]),
        ("nguyen", ["Mai Nguyễn"]),
        ("NGUYỄN MAI", ["Mai Nguyễn"]),
        ("obrien", ["Sean O'Brien"]),
        ("zzz", []),
    ],
)
def test_a_child_is_found_by_part_of_a_name_and_with_a_slip(typed, expected):
    world = World()
    assert world.amara
    make_child(world.school, "Mai Nguyễn")
    make_child(world.school, "Sean O'Brien")
    make_child(world.other_school, "Amara Bellows")

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        assert [child.name for child in children_named(senco, typed)] == expected


def test_a_child_is_found_by_the_name_they_are_known_by():
    world = World()
    with inside(world.school):
        child = make_child(world.school, "Mohammed Ali")
        child.known_as = "Mo"
        child.save()

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        assert [child.name for child in children_named(senco, "mo")] == ["Mo Ali"]


def test_one_letter_is_too_little_to_look_for():
    world = World()

    with seen_by(viewer_of(world.staff("senco"))) as senco, pytest.raises(Refused) as refused:
        children_named(senco, " b. ")

    assert refused.value.sentence == "Write at least two letters of the name."


def test_the_search_page_keeps_the_name_out_of_the_address():
    world = World()
    assert world.amara

    answer = signed_in(world.staff("senco")).post("/children/find/", {"name": "bello"}, follow=True)

    assert "Bello, Amara" in answer.content.decode()
    assert "bello" not in answer.request["QUERY_STRING"].lower()


# Pupils and numbers


def test_pupils_are_listed_without_any_need():
    world = World()
    make_need(world.amara, world.school, "SLCN")
    make_identifier(world.amara, world.school, "upn", "M303999925001")
    make_child(world.school, "Nina North")

    page = words(signed_in(world.staff("data_manager")).get("/pupils/"))

    assert [each in page for each in ("Bello, Amara", "North, Nina", "M303999925001")] == [True] * 3
    assert [each for each in ("SLCN", "SEN Support") if each in page] == []


def test_a_new_upn_takes_the_place_of_the_one_before():
    world = World()
    make_identifier(world.amara, world.school, "upn", "L30399992512A")

    with seen_by(viewer_of(world.staff("data_manager"))) as manager:
        add_identifier(by=manager, child=world.amara.pk, scheme="upn", value="m303 9999 25001", from_on=TODAY)
        found = set(Identifier.objects.values_list("scheme", "value", "to_on"))

    assert found == {
        ("upn", "L30399992512A", TODAY), ("former_upn", "L30399992512A", None), ("upn", "M303999925001", None),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "looked_at", "sentence"),
    [
        ("A303999925001", True, "The first letter does not fit the rest: it should be M. Look for a slip."),
        ("F999999925001", False, "No authority is known by the code 999. Look at the number again."),
        ("B303999925002", False,
         "Another child of the area has this number. Compare both with their papers before you go on."),
        ("M303999925001", False, "This number is already recorded."),
    ],
)  # fmt: skip
def test_a_wrong_doubtful_or_taken_number_is_refused(value, looked_at, sentence):
    world = World()
    make_identifier(world.amara, world.school, "upn", "M303999925001")
    make_identifier(make_child(world.other_school, "Else Where"), world.other_school, "upn", "B303999925002")

    with seen_by(viewer_of(world.staff("data_manager"))) as manager, pytest.raises(Refused) as refused:
        add_identifier(by=manager, child=world.amara.pk, scheme="upn", value=value, from_on=TODAY, looked_at=looked_at)

    assert refused.value.sentence == sentence


def test_a_doubtful_number_is_kept_once_somebody_has_looked():
    world = World()
    manager = signed_in(world.staff("data_manager"))
    address = f"/children/{world.amara.pk}/numbers/"
    posted = {
        "scheme": "upn", "value": "F999999925001", "from_on-day": "20", "from_on-month": "11", "from_on-year": "2026",
        "submission_key": "one",
    }  # fmt: skip

    asked = manager.post(address, posted).content.decode()
    kept = manager.post(address, posted | {"looked_at": "yes"})

    assert "I have compared it with the papers and it is right" in asked
    assert kept.status_code == 302
    assert "F999999925001" in manager.get(address).content.decode()


def test_a_number_that_has_ended_is_shown_with_its_last_day():
    world = World()
    number = make_identifier(world.amara, world.school, "nhs", "9990000018")

    with seen_by(viewer_of(world.staff("data_manager"))) as manager:
        end_identifier(by=manager, identifier=number.pk, on=date(2026, 10, 1))
    page = words(signed_in(world.staff("data_manager")).get(f"/children/{world.amara.pk}/numbers/"))

    assert "999 000 0018" in page
    assert "1 October 2026" in page


def test_after_a_child_has_left_their_later_numbers_are_not_the_old_schools_to_see():
    world = World()
    gone = make_child(world.school, "Gita Gone", to_on=date(2026, 7, 20))
    make_identifier(gone, world.school, "upn", "M303999925001")
    enrol(gone, world.other_school, from_on=date(2026, 9, 2))
    make_identifier(gone, world.other_school, "uln", "9990000017")

    page = words(signed_in(world.staff("data_manager")).get(f"/children/{gone.pk}/numbers/"))

    assert ("M303999925001" in page, "9990000017" in page) == (True, False)


# The register in numbers


def test_the_numbers_page_hides_small_ones_and_names_no_child():
    world = World()
    for number in range(20):
        child = make_child(world.school, f"Child Number{number}", year_group=str(1 + number % 2))
        set_status(child, world.school, "K" if number < 16 else "E", date(2026, 1, 5))
        make_need(child, world.school, "SLCN")

    with seen_by(viewer_of(world.staff("governor"))) as governor:
        found = register_numbers(governor)
    page = words(signed_in(world.staff("governor")).get("/numbers/"))

    assert (found.status.numbers, found.status.total) == (
        {"SEN Support": None, "EHC plan": None, "Being watched over": 0}, 20,
    )  # fmt: skip
    assert found.year.numbers == {"Year 1": 10, "Year 2": 10}
    assert found.need.numbers == {"Speech, language and communication needs": 20}
    assert "Kept back: SEN Support, EHC plan." in page
    assert "Number7" not in page


def test_so_few_children_that_nothing_can_be_shown():
    world = World()
    for number in range(3):
        set_status(make_child(world.school, f"Child Number{number}"), world.school, "K")

    page = words(signed_in(world.staff("head")).get("/numbers/"))

    assert "Too few to show" in page
    assert " 3 " not in page
