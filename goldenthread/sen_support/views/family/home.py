"""My child, and My plan: where we are, what happens next, and the thread."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.access.scopes import reachable
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.children.record_parts import thread_of
from goldenthread.people.views.rights import notices_for
from goldenthread.provision.queries import CutShort, ThisWeek, this_week
from goldenthread.request import Request

from ...models import Question, Voice
from ...queries.children import is_family, is_own, senco_names
from ...queries.now import standing_of
from ...queries.plans import open_cycle, plan_of
from ...queries.thread import ahead
from ...queries.words import changes_for, words_about
from ...shown import plan_in_short
from ..common import family_about, for_family

SHOWN = 12


@needs(CHILD_VIEW)
def my_child(request: Request) -> HttpResponse:
    """The family's first page: the child, or a choice between several."""
    if not is_family(request.viewer):
        raise NotFound("family")
    if is_own(request.viewer):
        return redirect("my_plan")
    children = list(reachable(request.viewer, Child.objects.order_by("born_on", "sort_name"), CHILD_VIEW))
    if len(children) == 1:
        return redirect("my_child_page", child=children[0].pk)
    viewed(request, "choice of children", [child.pk for child in children])
    cards = [{"title": child.name, "href": reverse("my_child_page", args=[child.pk])} for child in children]
    return render(request, "sen_support/family/choose.html", {"cards": cards, "notices": notices_for(request)})


@needs(CHILD_VIEW)
def my_child_page(request: Request, child: UUID) -> HttpResponse:
    """Now, next, if not; this week; the thread; and where else to go."""
    found = family_about(request, child, CHILD_VIEW, "my child")
    context = for_family(request, found)
    standing = standing_of(request.viewer, found, context["school"])
    entries = thread_of(request.viewer, found.pk)
    context |= {
        "standing": standing,
        "week": [week_line(one) for one in this_week(request.viewer, found.pk)],
        "entries": entries[:SHOWN],
        "more": len(entries) > SHOWN,
        "ahead": ahead(request.viewer, standing.review),
        "links": links(request, found),
        "notices": notices_for(request),
        "several": len(request.viewer.children) > 1,
        "sencos": senco_names(request.viewer, context["school"].pk),
    }
    return render(request, "sen_support/family/my_child.html", context)


@needs(CHILD_VIEW)
def my_thread(request: Request, child: UUID) -> HttpResponse:
    """The whole thread, to its first entry."""
    found = family_about(request, child, CHILD_VIEW, "the whole thread")
    context = for_family(request, found) | {"entries": thread_of(request.viewer, found.pk)}
    return render(request, "sen_support/family/thread.html", context)


def week_line(one: ThisWeek) -> dict[str, str]:
    """One dose of this week in words: done, cut short and missed with the reasons, and the next day."""
    done = _("%(done)s of %(planned)s done") % {"done": one.done, "planned": one.planned}
    if one.cut_short:
        done += _in_part(one.cut_short)
    if one.extra:
        done += ngettext(", and %(count)s made up", ", and %(count)s made up", one.extra) % {"count": one.extra}
    missed = [
        _("Missed on %(day)s: %(reason)s.")
        % {"day": date_format(entry.on, "l"), "reason": entry.get_reason_display().lower()}
        for entry in one.entries
        if entry.state == "missed"
    ]
    after = [_("Next: %s.") % date_format(one.next_on, "l j F")] if one.next_on else []
    href = reverse("dose", args=[one.dose.pk])
    return {"what": one.dose.what, "done": done, "more": " ".join([*missed, *after]), "href": href}


def _in_part(cut_short: Sequence[CutShort]) -> str:
    """ ", one in part (10 of 20 minutes: child away)"."""
    told = [
        _("%(given)s of %(planned)s minutes: %(reason)s")
        % {
            "given": one.entry.minutes,
            "planned": one.planned_minutes,
            "reason": one.entry.get_reason_display().lower(),
        }
        for one in cut_short
    ]
    said = ngettext(", one in part (%(told)s)", ", %(count)s in part (%(told)s)", len(told))
    return said % {"count": len(told), "told": "; ".join(told)}


def links(request: Request, child: Child) -> list[dict[str, str]]:
    """Where else to go from here. Pages of other rooms are offered where they exist."""
    own = is_own(request.viewer)
    name = child.first_name
    wanted = [
        (_("My plan, what we agreed") if own else _("%s's plan, what we agreed") % name, "my_agreed"),
        (_("What I am promised, and what I get") if own else _("What %s is promised and gets") % name, "child_support"),
        (_("My words") if own else _("%s's words, and yours") % name, "my_words"),
        (_("Worries, and where they stand"), "my_worries"),
        (_("Reviews"), "my_reviews"),
        (_("One-page profile"), "profile"),
        (_("Letters"), "my_letters"),
        (_("Documents"), "child_documents"),
        (_("Messages with the school"), "my_messages"),
        (_("Who has looked"), "who_has_looked"),
        (_("If this is not working"), "if_not_working"),
    ]
    if own:
        wanted.insert(-1, (_("Who in my family may see this"), "child_rights"))
    return [{"text": text, "href": href} for text, page in wanted if (href := address(page, child.pk))]


def address(page: str, child: UUID) -> str:
    """The address of a page about a child; "" when no room offers it."""
    try:
        return reverse(page, kwargs={"child": child})
    except NoReverseMatch:
        return ""


@needs(CHILD_VIEW)
def my_plan(request: Request) -> HttpResponse:
    """The young person's first page: their own words first, then one choice a page."""
    child = own_record(request)
    context = for_family(request, child)
    words = words_about(request.viewer, child.pk, voice=Voice.CHILD)
    context |= {
        "words": words[:3],
        "standing": standing_of(request.viewer, child, context["school"]),
        "links": links(request, child),
    }
    return render(request, "sen_support/family/my_plan.html", context)


def own_record(request: Request) -> Child:
    """The young person's own record. Raises NotFound for anybody else."""
    if not is_own(request.viewer):
        raise NotFound("own record")
    return family_about(request, next(iter(request.viewer.children)), CHILD_VIEW, "my plan")


@needs(CHILD_VIEW)
def my_promises(request: Request) -> HttpResponse:
    """What people agreed to do, for the young person."""
    child = own_record(request)
    cycle = open_cycle(request.viewer, child.pk)
    plan = plan_of(request.viewer, cycle) if cycle else None
    context = for_family(request, child) | {"plan": plan, "targets": plan_in_short(plan) if plan else []}
    return render(request, "sen_support/family/my_promises.html", context)


@needs(CHILD_VIEW)
def my_next(request: Request) -> HttpResponse:
    """What I want to happen next, in their own words."""
    child = own_record(request)
    words = words_about(request.viewer, child.pk, voice=Voice.CHILD, question=Question.NEXT)
    return render(request, "sen_support/family/my_next.html", for_family(request, child) | {"words": words})


@needs(CHILD_VIEW)
def my_changes(request: Request) -> HttpResponse:
    """What changed because of what I said."""
    child = own_record(request)
    context = for_family(request, child) | {"changes": changes_for(request.viewer, child.pk)}
    return render(request, "sen_support/family/my_changes.html", context)
