"""Whose letters, messages and talks. PostgreSQL's walls say the same (migrations/0002_walls.py)."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.reach import Reach
from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import about_children_of, scope_rows_about_children

from .models import SharedWith, State

scope_rows_about_children("letters.Enclosure", "letters.SentLetter", "letters.LetterOpened", "letters.Posting")


def _is_family(viewer: Viewer) -> bool:
    return viewer.role.reach in (Reach.FAMILY, Reach.SELF)


def _of_setting(viewer: Viewer) -> Q:
    """Those who answer for the whole setting, for children it has or had."""
    if viewer.role.reach != Reach.SETTING:
        return Q(pk__in=[])
    return about_children_of(viewer) & Q(holder_id=viewer.organisation)


@scope("letters.Letter")
def letter_scope(viewer: Viewer) -> Q:
    """Family: what was sent to this very person. Setting: its own letters."""
    if not _is_family(viewer):
        return _of_setting(viewer)
    mine = Q(to_young_person=True) if viewer.role.reach == Reach.SELF else Q(to_parent__account_id=viewer.person)
    return about_children_of(viewer) & Q(state=State.SENT) & mine


@scope("letters.MessageThread")
def thread_scope(viewer: Viewer) -> Q:
    if _is_family(viewer):
        return about_children_of(viewer) & Q(family_account_id=viewer.person)
    return _of_setting(viewer)


@scope("letters.Message")
def message_scope(viewer: Viewer) -> Q:
    if _is_family(viewer):
        return about_children_of(viewer) & Q(thread__family_account_id=viewer.person)
    return _of_setting(viewer)


@scope("letters.Communication")
def communication_scope(viewer: Viewer) -> Q:
    """Staff: of the children they work with. Family: what is shared with everyone, or with this parent."""
    if not _is_family(viewer):
        return about_children_of(viewer) & Q(holder_id=viewer.organisation)
    with_me = Q(shared_with=SharedWith.PARENT, with_parent__account_id=viewer.person)
    return about_children_of(viewer) & (Q(shared_with=SharedWith.EVERYONE) | with_me)


@scope("letters.Professional")
def professional_scope(viewer: Viewer) -> Q:
    return Q(holder_id=viewer.organisation) if viewer.role.reach == Reach.SETTING else Q(pk__in=[])


@scope("letters.Notice")
def notice_scope(viewer: Viewer) -> Q:
    return Q(account_id=viewer.person)
