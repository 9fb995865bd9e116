"""The demo's door, the welcome page, hats, drafts and what is said when something is not there."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from goldenthread.database.startup import refuse_unsafe
from goldenthread.demo.larkmere.people import DemoPerson
from goldenthread.keys import new_key
from goldenthread.pages import door
from goldenthread.pages.drafts import drafts_open
from goldenthread.people.models import Account
from goldenthread.process.drafts import mark_for
from goldenthread.process.models import Draft
from tests.factories.world import World, give_role, make_account, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def demo(monkeypatch):
    """The door with one person behind it, in a cluster that says it is the embedded one."""
    world = World()
    senco = world.staff("senco")
    person = DemoPerson("osei", senco.pk, senco.name, "SENCO", "Hollow Oak Primary", "Leads.", "The register.", None)
    absent = person._replace(slug="absent", person=new_key(), name="Not Loaded")
    monkeypatch.setattr(door, "visitors", lambda: [person, absent])
    monkeypatch.setattr(door, "cluster_name", lambda: door.EMBEDDED)
    cache.clear()
    return senco


def test_one_click_signs_in_as_a_demo_person_without_a_second_factor(demo):
    browser = Client()
    page = browser.get("/demo/").content.decode()

    entered = browser.post("/demo/", {"person": str(demo.pk)})

    assert "The register." in page and "Not Loaded" not in page
    assert entered.headers["Location"] == "/"
    assert browser.get("/account/").status_code == 200


def test_only_the_demos_own_people_can_be_entered_as(demo):
    stranger = make_account("Real Person")
    browser = Client()

    answers = [browser.post("/demo/", {"person": value}).status_code for value in (str(stranger.pk), "", "nobody")]

    assert answers == [404, 404, 404]
    assert browser.get("/account/").status_code == 302


def test_the_door_is_not_there_when_the_setting_is_off(demo, settings):
    settings.DEMO_DOOR = False

    assert (Client().get("/demo/").status_code, Client().post("/demo/", {"person": str(demo.pk)}).status_code) == (
        404,
        404,
    )


def test_the_door_is_not_there_on_any_other_server(demo, monkeypatch):
    monkeypatch.setattr(door, "cluster_name", lambda: "larkmere-production")

    assert (Client().get("/demo/").status_code, Client().post("/demo/", {"person": str(demo.pk)}).status_code) == (
        404,
        404,
    )


def test_the_server_is_asked_for_its_own_name():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('cluster_name')")
        (name,) = cursor.fetchone()

    assert door.cluster_name() == name


def test_real_use_refuses_to_start_with_the_door_open(settings):
    settings.STATED_TODAY = None
    settings.DEMO_DOOR = True
    settings.DEMO_SCANNER = False

    with pytest.raises(ImproperlyConfigured, match="demo's sign-in"):
        refuse_unsafe()


def test_production_configuration_shuts_the_door():
    import os
    import subprocess
    import sys

    environment = os.environ | {
        "DATABASE_URL": "postgresql://goldenthread_app:x@db/goldenthread", "SECRET_KEY": "k" * 60,
        "ALLOWED_HOSTS": "thread.example", "FILES_ORIGIN": "https://files.example", "DEMO_DOOR": "1", "DJANGO_SETTINGS_MODULE": "goldenthread.settings.production",
    }  # fmt: skip
    script = "from django.conf import settings; print(settings.DEMO_DOOR, settings.SESSION_COOKIE_SECURE)"
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "True"]


def test_the_welcome_page_says_what_this_is_and_both_ways_in():
    page = Client().get("/").content.decode()

    assert "One shared record" in page
    assert 'href="/account/login/"' in page and 'href="/invitation/"' in page


def test_a_person_with_two_hats_chooses_and_sees_only_that_ones_pages():
    world = World()
    ada = world.ada
    give_role(ada, "head", world.school)
    browser = signed_in(ada)
    as_head = browser.get("/staff/").status_code
    page = browser.get("/hat/").content.decode()
    hat = page.split('name="hat" value="f-')[1].split('"')[0]

    browser.post("/hat/", {"hat": f"f-{hat}"})

    assert as_head == 200
    assert browser.get("/staff/").status_code == 404
    assert browser.get("/account/contact/").status_code == 200


def test_a_hat_that_is_not_ones_own_cannot_be_put_on():
    world = World()
    browser = signed_in(world.ada)
    browser.post("/hat/", {"hat": "a-00000000-0000-7000-8000-000000000000"})

    assert browser.get("/staff/").status_code == 404


def post_draft(browser: Client, account: Account, words: str, form: str = "concern/raise:x") -> None:
    browser.post("/drafts/save/", {"draft_mark": mark_for(account.pk, form), "words": words})


def test_what_was_begun_is_listed_for_its_author_alone_and_can_be_thrown_away():
    world = World()
    mine, other = signed_in(world.ada), signed_in(world.staff("senco"))
    post_draft(mine, world.ada, "I am worried about her reading")
    page = mine.get("/drafts/").content.decode()
    draft = page.split("/drafts/")[1:]
    address = next(f"/drafts/{part.split(chr(34))[0]}" for part in draft if "throw-away" in part.split('"')[0])

    stolen = other.post(address)
    thrown = mine.post(address)

    assert "I am worried about her reading" in page
    assert "worried" not in other.get("/drafts/").content.decode()
    assert stolen.status_code == 404
    assert thrown.headers["Location"] == "/drafts/"
    assert "Nothing is waiting" in mine.get("/drafts/").content.decode()


def test_a_draft_leads_back_to_its_form_once_the_form_is_known(monkeypatch):
    from goldenthread.pages import drafts

    monkeypatch.setattr(drafts, "_PAGES", {})
    drafts_open("concern/raise", "A worry", "child_rights")
    world = World()
    browser = signed_in(world.ada)
    post_draft(browser, world.ada, "I am worried", f"concern/raise:{world.amara.pk}")

    page = browser.get("/drafts/").content.decode()

    assert "A worry" in page and f'href="/children/{world.amara.pk}/rights/"' in page


def test_a_draft_leads_to_its_form_where_the_address_ends_in_a_word(monkeypatch):
    from goldenthread.pages import drafts

    monkeypatch.setattr(drafts, "_PAGES", {})
    drafts_open("offer_page/translate-pl", "A translation", "translate_office_page", then=["pl"])
    drafts_open("offer_requirement/C24", "A row", "office_requirement", "from=drafts", ["C24"])
    drafts_open("offer_page/translate-xx", "No such language", "translate_office_page", then=["xx"])
    page = new_key()
    forms = (f"offer_page/translate-pl:{page}", "offer_requirement/C24", f"offer_page/translate-xx:{page}", "other:x")

    found = [drafts.begun(Draft(form=form)).href for form in forms]

    office = "/local-offer/office"
    assert found == [f"{office}/pages/{page}/in/pl/", f"{office}/list/C24/?from=drafts", "", ""]


def test_after_the_sign_in_ran_out_a_posted_form_is_found_among_what_was_begun():
    import time

    world = World()
    browser = signed_in(world.ada)
    browser.get("/account/")
    session = browser.session
    session["last_seen_at"] = time.time() - 2 * 3600
    session.save()

    sent = browser.post(
        "/drafts/save/", {"draft_mark": mark_for(world.ada.pk, "concern/raise:x"), "words": "Half a thought"}
    )

    assert sent.headers["Location"] == "/account/login/?next=%2Fdrafts%2F"
    assert "Half a thought" in signed_in(world.ada).get("/drafts/").content.decode()


def test_what_does_not_exist_and_what_is_not_yours_look_the_same():
    import re

    world = World()
    browser = signed_in(world.ada)
    not_mine = browser.get(f"/children/{world.amara.pk}/adults/")
    nowhere = browser.get("/children/00000000-0000-7000-8000-000000000000/adults/")

    def plain(answer) -> str:
        return re.sub(r'csrfmiddlewaretoken" value="[^"]+', "", answer.content.decode())

    assert not_mine.status_code == nowhere.status_code == 404
    assert plain(not_mine) == plain(nowhere)


def test_a_fault_of_ours_gives_a_reference_and_asks_nothing_of_the_database(monkeypatch, django_assert_num_queries):
    from django.test import RequestFactory

    from goldenthread.pages.errors import broken

    request = RequestFactory().get("/")
    request.reference = "abc123"
    with django_assert_num_queries(0):
        answer = broken(request)

    assert answer.status_code == 500
    assert "abc123" in answer.content.decode()


def test_a_fault_shows_no_data(monkeypatch):
    from goldenthread.pages import views

    def fault(request):
        raise ValueError("Amara Bello, 12 Acorn Lane")

    monkeypatch.setattr(views, "door_is_open", lambda: (_ for _ in ()).throw(ValueError("Amara Bello")))
    browser = Client(raise_request_exception=False)

    answer = browser.get("/")

    assert answer.status_code == 500
    assert "Amara" not in answer.content.decode() and answer.headers["X-Reference"] in answer.content.decode()


def test_a_form_without_its_safety_mark_is_refused_kindly():
    answer = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "a@example.org", "password": "x"})

    assert answer.status_code == 403
    assert "This form has waited too long" in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["/privacy/", "/accessibility/", "/invitation/", "/account/login/", "/account/password/reset/"]
)
def test_public_pages_open_for_everybody_with_strict_rules_for_the_browser(path):
    answer = Client().get(path)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"].find("no-store") >= 0
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert " style=" not in page and "<style" not in page and "onclick" not in page


def test_every_script_of_the_sign_in_pages_is_a_file_or_data():
    import re

    page = Client().get("/account/login/").content.decode()

    scripts = re.findall(r"<script([^>]*)>([^<]*)</script>", page)
    assert scripts
    assert [body for attributes, body in scripts if body.strip() and "application/json" not in attributes] == []
