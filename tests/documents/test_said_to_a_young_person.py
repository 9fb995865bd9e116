"""Documents and the one-page profile speak to the young person whose they are, not about them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.letters import a_document
from tests.factories.world import World, make_young_person, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def said(browser: Client, name: str, key: object) -> str:
    """The words of one page, without what stands around it."""
    page = browser.get(reverse(name, args=[key])).content.decode()
    return " ".join(unescape(re.sub("<[^>]+>", " ", page.split("<main")[1].split("</main>")[0])).split())


def test_every_page_of_documents_and_the_profile_says_you_or_my_to_a_young_person() -> None:
    world = World()
    account = make_young_person(world.amara, world.school)
    young = viewer_of(account, "young_person")
    browser, child = signed_in(account, "young_person"), world.amara.pk
    empty = said(browser, "child_documents", child)
    document = a_document(young, world.amara, kind="work")

    pages = {
        name: said(browser, name, key)
        for name, key in (
            ("child_documents", child),
            ("add_document", child),
            ("document", document.pk),
            ("document_audience", document.pk),
            ("profile", child),
        )
    }

    third_person = [
        name for name, words in pages.items() if re.search(r"Amara|[Tt]he child", words.replace("Amara Bello,", ""))
    ]
    assert third_person == []
    assert "whatever helps to understand what you need" in empty
    assert "My documents" in pages["child_documents"] and "My own work" in pages["child_documents"]
    assert "Add a document about you" in pages["add_document"]
    assert "The school, and everyone in my family who may see my record" in pages["document_audience"]
    assert "My one-page profile" in pages["profile"] and "together with you" in pages["profile"]


def test_a_parent_still_reads_the_childs_name() -> None:
    world = World()
    browser = signed_in(world.ada, "parent")

    words = said(browser, "add_document", world.amara.pk)

    assert "Add a document about Amara" in words
    assert "The school, and everyone in the family who may see Amara's record" in words
    assert "The child's own work" in words
