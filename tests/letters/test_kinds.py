"""Letters that other rooms write, the sender's own words as blocks, and people outside."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goldenthread.access.permissions import Refused
from goldenthread.documents.blocks import Heading, List, Paragraph, emphasis, runs, strong
from goldenthread.documents.model import Document
from goldenthread.keys import new_key
from goldenthread.letters import kinds
from goldenthread.letters.actions.professionals import add_professional
from goldenthread.letters.models import Professional
from goldenthread.letters.words_as_blocks import blocks_of
from tests.factories.letters import a_letter, as_it_stands, held, make_sendable, release
from tests.factories.world import TODAY, World, inside, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_words_with_a_little_form_become_blocks():
    words = "# Hello\n\nOne **two** *three*\nfour\n\n1. a\n2. b\n\n[site](https://example.org)\n\n<b>x</b>"

    assert blocks_of(words) == (
        Heading(2, "Hello"),
        Paragraph(runs("One ", strong("two"), " ", emphasis("three"), "\n", "four")),
        List.of("a", "b", numbered=True),
        Paragraph(runs("site", " (https://example.org)")),
        Paragraph.of("<b>x</b>"),
    )


@pytest.fixture
def a_kind(monkeypatch):
    said = {"words": "What we agreed."}

    def build(viewer, child, about):
        if about is None:
            raise Refused("Say which plan.")
        return Document(
            kind="SEN Support plan", title="The plan", reference="x", recipient="x", written_on=TODAY,
            blocks=(Paragraph.of(said["words"]),),
        )  # fmt: skip

    monkeypatch.setattr(kinds, "_KINDS", dict(kinds._KINDS))
    kinds.register("test_plan", "The plan", build, about_needed=True)
    return said


def test_a_room_registers_a_letter_and_it_goes_to_its_recipient_under_their_name(a_kind):
    world = World()
    assert world.ada
    ada, senco = make_sendable(world), viewer_of(world.staff("senco"))

    letter = a_letter(senco, world.amara, ada, kind="test_plan", about=new_key(), subject="", words="")
    release(held(senco, letter))

    page = signed_in(world.ada).get(reverse("my_letter", args=[letter.pk])).content.decode()
    assert "What we agreed." in page and "Ada Bello, mother" in page and letter.reference in page


def test_a_plan_that_changes_inside_the_undo_window_does_not_leave_unseen(a_kind):
    world = World()
    assert world.ada
    ada, senco = make_sendable(world), viewer_of(world.staff("senco"))
    letter = held(senco, a_letter(senco, world.amara, ada, kind="test_plan", about=new_key(), subject="", words=""))

    a_kind["words"] = "What somebody else wrote meanwhile."
    release(letter)

    assert (as_it_stands(letter).state, "changed after you sent it" in as_it_stands(letter).stopped_because) == (
        "stopped",
        True,
    )


def test_a_kind_that_needs_its_thing_is_not_offered_without_and_an_unknown_one_is_not_found(a_kind):
    world = World()
    assert world.ada
    browser, address = signed_in(world.staff("senco")), reverse("write_letter", args=[world.amara.pk])

    listed = browser.get(reverse("child_letters", args=[world.amara.pk])).content.decode()

    assert "kind=free" in listed and "test_plan" not in listed
    assert browser.get(address + "?kind=test_plan").status_code == 404
    assert browser.get(address + "?kind=nothing").status_code == 404
    assert browser.get(f"{address}?kind=test_plan&about=nonsense").status_code == 404
    assert browser.get(f"{address}?kind=test_plan&about={new_key()}").status_code == 200
    with pytest.raises(ValueError, match="registered twice"):
        kinds.register("free", "x", lambda viewer, child, about: None)


def test_somebody_outside_is_added_once_at_a_work_address():
    world = World()
    browser = signed_in(world.staff("senco"))
    posted = {
        "name": "Dr Lee", "job": "speech therapist", "organisation_name": "Larkmere Health",
        "address": "4 Clinic Road", "postcode": "lm44aa", "submission_key": "one",
    }  # fmt: skip

    for _time in range(2):
        browser.post(reverse("professionals"), posted)
    wrong = browser.post(reverse("professionals"), posted | {"postcode": "nowhere", "submission_key": "two"})

    with inside(world.school):
        assert [(one.name, one.postcode) for one in Professional.objects.all()] == [("Dr Lee", "LM4 4AA")]
    assert "as on an envelope" in wrong.content.decode()
    with seen_by(viewer_of(world.staff("senco"))) as senco, pytest.raises(Refused):
        add_professional(by=senco, name="x", job="x", organisation_name="x", address="x", postcode="??")


def test_each_kind_of_letter_and_each_thing_it_is_about_has_a_draft_of_its_own(a_kind):
    world = World()
    assert world.ada
    browser, address = signed_in(world.staff("senco")), reverse("write_letter", args=[world.amara.pk])
    free = f"{address}?kind=free"
    plans = [f"{address}?kind=test_plan&about={new_key()}" for _number in (1, 2)]

    for page, words in ((free, "First of all, thank you"), (plans[0], "Here is her plan")):
        mark = browser.get(page).content.decode().split('name="draft_mark" value="')[1].split('"')[0]
        browser.post("/drafts/save/", {"draft_mark": mark, "draft_title": "The plan", "words": words})
    shown = [browser.get(page) for page in (free, *plans)]
    begun = browser.get("/drafts/").content.decode()

    assert ["kept" in page.context for page in shown] == [True, True, False]
    assert "First of all, thank you" in shown[0].content.decode()
    assert all(page.replace("&", "&amp;") in begun for page in (free, plans[0]))
    assert "The plan, " in begun
