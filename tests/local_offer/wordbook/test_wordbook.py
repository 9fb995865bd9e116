"""Officers keep the words of their area: tried first, used at once, and nobody else's."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.access.permissions import NotFound
from goldenthread.audit.models import Entry
from goldenthread.local_offer.bulk import rebuild_words
from goldenthread.local_offer.finding.suggesting import suggestions, words_for_box
from goldenthread.local_offer.models import EverydayPhrase, Synonym, UnansweredWord
from goldenthread.local_offer.wordbook import actions, queries
from goldenthread.local_offer.wordbook.forms import PhraseForm, SynonymForm, lines_of
from tests.factories.local_offer import make_offer, make_provider, make_service
from tests.factories.world import World, give_role, inside, make_account, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    provider = make_provider(found.area)
    make_service(found.area, provider, name="Saturday Splash")
    make_service(
        found.area, provider, name="Riding for all", needs=["PD"],
        description="Horses and ponies for disabled children, with a helper beside each of them all the time.",
    )  # fmt: skip
    return found


def officer(world):
    return viewer_of(world.staff("authority_officer"), "authority_officer")


def found(words: str) -> str:
    return Client().get(reverse("offer_results"), {"q": words}).content.decode()


def post(browser, address: str, **data):
    key = browser.get(address).context["key"]
    return browser.post(address, {"submission_key": key} | data)


def test_a_group_is_tried_before_it_is_kept_and_used_at_once_afterwards(world):
    browser, address = signed_in(world.staff("authority_officer")), reverse("new_synonym")
    words = {"words": "gee-gees\nponies", "sentence": "gee-gees please"}

    tried = post(browser, address, answer="try", **words)
    kept_by_trying = Synonym.objects.count()
    before = found("gee-gees")
    post(browser, address, answer="keep", **words)

    now, then = (side for _title, side in tried.context["sides"])
    assert (now.names, then.names) == ([], ["Riding for all"])
    assert kept_by_trying == 0
    assert "Riding for all" not in before and "Riding for all" in found("gee-gees")


def test_a_phrase_points_to_needs_and_words(world):
    browser = signed_in(world.staff("authority_officer"))

    post(browser, reverse("new_phrase"), answer="keep", said="bounces like Tigger", words="swimming", needs=["PD"])

    phrase = EverydayPhrase.objects.get()
    assert (phrase.said, phrase.words, phrase.needs) == ("bounces like Tigger", ["swimming"], ["PD"])
    assert "Saturday Splash" in found("my boy bounces like tigger")


def test_changing_is_tried_instead_of_what_it_changes(world):
    with seen_by(officer(world)) as by:
        kept = actions.keep_synonym(by=by, words=["gee-gees", "ponies"])
    browser = signed_in(world.staff("authority_officer"))

    tried = post(browser, reverse("change_synonym", args=[kept.pk]), answer="try", words="gee-gees, swimming",
                 sentence="gee-gees")  # fmt: skip

    now, then = (side for _title, side in tried.context["sides"])
    assert (now.names, then.names) == (["Riding for all"], ["Saturday Splash"])


def test_taken_away_it_is_no_longer_used(world):
    with seen_by(officer(world)) as by:
        kept = actions.keep_synonym(by=by, words=["gee-gees", "ponies"])
    browser = signed_in(world.staff("authority_officer"))

    post(browser, reverse("change_synonym", args=[kept.pk]), answer="take_away")

    assert "Riding for all" not in found("gee-gees")
    with inside(world.area):
        done = list(Entry.objects.filter(thing_id=kept.pk).order_by("at").values_list("action", flat=True))
    assert done == ["synonym.kept", "synonym.taken_away"]


def test_another_areas_officer_finds_nothing_and_a_school_has_no_such_page(world):
    with seen_by(officer(world)) as by:
        kept = actions.keep_synonym(by=by, words=["gee-gees", "ponies"])
        phrase = actions.keep_phrase(
            by=by, facts={"said": "bounces", "needs": [], "sections": [], "words": ["swimming"]}
        )
    stranger = make_account("Officer elsewhere")
    give_role(stranger, "authority_officer", world.other_area)
    other = viewer_of(stranger, "authority_officer")

    with seen_by(other):
        assert list(queries.synonyms(other)) == [] and list(queries.phrases(other)) == []
        with pytest.raises(NotFound):
            actions.keep_synonym(by=other, words=["a b", "c d"], synonym=kept.pk)
        with pytest.raises(NotFound):
            actions.take_phrase_away(by=other, phrase=phrase.pk)
    assert signed_in(world.staff("senco")).get(reverse("families_words")).status_code == 404


def test_a_word_asked_for_fewer_than_three_times_is_never_shown(world):
    with inside(world.area):
        for word, month, times in (
            ("quillfeather", date(2026, 11, 1), 2), ("hydrotherapy", date(2026, 11, 1), 2),
            ("hydrotherapy", date(2026, 10, 1), 1), ("oldword", date(2024, 1, 1), 9),
        ):  # fmt: skip
            UnansweredWord.objects.create(authority=world.area, holder=world.area, word=word, month=month, times=times)

    page = signed_in(world.staff("authority_officer")).get(reverse("families_words")).content.decode()

    assert "hydrotherapy" in page
    assert "quillfeather" not in page and "oldword" not in page


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("one", "Write at least two"), ("", "Write at least two"), ("a, " + "b" * 61, "60 letters"), ("!!, ??", "not only signs"),
     (",".join(f"w{n}" for n in range(31)), "at most 30")],
)  # fmt: skip
def test_words_that_mean_nothing_together_are_refused_with_a_reason(words, sentence):
    form = SynonymForm({"words": words})

    assert not form.is_valid()
    assert sentence in str(form.errors)


def test_a_phrase_that_points_nowhere_is_refused():
    form = PhraseForm({"said": "cannot sit still", "words": ""})

    assert not form.is_valid()
    assert "Say what it means" in str(form.errors)


def test_lines_and_commas_mean_the_same_and_each_word_stands_once():
    assert lines_of("Autism, ASC\n autism ;on  the spectrum") == ["autism", "ASC", "on the spectrum"]


def test_the_sentence_that_is_tried_is_not_counted_as_unanswered(world):
    signed_in(world.staff("authority_officer")).get(reverse("families_words"), {"sentence": "zzqqx nothing"})

    with inside(world.area):
        assert UnansweredWord.objects.count() == 0


def test_what_begins_like_the_question_is_offered_as_links(world):
    with inside(world.area):
        rebuild_words(world.area.pk)
        Synonym.objects.create(authority=world.area, holder=world.area, words=["sploshing", "swimming"])

    assert suggestions(world.area.pk, "splo") == ["sploshing"]
    assert set(suggestions(world.area.pk, "disabled chi")) == {"disabled children", "disabled child"}
    assert suggestions(world.area.pk, "s") == []
    assert suggestions(world.area.pk, "my son cannot sit still at all") == []
    page = found("splo")
    assert 'href="/local-offer/find/?q=sploshing"' in page


def test_the_box_offers_words_without_any_script(world):
    with inside(world.area):
        Synonym.objects.create(authority=world.area, holder=world.area, words=["sploshing", "swimming"])

    page = Client().get(reverse("offer_home")).content.decode()

    assert 'list="q-words"' in page
    assert '<option value="sploshing"></option>' in page
    assert len(words_for_box(world.area.pk)) == page.count("<option value=")


def test_the_areas_own_words_are_in_the_box_however_many_and_wherever_in_the_alphabet(world):
    own = [f"zebra ride {number}" for number in range(20)]
    with inside(world.area):
        for word in own:
            Synonym.objects.create(authority=world.area, holder=world.area, words=[word, f"other {word}"])

    assert set(own) <= set(words_for_box(world.area.pk))
