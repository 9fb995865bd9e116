"""A teacher between two lessons, on a phone, with scripts and without: today, a mistake, a profile, a worry."""

from __future__ import annotations

import pytest

from goldenthread.children.actions import write_profile
from goldenthread.provision.models import PlannedSession
from goldenthread.sen_support.models import Concern
from tests.factories.provision import FRIDAY, make_group, make_slot
from tests.factories.world import World, make_child, make_class, seen_by, viewer_of

from .browser import WAYS, PageAs, fits, keep_picture, no_axe_violations
from .hands import choose, follow, heading, pick, press, text, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def _friday() -> tuple[World, PlannedSession]:
    """A reading group of three at ten past nine, and a profile that changed this morning."""
    world = World()
    teacher = world.staff("class_teacher")
    children = (world.amara, make_child(world.school, "Kofi Mensah"), make_child(world.school, "Lena Costa"))
    make_class(world.school, "4B", (teacher,), children)
    group = make_group(world.school, teacher, children)
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        write_profile(by=senco, child=world.amara.pk, started_from=0, helps_me="Pictures beside words")
    return world, make_slot(world.school, FRIDAY, group=group, leader=teacher, place="Willow room")


@pytest.mark.parametrize(("javascript", "keys"), WAYS)
def test_a_teacher_records_mends_reads_and_worries_between_two_lessons(page_as: PageAs, javascript, keys):
    world, planned = _friday()
    page = page_as(world.staff("class_teacher"), javascript=javascript, keys=keys)

    page.goto("/")
    card = page.locator(f"#session-{planned.pk}")
    press(card, "All done", exact=False)
    recorded = card.get_by_text("Done", exact=True).count()

    follow(page, "Mend Kofi", exact=False)
    line = page.locator("section").filter(has_text="Kofi Mensah")
    choose(line, "What happened", "Part")
    write(line, "minutes", "10")
    pick(line, "Why", "Child away")
    press(page, "Save")
    mended = " ".join(page.locator(f"#session-{planned.pk}").inner_text().split())

    page.goto("/today/")
    follow(page, "Read and confirm Amara Bello")
    read = "Pictures beside words" in text(page)
    press(page, "I have read this")
    page.goto("/today/")
    confirmed = "Read and confirm" not in text(page)

    page.goto(f"/children/{world.amara.pk}/worry/")
    write(page, "What are you worried about?", "She holds her book very close.")
    choose(page, "Who may read this?", "The school and the family")
    write(page, "What was tried", "Sat at the front")
    press(page, "Send to the SENCO")
    keep_picture(page, f"journey-teacher-{javascript}-{keys}")

    assert (recorded, read, confirmed) == (3, True, True)
    assert "Kofi (4B): Part: 10 minutes (child away) mended" in mended
    assert heading(page) == "A worry about Amara Bello"
    assert fits(page)
    if javascript:
        no_axe_violations(page)
    with seen_by(viewer_of(world.staff("senco"))):
        worry = Concern.objects.get()
        tried = [one.what for one in worry.strategies.all()]
    assert (worry.state, worry.voice, worry.words, tried) == (
        "raised", "teacher", "She holds her book very close.", ["Sat at the front"],
    )  # fmt: skip
