"""What the written policy says of one page, one role and one child: "shown", "not found", or "nothing of the child"."""

from __future__ import annotations

from pathlib import Path

from goldenthread.children.models import Child
from tests.factories.world import OF_THE_AUTHORITY, World

from .policy import RELATIONSHIPS, RIGHTS
from .routes import Route

PAGES = {
    line.split()[0]: line.split()[1:]
    for line in Path(__file__).with_name("pages.txt").read_text().splitlines()
    if line and line[0] != "#"
}
FAMILY = ("parent", "young_person")
# From the weakest to the strongest, for "the weakest role allowed and the strongest refused".
BY_STRENGTH = (
    "platform_administrator", "provider_viewer", "provider_editor", "provider_owner", "governor", "offer_moderator",
    "authority_officer", "data_manager", "cover_teacher", "teaching_assistant",
    "class_teacher", "young_person", "parent", "head", "senco",
)  # fmt: skip
SHOWN, NOT_FOUND, NOTHING = "shown", "not found", "nothing of the child"


def expected(route: Route, role: str, relationship: str, child: Child, world: World) -> str:
    """own: a family member is always the one who said, wrote or was sent the thing; staff never are (about.py)."""
    whom = PAGES.get(route.name, [])
    if not _right(route, role, whom):
        return NOT_FOUND
    if "nothing" in whom:
        return SHOWN
    if "area" in whom:
        return _yes(child.authority_id == world.area.pk)
    if "provider" in whom:
        return _yes(
            child.authority_id == world.area.pk if role in OF_THE_AUTHORITY else child.holder_id == world.school.pk
        )
    if "setting" in whom:
        return _yes(child.holder_id == world.school.pk)
    if not RELATIONSHIPS[relationship, role]:
        return NOTHING if "gathering" in whom and not _for_others(role, whom) else NOT_FOUND
    return _yes(not _for_others(role, whom))


def _right(route: Route, role: str, whom: list[str]) -> bool:
    wanted = [route.rule, *(one.removeprefix("and:") for one in whom if one.startswith("and:"))]
    return all(RIGHTS.get((right, role)) for right in wanted)  # a right the table lacks fails test_matrix.py


def _for_others(role: str, whom: list[str]) -> bool:
    family = role in FAMILY
    if ("family" in whom and not family) or ("staff" in whom and family):
        return True
    if "parent" in whom and role == "young_person":
        return True
    unless = next((one.removeprefix("own_unless:") for one in whom if one.startswith("own_unless:")), None)
    return not family and ("own" in whom or (unless is not None and not RIGHTS[unless, role]))


def _yes(allowed: bool) -> str:
    return SHOWN if allowed else NOT_FOUND


def weakest_and_strongest(answers: dict[str, str]) -> list[str]:
    """The weakest role that is shown the page, and the strongest that is not; of each kind of refusal."""
    ordered = [role for role in BY_STRENGTH if role in answers]
    shown = [role for role in ordered if answers[role] == SHOWN][:1]
    refused = [[role for role in ordered if answers[role] == no][-1:] for no in (NOT_FOUND, NOTHING)]
    return shown + refused[0] + refused[1]
