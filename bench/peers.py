"""What the register is measured beside: a bare keyset page, and Django's admin changelist, over the same rows."""

from __future__ import annotations

import os
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from goldenthread.children.models import Child, Need, StatusEntry
from goldenthread.children.queries.status import STANDS_FIRST

SCHOOL = UUID(os.environ["BENCH_SCHOOL"])
PAGE = 50


def on_the_register() -> QuerySet[Child]:
    """The same children in the same order, with year, status and primary need, straight from the tables."""
    standing = StatusEntry.objects.filter(holder_id=SCHOOL).order_by("child_id", *STANDS_FIRST).distinct("child_id")
    chosen = StatusEntry.objects.filter(pk__in=standing.values("pk"), status__in="KEM")
    entries = StatusEntry.objects.filter(child_id=OuterRef("pk"), holder_id=SCHOOL).order_by(*STANDS_FIRST)
    primary = Need.objects.filter(child_id=OuterRef("pk"), holder_id=SCHOOL, to_on=None).order_by("rank")
    here = Child.objects.filter(enrolments__holder_id=SCHOOL, enrolments__to_on=None)
    return here.filter(pk__in=chosen.values("child_id")).annotate(
        year=F("enrolments__year_group"),
        status=Subquery(entries.values("status")[:1]),
        need=Subquery(primary.values("sen_type")[:1]),
    )


BARE = """<!doctype html><title>Register</title><table>{% for child in rows %}
<tr><th scope="row"><a href="/children/{{ child.pk }}/">{{ child.family_name }}, {{ child.given_name }}</a></th>
<td>{{ child.year }}</td><td>{{ child.need }}</td><td>{{ child.status }}</td></tr>{% endfor %}</table>
{% if after %}<a href="?after={{ after }}">Next</a>{% endif %}"""


def bare(request: HttpRequest) -> HttpResponse:
    """The least a page can do: one keyset query, one small template."""
    rows = on_the_register().order_by("sort_name", "pk")
    after = request.GET.get("after")
    if after:
        name = Child.objects.values_list("sort_name", flat=True).get(pk=after)
        rows = rows.filter(Q(sort_name__gt=name) | Q(sort_name=name, pk__gt=after))
    found = list(rows[: PAGE + 1])
    context = {"rows": found[:PAGE], "after": found[PAGE - 1].pk if len(found) > PAGE else ""}
    return HttpResponse(engines["django"].from_string(BARE).render(context))


class OpenSite(admin.AdminSite):
    """The admin without sign-in: its own checks would only make it slower."""

    def has_permission(self, request: HttpRequest) -> bool:
        return True


class ChildAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The changelist with the same four columns."""

    list_display = ("listed", "year", "need", "status")
    list_per_page = PAGE
    ordering = ("sort_name", "pk")
    search_fields = ("sort_name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Child]:
        return on_the_register()

    def _allowed(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    has_view_permission = has_change_permission = has_module_permission = _allowed

    @admin.display(description="Child")
    def listed(self, child: Child) -> str:
        return f"{child.family_name}, {child.given_name}"

    def year(self, child: Any) -> str:
        return str(child.year)

    def need(self, child: Any) -> str:
        return str(child.need)

    def status(self, child: Any) -> str:
        return str(child.status)


site = OpenSite()
site.register(Child, ChildAdmin)
urlpatterns = [path("bare/", bare), path("admin/", site.urls)]
