"""The pages of editing, as people use them: sections without scripts, who may open what, and what stays secret."""

from __future__ import annotations

import re

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.local_offer.editing.forms.base import row_names
from goldenthread.local_offer.editing.sections import SECTIONS_OF_AN_ENTRY
from goldenthread.local_offer.models import Listing, Place, Service
from goldenthread.local_offer.versions import contents_of
from tests.factories.editing import make_member
from tests.factories.local_offer import contact, make_service, place
from tests.factories.world import give_role, inside, make_account, signed_in
from tests.local_offer.test_reader_role import all_that_is_public

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "020 7946 0777"
_INPUT = re.compile(r"<(?:input|textarea|select)[^>]*>")


def posted_as_shown(page) -> dict[str, object]:
    """What the browser would send if nothing were typed."""
    form = page.context["form"]
    data: dict[str, object] = {name: value for name, value in page.context["hidden"].items() if value}
    parts = [form, *([] if form.rows is None else [form.rows.management_form, *form.rows.forms])]
    for part in parts:
        for bound in part:
            value = bound.value()
            if isinstance(value, dict):
                data |= {f"{bound.html_name}-{key}": text for key, text in value.items()}
            elif value is not None and value is not False:
                data[bound.html_name] = value
    return data


@pytest.mark.parametrize("key", [section.key for section in SECTIONS_OF_AN_ENTRY])
def test_a_section_saved_as_it_stands_changes_nothing(shop, key):
    hall = place()
    entry = make_service(
        shop.area, shop.provider, name="Sandpiper art", places=[hall], costs=[{"id": place()["id"], "option": "One session", "amount": "3.50", "per": ""}],
        schedules=[{"id": place()["id"], "freq": "WEEKLY", "interval": 1, "byday": ["SA"], "opens_at": "09:00:00", "closes_at": "12:30:00", "place": hall["id"]}],
        events=[{"id": place()["id"], "title": "Open morning", "starts_at": "2026-12-05T10:00:00Z", "ends_at": "2026-12-05T12:00:00Z"}],
        answers=[{"id": place()["id"], "question": "a", "text": "In small groups."}], areas=[{"id": place()["id"], "name": "All of Larkmere"}],
        languages=["Polish"], eligibility="Everybody", social_links=["https://social.example.org/x"],
    )  # fmt: skip
    officer = signed_in(shop.world.staff("authority_officer"))
    with inside(shop.area):
        before = contents_of(entry)
    address = reverse(f"edit_entry_{key}", args=[entry.pk])

    answer = officer.post(address, posted_as_shown(officer.get(address)))

    assert answer.status_code == 302, answer.context["found"]
    with inside(shop.area):
        written = entry.versions.first()
        assert written.contents == before


def test_rows_are_added_without_scripts_and_nothing_typed_is_lost(shop):
    browser = signed_in(shop.editor_account)
    address = reverse("edit_entry_contact", args=[shop.entry.pk])
    data = posted_as_shown(browser.get(address)) | {"contacts-0-phone": "020 7946 0123"}

    more = browser.post(address, data | {"add_row": "1"})

    assert len(more.context["form"].rows.forms) == len(browser.get(address).context["form"].rows.forms) + 1
    assert 'value="020 7946 0123"' in more.content.decode()
    assert shop.pending() is None


def test_bad_answers_are_said_in_clear_sentences(shop):
    browser = signed_in(shop.editor_account)
    where, who, when = (reverse(f"edit_entry_{key}", args=[shop.entry.pk]) for key in ("where", "who", "when"))
    bad_where = posted_as_shown(browser.get(where)) | {"places-0-postcode": "SE"}
    bad_who = posted_as_shown(browser.get(who)) | {"min_months": "twelve", "max_months": "99"}
    bad_when = posted_as_shown(browser.get(when)) | {
        "schedules-0-days": ["SA"], "schedules-0-opens_at": "25:00", "schedules-0-closes_at": "2 pm",
    }  # fmt: skip

    said = " ".join(browser.post(address, data).content.decode() for address, data in
                    ((where, bad_where), (who, bad_who), (when, bad_when)))  # fmt: skip

    for sentence in (
        "Enter a whole postcode, like QX4 1AB", "Enter an age in years, like 5", "The Local Offer is for people up to 25",
        "Enter a time like 9 am or 14.30",
    ):  # fmt: skip
        assert sentence in said
    assert shop.pending() is None


