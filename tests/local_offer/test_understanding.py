"""What a question means: by the shipped lists, and by what staff add."""

from __future__ import annotations

import pytest

from goldenthread.local_offer.finding.lexicon import lexicon_of, shipped
from goldenthread.local_offer.finding.slips import SHORTEST, distance, is_english
from goldenthread.local_offer.finding.tokens import stem, words_of
from goldenthread.local_offer.finding.understanding import understand
from goldenthread.local_offer.models import EverydayPhrase, Synonym
from tests.factories.world import World, inside

WORDS_OF_THE_FIELD = [  # that no list of English words has
    "arent", "arfid", "asperger", "aspergers", "assistive", "avoidant", "babys", "bifida", "boccia", "cahms",
    "camhs", "couldnt", "creche", "deafblind", "didnt", "doesnt", "dyscalculia", "dyspraxia", "dyspraxic",
    "ehcna", "eotas", "epipen", "hasnt", "havent", "hyperkinetic", "larkmere", "makaton", "maths", "minecraft",
    "motability", "multi", "neurodivergent", "neurodiverse", "playdate", "playpark", "playscheme", "powerchair",
    "senco", "sendiass", "sendist", "sexting", "snapchat", "spina", "stairlift", "stepdad", "stims", "thats",
    "theyre", "tiktok", "tourette", "tourettes", "traineeship", "traineeships", "trisomy", "warhammer", "wasnt",
    "wellbeing", "womens", "wouldnt", "youre",
]  # fmt: skip


def understood(question: str):
    return understand(question, shipped())


def test_an_everyday_phrase_points_to_a_need_and_to_words():
    meant = understood("My son can't sit still!")

    assert (meant.needs, [thing.said for thing in meant.things]) == (["SEMH"], ["sit still"])
    assert "ADHD" in meant.things[0].words


def test_words_may_stand_between_the_words_of_a_phrase_but_not_many():
    assert understood("he refuses every day to go to school").needs == ["SEMH", "ASD"]
    assert [thing.said for thing in understood("still we like to sit").things] != ["sit still"]


def test_the_longest_phrase_is_understood_first():
    assert [thing.said for thing in understood("education health care plan").things] == ["education health care plan"]


def test_a_question_of_silent_words_says_nothing():
    assert understood("please can you help me with my child").things == []


@pytest.mark.parametrize(
    ("question", "months"),
    [
        ("my two year old", (24, 35)),
        ("18 month old baby", (18, 18)),
        ("she is 7", (84, 95)),
        ("year 9", (156, 179)),
        ("a teenager", (156, 239)),
        ("what can help my 15yo", (180, 191)),
        ("clubs for 5 year olds", (60, 71)),
        ("i am one of the mums", None),
        ("im 19 and want to work", (228, 239)),
        ("we have waited 2 years", None),
        ("he is 18 months", None),
        ("7 times a day", None),
        ("autism", None),
    ],
)
def test_an_age_is_heard(question, months):
    assert understood(question).months == months


@pytest.mark.parametrize("question", ["worry", "he worries", "so worried", "a worrying time"])
def test_a_star_stands_for_every_ending(question):
    assert "anxiety" in understood(question).things[0].words


@pytest.mark.parametrize(
    ("question", "mistaken"),
    [
        ("a bit of help at lunch", "aggressive"),
        ("he needs to calm down", "Down's syndrome"),
        ("my son has shut down", "Down's syndrome"),
        ("she wee'd herself", "youth justice"),
        ("a meltdown in the car", "children in care"),
        ("out of school club", "SENDIASS"),
        ("they did not hear back", "deaf"),
        ("a bit worried about her", "violent"),
        ("he drives me crazy", "Motability"),
        ("he broke his arm", "debt"),
        ("how do I book a place", "library"),
        ("we hear there is a club", "hearing"),
        ("get rid of head lice", "riding"),
        ("what are the signs of autism", "Makaton"),
        ("a day at the park", "Blue Badge"),
        ("how does he feel", "counselling"),
        ("he would benefit from music", "Disability Living Allowance"),
    ],
)
def test_a_word_that_only_looks_like_one_of_a_phrase_is_not_taken_for_it(question, mistaken):
    assert [thing.said for thing in understood(question).things if mistaken in thing.words] == []


def test_no_word_of_the_lists_is_cut_off_without_a_star():
    """ "behav" would never be found: whole words are compared."""
    written = {word for word in shipped().spelt if len(word) >= SHORTEST and word.isalpha()}

    assert sorted(word for word in written if not is_english(word)) == WORDS_OF_THE_FIELD


def test_an_age_or_a_count_is_nothing_to_look_for():
    assert [
        thing.said for thing in understood("swimming for 7 yr olds 2 times").things if thing.said[0].isdigit()
    ] == []


@pytest.mark.parametrize(
    "forms", [("worry", "worries", "worried"), ("hit", "hits", "hitting"), ("bite", "bites", "biting")]
)
def test_forms_of_a_word_are_one(forms):
    assert len({stem(form) for form in forms}) == 1


def test_apostrophes_accents_and_case_do_not_matter():
    assert words_of("Can’t CAN'T cant café") == ["cant", "cant", "cant", "cafe"]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("autism", "autism", 0),
        ("autsim", "autism", 1),
        ("autsm", "autism", 1),
        ("dyslexa", "dyslexia", 1),
        ("a", "abc", 2),
    ],
)
def test_a_swap_of_neighbours_is_one_slip(one, other, apart):
    assert distance(one, other) == apart


@pytest.mark.parametrize(
    "question", ["", "?!", "x" * 10_000, "<script>alert(1)</script>", "\x00", "é" * 500, "' OR 1=1 --"]
)
def test_a_question_without_everyday_words_points_nowhere(question):
    found = understood(question)

    assert (found.needs, found.sections, found.months) == ([], [], None)


@pytest.mark.django_db(transaction=True)
def test_what_staff_add_counts_for_their_area_only():
    world = World()
    with inside(world.area):
        both = {"authority_id": world.area.pk, "holder": world.area}
        Synonym.objects.create(words=["zorbing", "bubble football"], **both)
        EverydayPhrase.objects.create(said="ants in his pants", needs=["SEMH"], words=["ADHD"], **both)

    ours = lexicon_of(world.area.pk)
    theirs = lexicon_of(world.other_area.pk)

    assert understand("zorbing", ours).things[0].words == ("zorbing", "bubble football")
    assert understand("he has ants in his pants", ours).needs == ["SEMH"]
    assert understand("he has ants in his pants", theirs).needs == []
    assert theirs is shipped()


def with_phrase(said: str):
    """The shipped lists with one phrase of an area's own, which points to vision."""
    world = World()
    with inside(world.area):
        facts = {"authority_id": world.area.pk, "holder": world.area, "needs": ["VI"], "words": ["lights"]}
        EverydayPhrase.objects.create(said=said, **facts)
    return lexicon_of(world.area.pk)


@pytest.mark.django_db(transaction=True)
def test_what_staff_say_of_a_word_goes_before_what_is_shipped():
    assert understood("adaptations").needs == ["PD", "PMLD"]
    assert understand("adaptations", with_phrase("adaptations")).needs == ["VI"]


@pytest.mark.django_db(transaction=True)
def test_a_star_by_itself_stands_for_nothing():
    kept = with_phrase("zorbing *")

    assert understand("zorbing", kept).needs == ["VI"]
    assert "" not in kept.known[1]
