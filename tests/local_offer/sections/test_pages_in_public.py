"""Section pages as everybody reads them, and what must never be among it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.local_offer.sections import timeline
from goldenthread.local_offer.sections.actions import pages as actions
from goldenthread.local_offer.sections.models import AreaWord, PublishedPage, SectionPage
from goldenthread.local_offer.sections.starting import starting_pages
from tests.factories.local_offer import make_offer, make_service
from tests.factories.offer_pages import NEXT_REVIEW, make_draft, make_page, make_shown_page, publish, translated, words
from tests.factories.world import inside, seen_by
from tests.local_offer.test_reader_role import all_that_is_public

pytestmark = pytest.mark.django_db(transaction=True)


def page(name="short-breaks", route="offer_page", **more):
    return Client().get(reverse(route, kwargs={"page_name": name} | more))


def read(name="short-breaks", route="offer_page", **more):
    answer = page(name, route, **more)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_time_limit_is_the_laws_of_the_day_and_comes_with_its_law(officer, monkeypatch):
    make_page(officer, body="You hear within {time: ehcna.decision_to_assess}.")
    now = read()
    limit = timeline.LIMITS["ehcna.decision_to_assess"][0]
    changed = type(limit)(**{name: getattr(limit, name) for name in limit.__slots__} | {"value": 9})
    monkeypatch.setitem(timeline.LIMITS, "ehcna.decision_to_assess", (changed,))

    after = read()

    assert "within <strong>6 weeks</strong>." in now
    assert "6 weeks: SEND Regulations 2014 (SI 2014/1530) reg 4(1), 5(1)" in now
    assert "within <strong>9 weeks</strong>." in after


def test_a_limit_that_is_repealed_is_not_left_at_its_last_number(officer, monkeypatch):
    make_page(officer, body="You hear within {time: ehcna.decision_to_assess}.")
    limit = timeline.LIMITS["ehcna.decision_to_assess"][0]
    ended = type(limit)(**{name: getattr(limit, name) for name in limit.__slots__} | {"until": date(2026, 1, 1)})
    monkeypatch.setitem(timeline.LIMITS, "ehcna.decision_to_assess", (ended,))

    shown = read()

    assert ("6 weeks" in shown, "the law gives no number here any more" in shown) == (False, True)


def test_guidance_is_not_called_law(officer):
    make_page(officer, body="They meet you {time: sen_support.parent_meetings}.")

    assert "This is guidance, not law." in read()


SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_a_script_in_any_text_is_shown_as_text(officer):
    make_page(
        officer, title=f"Breaks {SCRIPT[:40]}", summary=SCRIPT, sources=SCRIPT, easy_read=f"rest: {SCRIPT}",
        body=f"## {SCRIPT}\n{SCRIPT} **{SCRIPT}**\n- {SCRIPT}\n[{SCRIPT}](https://example.org/%22onmouseover=x)",
        video_address="https://film.example.org/a", video_captions=True, video_transcript=SCRIPT,
    )  # fmt: skip
    with seen_by(officer):
        own = SectionPage.objects.get(slug="short-breaks")
        actions.write_translation(
            by=officer,
            page=own.pk,
            language="pl",
            words=translated(title=SCRIPT, body=SCRIPT, translator=SCRIPT),
            publish=True,
        )

    shown = [
        read(),
        read(route="offer_page_easy_read"),
        read(route="offer_page_print"),
        read(route="offer_page_in", language="pl"),
    ]

    assert [found for one in shown for found in re.findall(r"<script>|<img|onerror=alert\(2\)>(?!&)", one)] == []
    assert [one.count("&lt;script&gt;alert(1)") > 0 for one in shown] == [True] * 4


def test_a_word_is_explained_at_its_first_use_and_the_areas_own_meaning_goes_first(world, officer):
    with inside(world.area):
        AreaWord.objects.create(
            authority=world.area, holder=world.area, word="SENCO", meaning="In Larkmere: the lead for help.",
            kept_at="2026-11-01T10:00Z",
        )  # fmt: skip
    make_page(officer, body="Ask the SENCO.\n\nThe SENCO knows.")

    shown = read()

    assert shown.count("<summary>SENCO</summary>") == 1
    assert "In Larkmere: the lead for help." in shown
    assert "The SENCO knows." in shown


def test_services_on_a_page_are_those_that_are_live_today(world, officer):
    make_service(world.area, name="Saturday Splash", sections=["leisure"])
    make_page(officer, body="Look.\n\n{services: section=leisure | 3}")
    before = read()
    with inside(world.area):
        from goldenthread.local_offer.lifecycle import archive
        from goldenthread.local_offer.models import Service
        from tests.factories.local_offer import NOW

        archive(Service.objects.get(name="Saturday Splash"), by=None, at=NOW)

    assert ("Saturday Splash" in before, "020 7946 0101" in before, "Saturday Splash" in read()) == (True, True, False)


def test_a_link_to_a_page_that_is_not_live_is_plain_words(officer):
    make_page(officer, body="Read about [travel](page:travel).")
    before = read()
    make_page(officer, "travel", title="Travel")

    assert ('href="/local-offer/guide/travel/"' in before, "Read about travel." in before) == (False, True)
    assert 'href="/local-offer/guide/travel/"' in read()


SECRET = "Zirconwhistle"


def test_a_draft_is_never_public_on_any_page_in_the_search_or_the_feed(world, officer, raw_url):
    planted = words(
        title=SECRET,
        summary=SECRET,
        body=f"{SECRET} [x](https://{SECRET.lower()}.example.org)",
        easy_read=f"rest: {SECRET}",
    )
    make_draft(officer, SECRET.lower(), **planted)
    changed = make_draft(officer)
    publish(officer, changed)
    with seen_by(officer):
        actions.write_draft(by=officer, page=changed.pk, words=planted)
        actions.write_translation(
            by=officer, page=changed.pk, language="pl", words=translated(title=SECRET, body=SECRET), publish=False
        )
    public = (
        "offer_home",
        "offer_pages",
        "offer_must_tell",
        "offer_words",
        "offer_another_way",
        "offer_asked",
        "feed_services",
    )
    seen = [Client().get(reverse(name)).content.decode() for name in public]
    seen += [Client().get(reverse("offer_results"), {"q": "Short breaks"}).content.decode(), read()]
    seen += [read(route="offer_page_easy_read"), read(route="offer_page_print"), all_that_is_public(raw_url)]

    assert [one for one in seen if SECRET.lower() in one.lower()] == []
    assert page(SECRET.lower()).status_code == page(route="offer_page_in", language="pl").status_code == 404
    assert "We help you." in read()


def test_a_page_that_was_taken_off_is_gone_everywhere(officer):
    shown = make_page(officer)
    with seen_by(officer):
        actions.write_translation(by=officer, page=shown.pk, language="pl", words=translated(), publish=True)
        actions.withdraw_page(by=officer, page=shown.pk)

    kinds = ("offer_page", "offer_page_easy_read", "offer_page_print")
    assert [page(route=kind).status_code for kind in kinds] == [404, 404, 404]
    assert page(route="offer_page_in", language="pl").status_code == 404
    assert "Short breaks" not in Client().get(reverse("offer_pages")).content.decode()


def test_pages_of_another_area_are_not_on_this_offers_address(world, officer, settings):
    settings.ALLOWED_HOSTS = ["*"]
    make_page(officer)
    make_offer(world.other_area, hosts=["northmere.example.org"])

    answer = Client().get(reverse("offer_page", args=["short-breaks"]), headers={"host": "northmere.example.org"})

    assert answer.status_code == 404


def test_a_translation_says_who_made_it_and_when_it_is_older_than_the_english(officer):
    shown = make_page(officer)
    with seen_by(officer):
        actions.write_translation(
            by=officer, page=shown.pk, language="ar", words=translated(title="استراحة", of_number=1), publish=True
        )
    fresh = read(route="offer_page_in", language="ar")
    with seen_by(officer):
        actions.write_draft(by=officer, page=shown.pk, words=words(body="New words for all."))
        actions.publish_page(by=officer, page=shown.pk, next_review_on=NEXT_REVIEW)

    older = read(route="offer_page_in", language="ar")

    said = "This translation is older than the English page."
    assert (said in fresh, said in older) == (False, True)
    assert 'lang="ar" dir="rtl"' in older
    assert "Arabic, translated by Anna Zielińska" in older
    assert 'lang="ar" dir="rtl">العربية' in read()


def test_a_film_is_a_link_with_its_words_and_nothing_is_loaded(officer):
    film = "https://film.example.org/a"
    make_page(
        officer, video_address=film, video_minutes=3, video_captions=True, video_transcript="These are the words."
    )

    shown = read()

    assert re.findall(rf"<(\w+)[^>]*{re.escape(film)}", shown) == ["a"]
    assert ("(film, 3 minutes, with captions)" in shown, "These are the words." in shown) == (True, True)


def test_easy_read_has_one_picture_beside_each_sentence(officer):
    make_page(officer, easy_read="rest: You can have a rest.\nphone: You can ring us.")

    shown = read(route="offer_page_easy_read")

    main = shown[shown.index("<main") : shown.index("</main")]
    assert main.count("<svg") == 3  # and one for the telephone number of the offer
    assert re.findall(r'govuk-body-l">([^<]+)<', main)[:2] == ["You can have a rest.", "You can ring us."]


def test_print_has_nothing_to_press_but_the_way_back_and_large_print_says_so(officer):
    make_page(officer, body="Ask the SENCO within {time: ehcna.final_plan}.")

    shown, large = (
        read(route="offer_page_print"),
        Client().get(reverse("offer_page_print", args=["short-breaks"]), {"size": "large"}).content.decode(),
    )

    assert ("<details" in shown, "20 weeks" in shown, "Large print" in shown) == (False, True, True)
    assert ("Ordinary print" in large, "Ask the SENCO" in large) == (True, True)


def test_every_shipped_page_can_be_published_and_read(officer):
    make_shown_page(officer)
    with seen_by(officer):
        for waiting in SectionPage.objects.filter(state="draft"):
            actions.publish_page(by=officer, page=waiting.pk, next_review_on=NEXT_REVIEW, hard_because="")

    answers = {one.slug: page(one.slug).status_code for one in starting_pages()}

    assert answers == {one.slug: 200 for one in starting_pages()}
    assert PublishedPage.objects.count() == len(starting_pages())
    assert "{area}" not in "".join(read(one.slug) for one in starting_pages())


def test_a_page_asks_the_database_equally_often_for_one_word_and_for_many(officer):
    make_page(officer, "one", body="Ask the SENCO.")
    make_page(
        officer, "many", body="Ask the SENCO about an EHC plan, SEN Support, mediation, an appeal and the Tribunal."
    )

    def asked(name):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            read(name)
        return len(queries)

    asked("one")
    assert asked("one") == asked("many")


def test_a_footer_and_the_first_page_lead_to_everything(officer):
    make_page(officer)
    home = Client().get(reverse("offer_home")).content.decode()

    names = ("offer_pages", "offer_must_tell", "offer_words", "offer_another_way", "offer_asked", "offer_accessibility")
    assert [name for name in names if f'href="{reverse(name)}"' not in home] == []
    footer = Client().get(reverse("home")).content.decode().split("<footer")[1]
    assert [name for name in ("offer_accessibility", "offer_words") if reverse(name) not in footer] == []