def test_a_row_key_of_another_entry_makes_a_new_row_and_leaves_the_other_alone(shop):
    browser = signed_in(shop.editor_account)
    with inside(shop.area):
        theirs = Place.objects.get(service=shop.other_entry)
    address = reverse("edit_entry_where", args=[shop.entry.pk])
    data = posted_as_shown(browser.get(address)) | {
        "places-0-row_key": str(theirs.pk), "places-0-address_1": "Stolen Street",
    }  # fmt: skip

    browser.post(address, data)

    with inside(shop.area):
        rows = shop.pending().contents["places"]
        assert Place.objects.get(pk=theirs.pk).address_1 == theirs.address_1
    assert [row["address_1"] for row in rows] == ["Stolen Street"]
    assert str(theirs.pk) not in {row["id"] for row in rows}
    assert {name for row in rows for name in row} == row_names("places")


def test_a_late_saver_sees_both_and_may_save_again(shop):
    browser, address = signed_in(shop.editor_account), reverse("edit_entry_about", args=[shop.entry.pk])
    mine = posted_as_shown(browser.get(address)) | {"name": "My name for it"}
    shop.write(shop.owner, name="The owner's name for it")

    warned = browser.post(address, mine)
    again = browser.post(address, mine | {"started_from": warned.context["hidden"]["started_from"]})

    text = warned.content.decode()
    assert "Somebody else saved this while you were writing" in text
    assert "The owner&#x27;s name for it" in text and "My name for it" in text
    assert again.status_code == 302
    assert shop.pending().contents["service"]["name"] == "My name for it"


def test_what_was_typed_is_kept_for_its_writer_alone(shop):
    browser, address = signed_in(shop.editor_account), reverse("edit_entry_about", args=[shop.entry.pk])
    data = posted_as_shown(browser.get(address)) | {"name": "Half a thought", "save": "draft"}

    browser.post(address, data)

    assert "Half a thought" in browser.get(address).content.decode()
    assert "Half a thought" not in signed_in(shop.owner_account).get(address).content.decode()
    assert "Half a thought" in browser.get(reverse("drafts")).content.decode()
    assert shop.pending() is None


def test_a_pending_telephone_number_is_nowhere_in_public(shop, raw_url):
    shop.send(shop.editor, contacts=[contact(phone=SECRET)], description=f"Ring {SECRET} for the swimming, every day.")
    visitor = Client()
    pages = [
        reverse("offer_entry", args=[shop.entry.pk]), f"/local-offer/find/?q={SECRET.replace(' ', '+')}",
        "/local-offer/find/?q=plover+swimming", "/local-offer/a-to-z/", "/local-offer/", "/api/oruk/services",
        f"/api/oruk/services/{shop.entry.pk}", f"/local-offer/compare/?service={shop.entry.pk}",
    ]  # fmt: skip

    said = {address: visitor.get(address).content.decode() for address in pages}
    # The question itself is shown back in the search box; the number may stand nowhere else.
    said[pages[1]] = _INPUT.sub("", said[pages[1]]).replace(f"“{SECRET}”", "").replace(SECRET.replace(" ", "+"), "")

    assert [address for address, text in said.items() if SECRET in text and address != pages[1]] == []
    assert "Plover swimming" not in said[pages[1]]
    assert SECRET not in all_that_is_public(raw_url)
    assert SECRET in signed_in(shop.world.staff("offer_moderator")).get(
        reverse("moderate_version", args=[shop.pending().pk])
    ).content.decode()  # fmt: skip


