"""Who may open which file. PostgreSQL's wall says the same (migrations/0002_walls.py)."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.reach import Reach
from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import about_children_of, scope_rows_about_children

from .models import Audience

scope_rows_about_children("documents.StoredFile")


@scope("documents.Document")
def document_scope(viewer: Viewer) -> Q:
    """Family: what they gave, what is for everyone, what is for this parent. Staff: what their setting may open."""
    mine = Q(submitted_by_id=viewer.person)
    everyone = Q(audience=Audience.EVERYONE)
    if viewer.role.reach in (Reach.FAMILY, Reach.SELF):
        for_me = Q(audience=Audience.ONE_PARENT, for_parent__account_id=viewer.person)
        return about_children_of(viewer) & (mine | everyone | for_me)
    held = Q(holder_id=viewer.organisation) & ~Q(audience=Audience.OWN)
    if viewer.role.reach == Reach.SETTING:
        return about_children_of(viewer) & held
    return about_children_of(viewer) & held & ~Q(audience=Audience.ONE_PARENT)
