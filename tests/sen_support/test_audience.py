"""Who reads whose words: the code, PostgreSQL behind it, and every family page byte for byte."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from goldenthread.sen_support.actions.voices import mend_words, record_change
from goldenthread.sen_support.models import Change, Concern, Contribution, StrategyTried
from goldenthread.sen_support.queries.words import words_about
from tests.factories.sen_support import a_running_cycle, a_worry, mother_of, review_of, senco_of, some_words
from tests.factories.world import (
    World,
    inside,
    make_account,
    make_child,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)


def _family(world: World):
    """A young person past the day, both parents (may read along), and the SENCO."""
    child = make_child(world.school, "Jordan Vale", date(2010, 3, 2))
    own = make_young_person(child, world.school)
    mother, father = make_account("Mo Vale"), make_account("Fay Vale")
    make_parent(child, world.school, "Mo Vale", mother)
    make_parent(child, world.school, "Fay Vale", father)
    return child, own, mother, father


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        ("everyone", {"young person", "mother", "father", "senco"}),
        ("author", {"mother", "senco"}),
        ("not_parents", {"young person", "mother", "senco"}),
        ("school", {"senco"}),
    ],
)
def test_who_reads_a_mothers_words(audience, readers):
    """The author reads their own words, unless they are for staff only."""
    world = World()
    child, own, mother, father = _family(world)
    some_words(viewer_of(mother), child, "Her nights are short.", audience=audience)
    viewers = {
        "young person": viewer_of(own), "mother": viewer_of(mother), "father": viewer_of(father),
        "senco": senco_of(world),
    }  # fmt: skip

    by_code, by_postgresql = set(), set()
    for name, viewer in viewers.items():
        with inside(world.school):  # PostgreSQL shows everything: the code alone must hold back
            by_code |= {name} if words_about(viewer, child.pk) else set()
        with seen_by(viewer):  # the code forgets its filter: PostgreSQL alone must hold back
            by_postgresql |= {name} if Contribution.objects.exists() else set()

    assert (by_code, by_postgresql) == (readers, readers)


def test_a_young_persons_words_are_kept_from_parents_unless_they_choose_otherwise():
    world = World()
    child, own, mother, _father = _family(world)
    browser = signed_in(own)

    page = browser.get(reverse("add_my_words", args=[child.pk])).content.decode()

    checked = re.findall(r'name="audience" value="(\w+)"[^>]*checked', page) or re.findall(
        r'value="(\w+)" name="audience"[^>]*checked', page
    )
    assert checked == ["not_parents"] or 'value="not_parents" checked' in page


def test_what_hangs_on_words_and_worries_is_hidden_with_them_in_postgresql():
    world = World()
    child, own, mother, _father = _family(world)
    senco = senco_of(world)
    said = some_words(viewer_of(own), child, "I want to eat lunch alone.")
    with seen_by(senco):
        record_change(by=senco, words=said.pk, changed="A quiet room at lunch.")
    from goldenthread.sen_support.actions.concerns import Tried

    a_worry(viewer_of(own), child, "I am scared of PE.", audience="not_parents", tried=[Tried("Longer breaks")])

    with seen_by(viewer_of(mother)):
        counts = [model.objects.count() for model in (Contribution, Change, Concern, StrategyTried)]
    with seen_by(viewer_of(own)):
        own_counts = [model.objects.count() for model in (Contribution, Change, Concern, StrategyTried)]

    assert (counts, own_counts) == ([0, 0, 0, 0], [1, 1, 1, 1])


def test_mended_words_show_the_newest_and_keep_the_first():
    world = World()
    senco = senco_of(world)
    first = some_words(senco, world.amara, "She is exited.", audience="everyone")

    with seen_by(senco):
        mend_words(by=senco, words=first.pk, mended="She is excited.")
        shown = [one.words for one in words_about(senco, world.amara.pk)]
        kept = sorted(Contribution.objects.values_list("words", flat=True))

    assert (shown, kept) == (["She is excited."], ["She is excited.", "She is exited."])


VARIES = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}|name=\"(csrfmiddlewaretoken|draft_mark|submission_key)\" value=\"[^\"]*\""
    r"|value=\"[^\"]*\" name=\"csrfmiddlewaretoken\"|nonce-[^\"' ]+|banner-[0-9a-f]{8}|person\d+@|chart-[\w-]+"
    r"|\d{1,2}\.\d\d [ap]\.m\.|\d{1,2}:\d\d"
)


def _world_with(secret: str) -> dict[str, str]:
    """Every page of Amara's mother, in a world where others said things that are not for parents."""
    world = World()
    senco, mother, child = senco_of(world), mother_of(world), world.amara
    cycle, _target, _dose = a_running_cycle(senco, child)
    review = review_of(senco, cycle)
    some_words(senco, child, "She loves stories.", audience="everyone")
    if secret:
        said = some_words(senco, child, secret, voice="child", said_by="Amara", audience="not_parents")
        some_words(senco, child, secret, audience="school")
        other = make_account("Sam Bello")
        make_parent(child, world.school, "Sam Bello", other)
        some_words(viewer_of(other), child, secret)
        a_worry(viewer_of(other), child, secret)
        a_worry(viewer_of(world.staff("class_teacher")), child, secret, audience="school") if world.class_4b else None
        with seen_by(senco):
            record_change(by=senco, words=said.pk, changed=secret)
    browser = signed_in(world.ada)
    about = {"child": child.pk}
    pages = [
        reverse("my_child_page", kwargs=about), reverse("my_thread", kwargs=about), reverse("my_words", kwargs=about),
        reverse("my_worries", kwargs=about), reverse("my_reviews", kwargs=about),
        reverse("my_agreed_plan", kwargs=about | {"cycle": cycle.pk}), reverse("print_plan", args=[cycle.pk]),
        reverse("my_review", kwargs=about | {"review": review.pk}), reverse("print_review", args=[review.pk]),
        reverse("if_not_working", kwargs=about), reverse("add_my_words", kwargs=about),
    ]  # fmt: skip
    assert mother
    return {str(place): VARIES.sub("·", browser.get(page).content.decode()) for place, page in enumerate(pages)}


def test_two_worlds_that_differ_only_in_what_is_not_for_parents_give_a_parent_the_same_pages():
    without, with_secrets = _world_with(""), _world_with("He hits me at home.")

    assert list(without) == list(with_secrets)
    assert [page for page in without if without[page] != with_secrets[page]] == []
    assert "She loves stories." in without["2"]
