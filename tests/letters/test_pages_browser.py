"""Every page of documents, letters and messages in a real browser, on a phone: nothing sideways, nothing refused."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goldenthread.documents.scanning import EICAR
from goldenthread.letters.actions.log import record_communication
from goldenthread.letters.actions.messages import open_thread
from tests.chromium import chromium
from tests.factories.letters import a_document, a_letter, held, make_sendable, release
from tests.factories.world import TODAY, World, make_child, seen_by, signed_in, viewer_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def _pages(world: World):
    """(who, page, its key): each page with something on it."""
    assert world.ada
    ada = make_sendable(world, language="Yoruba", interpreter=True, phone="020 7946 0777", safe_by_voicemail=False)
    senco, mother = viewer_of(world.staff("senco")), viewer_of(world.ada)
    make_child(world.school, "Lena Costa")
    report = a_document(senco, world.amara, title="Report of the speech therapist", audience="everyone")
    newer = a_document(senco, world.amara, title="Report", replaces=report.pk, data=b"Newer\n")
    infected = a_document(mother, world.amara, title="Photo", data=EICAR + b" in a letter\n")
    ready = a_letter(senco, world.amara, ada, documents=[newer.pk])
    stopped = a_letter(senco, world.amara, ada, words="As with Lena Costa. She lives at LM9 9ZZ.")
    waiting = held(senco, a_letter(senco, world.amara, ada, channel="post"))
    sent = a_letter(senco, world.amara, ada, subject="About the review")
    release(held(senco, sent))
    with seen_by(mother):
        thread = open_thread(by=mother, child=world.amara.pk, subject="Reading", words="How much?", site="x")
    with seen_by(senco):
        talk = record_communication(
            by=senco, child=world.amara.pk, way="call", on=TODAY, said="She sleeps badly.", with_parent=ada.pk
        )
    child, staff, family = world.amara.pk, world.staff("senco"), world.ada
    about = ("child_letters", "write_letter", "child_messages", "begin_messages", "communications",
             "record_communication", "child_documents", "add_document")  # fmt: skip
    mine = ("my_letters", "my_messages", "write_to_school", "child_documents", "add_document")
    return [
        *((staff, page, []) for page in ("letters", "professionals", "messages")),
        *((staff, page, [child]) for page in about),
        *((staff, "letter", [letter.pk]) for letter in (ready, stopped, waiting, sent)),
        (staff, "change_letter", [ready.pk]),
        (staff, "message_thread", [thread.pk]),
        (staff, "mend_communication", [talk.pk]),
        *((staff, page, [newer.pk]) for page in ("document", "document_audience", "new_version")),
        *((family, page, [child]) for page in mine),
        (family, "my_letter", [sent.pk]),
        (family, "my_message_thread", [thread.pk]),
        (family, "document", [infected.pk]),
    ]


def test_every_page_fits_a_phone_and_breaks_no_browser_rule(live_server):
    found = []
    pages = _pages(World())
    with chromium() as browser:
        for account, name, keys in pages:
            context = browser.new_context(viewport={"width": 390, "height": 844})
            cookie = signed_in(account).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
            page = context.new_page()
            said: list[str] = []
            page.on(
                "console", lambda message, said=said: said.append(message.text) if message.type == "error" else None
            )
            answer = page.goto(live_server.url + reverse(name, args=keys))
            wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            heads = page.locator("h1").count()
            if (answer.status, wider, heads, said) != (200, 0, 1, []):
                found.append((name, answer.status, wider, heads, said))
            context.close()

    assert found == []