def test_a_provider_opens_its_own_entries_only_and_a_viewer_changes_nothing(shop):
    owner = signed_in(shop.owner_account)
    viewer = signed_in(make_member(shop.world, shop.provider, "provider_viewer", "Vera Viewer"))
    owner.raise_request_exception = viewer.raise_request_exception = False
    mine, theirs = (reverse("entry_overview", args=[one.pk]) for one in (shop.entry, shop.other_entry))
    edit = reverse("edit_entry_about", args=[shop.entry.pk])

    listed = owner.get(reverse("my_entries")).content.decode()

    assert [owner.get(one).status_code for one in (mine, theirs)] == [200, 404]
    assert [viewer.get(one).status_code for one in (mine, theirs, edit)] == [200, 404, 404]
    assert "Plover swimming" in listed and "Curlew chess" not in listed


def test_nothing_of_another_area_is_found(shop):
    stranger = make_account("Far Officer")
    give_role(stranger, "authority_officer", shop.world.other_area)
    version = shop.send(shop.editor, name="Plover swimming club")
    browser = signed_in(stranger)
    browser.raise_request_exception = False
    addresses = [
        reverse("entry_overview", args=[shop.entry.pk]), reverse("moderate_version", args=[version.pk]),
        reverse("entry_versions", args=[shop.entry.pk]), reverse("offer_provider", args=[shop.provider.pk]),
        reverse("preview_entry", args=[shop.entry.pk]),
    ]  # fmt: skip

    answers = [browser.get(address).status_code for address in addresses]

    assert answers == [404] * 5
    assert "Plover" not in browser.get(reverse("my_entries")).content.decode()
    assert "Plover" not in browser.get(reverse("offer_queue")).content.decode()


def test_an_officer_locks_fields_and_a_provider_is_not_asked(shop):
    officer, editor = signed_in(shop.world.staff("authority_officer")), signed_in(shop.editor_account)
    address = reverse("edit_entry_about", args=[shop.entry.pk])
    data = posted_as_shown(officer.get(address)) | {"locked": ["name", "description"]}

    officer.post(address, data)
    editor.post(address, posted_as_shown(editor.get(address)) | {"locked": []})

    assert shop.fresh().locked_fields == ["description", "name"]
    assert "What imports must leave alone" not in editor.get(address).content.decode()


def test_a_new_entry_that_may_be_here_already_is_a_warning_with_links(shop):
    browser = signed_in(shop.owner_account)
    with inside(shop.area):
        number = Service.objects.count()
    data = {
        "name": "plover swimming",
        "own_organisation": str(shop.provider.pk),
        "postcode": "qx41ab",
        "phone": "+44 20 7946 0101",
    }

    warned = browser.post(reverse("new_entry"), data)
    unsure = browser.post(reverse("new_entry"), data | {"asked": "sure"})
    begun = browser.post(reverse("new_entry"), data | {"asked": "sure", "sure": "on"})

    text = warned.content.decode()
    assert reverse("offer_entry", args=[shop.entry.pk]) in text
    assert "same name and postcode" in text and reverse("offer_entry", args=[shop.other_entry.pk]) in text
    assert "Tick the box if yours is something else" in unsure.content.decode()
    assert begun.status_code == 302
    with inside(shop.area):
        assert Service.objects.count() == number + 1
        assert not Listing.objects.filter(name="plover swimming").exists()


def test_what_is_missing_stands_on_the_page_and_there_is_nothing_to_send(shop):
    shop.write(shop.editor, contacts=[], route="")

    text = signed_in(shop.editor_account).get(reverse("entry_overview", args=[shop.entry.pk])).content.decode()

    assert "What is still missing before this can be shown" in text
    assert "Say how somebody starts." in text
    assert "Send for approval</button>" not in text


def test_the_same_form_sent_twice_is_one_change(shop):
    version = shop.write(shop.editor, name="Plover swimming club")
    browser = signed_in(shop.editor_account)
    page = browser.get(reverse("entry_overview", args=[shop.entry.pk]))
    data = {
        "submission_key": page.context["submission_key"],
        "seen": page.context["seen"],
        "true_today": "on",
        "why": "",
    }

    answers = [browser.post(reverse("submit_entry", args=[shop.entry.pk]), data).status_code for _again in range(2)]

    assert answers == [302, 302]
    with inside(shop.area):
        assert [entry.move for entry in version.entries.all()] == ["submit"]


