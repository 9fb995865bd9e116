"""`check_search` measures, and the shipped questions find the right kinds of help among the demo's services."""

from __future__ import annotations

from importlib.resources import files
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from goldenthread.demo.local_offer.kinds import bodies, body_key, entries
from goldenthread.local_offer.bulk import rebuild_words, write_entries
from goldenthread.local_offer.models import OfferOrganisation
from tests.factories.local_offer import NOW, make_offer, make_service
from tests.factories.world import World, inside

pytestmark = pytest.mark.django_db(transaction=True)
WRITTEN_LATER = Path(__file__).parent / "questions"
SETS = (  # written apart from each other, before the search was tried with them, and how many questions each has
    (files("goldenthread.local_offer").joinpath("data/plain_language_questions.csv"), 60),
    (WRITTEN_LATER / "second.csv", 84),
    (WRITTEN_LATER / "third.csv", 100),
    (WRITTEN_LATER / "fourth.csv", 100),
)


def run(path) -> list[str]:
    out = StringIO()
    call_command("check_search", str(path), stdout=out)
    return out.getvalue().splitlines()


def test_nine_in_ten_everyday_questions_find_the_right_kind_of_help():
    world = World()
    make_offer(world.area)
    with inside(world.area), transaction.atomic():
        both = {"authority_id": world.area.pk, "holder_id": world.area.pk}
        OfferOrganisation.objects.bulk_create(
            OfferOrganisation(id=body_key(key), name=name, description=text, **both)
            for key, (name, text) in bodies().items()
        )
        write_entries(world.area.pk, entries(), why="Test", at=NOW)
        rebuild_words(world.area.pk)

    for path, asked in SETS:
        lines = run(path)

        hits, _of, total = lines[-1].split()
        assert int(total) == asked
        assert int(hits) >= 0.9 * asked, lines


def test_misses_are_printed_before_the_count(tmp_path):
    world = World()
    make_offer(world.area)
    make_service(
        world.area, name="Splash", description="Swimming for children with a disability, with helpers in the pool."
    )
    path = tmp_path / "questions.csv"
    path.write_text(
        "question,need_any,section_any,words_any\n"
        "swimming,,,dry land|swimming\nswimming for deaf children,HI,health,\nswimming,PD,,\nswimming,,leisure|health,\n"
    )

    assert run(path) == ["miss: swimming for deaf children -> Splash", "3 of 4"]


def test_a_file_without_the_columns_is_refused(tmp_path):
    make_offer(World().area)
    path = tmp_path / "questions.csv"
    path.write_text("question,need\nx,y\n")

    with pytest.raises(CommandError, match="need_any"):
        run(path)