def test_the_queue_has_what_waits_longest_first(shop, raw_url):
    shop.send(shop.owner, name="Plover swimming club")
    shop.send(shop.officer, shop.other_entry, name="Curlew chess club")
    with inside(shop.area):
        first = shop.pending().entries.get()
    with psycopg.connect(raw_url("owner")) as owner:  # the application cannot change what was done
        owner.execute("UPDATE local_offer_editing_versionentry SET \"on\" = '2026-11-10' WHERE id = %s", [first.pk])

    page = signed_in(shop.world.staff("offer_moderator")).get(reverse("offer_queue"))

    assert [(one.version.service.name, one.days) for one in page.context["waiting"]] == [
        ("Plover swimming", 10), ("Curlew chess", 0),
    ]  # fmt: skip


def test_staff_begin_an_entry_for_a_new_organisation_and_find_others_by_a_part_of_the_name(shop):
    officer = signed_in(shop.world.staff("authority_officer"))
    new = {"name": "Redshank rambles", "whose": "new", "new_name": "Redshank Walkers"}
    known = {"name": "Plover painting", "whose": "here", "organisation": "plover tr"}

    silent = officer.post(reverse("new_entry"), new).content.decode()
    begun = officer.post(reverse("new_entry"), new | {"new_description": "A club of walkers."})
    found = officer.post(reverse("new_entry"), known)
    many = officer.post(reverse("new_entry"), known | {"organisation": "r"}).content.decode()
    none = officer.post(reverse("new_entry"), known | {"organisation": "zzz"}).content.decode()

    with inside(shop.area):
        entries = dict(Service.objects.filter(state="draft").values_list("name", "organisation__name"))
    assert "Say in a sentence what the organisation is" in silent
    assert (begun.status_code, found.status_code) == (302, 302)
    assert entries == {"Redshank rambles": "Redshank Walkers", "Plover painting": "Plover Trust"}
    assert "Several fit: Curlew Club; Plover Trust; Redshank Walkers" in many
    assert "No organisation has this in its name" in none


def test_a_provider_begins_entries_for_itself_only(shop):
    browser = signed_in(shop.owner_account)
    data = {"name": "Mine or theirs", "own_organisation": str(shop.other_provider.pk)}

    refused = browser.post(reverse("new_entry"), data | {"whose": "here", "organisation": "Curlew Club"})

    assert refused.status_code == 200
    with inside(shop.area):
        assert not Service.objects.filter(name="Mine or theirs").exists()


def test_staff_give_an_entry_to_another_organisation_and_it_runs_it(shop):
    officer, address = (
        signed_in(shop.world.staff("authority_officer")),
        reverse("edit_entry_office", args=[shop.entry.pk]),
    )

    officer.post(address, posted_as_shown(officer.get(address)) | {"organisation": "Curlew"})

    contents = shop.pending().contents
    assert contents["service"]["organisation"] == str(shop.other_provider.pk)
    assert [(row["organisation"], row["role"]) for row in contents["bodies"]] == [
        (str(shop.other_provider.pk), "delivers")
    ]


@pytest.mark.parametrize("page", ["my_entries", "offer_queue"])
def test_a_longer_list_asks_no_more_of_the_database(shop, page):
    browser = signed_in(shop.world.staff("authority_officer"))
    shop.send(shop.editor, name="Plover swimming club")
    browser.get(reverse(page))
    with CaptureQueriesContext(connection) as short:
        browser.get(reverse(page))
    for number in range(3):
        entry = make_service(shop.area, shop.provider, name=f"Plover number {number}")
        shop.send(
            shop.officer, entry, description=f"Number {number} of several clubs that meet on a weekday at the hall."
        )

    with CaptureQueriesContext(connection) as long:
        shown = browser.get(reverse(page)).content.decode()

    assert "Plover number 2" in shown
    assert len(long) <= len(short)
