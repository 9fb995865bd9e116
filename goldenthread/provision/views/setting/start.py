"""Start an intervention for a group of children: which children, then what they are given, written once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.children.hidden_words import hidden, shown
from goldenthread.children.names import plain
from goldenthread.children.register_address import with_changes
from goldenthread.process.drafts import discard_draft, draft_of, filled, mark_for, save_draft
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from ... import actions, queries
from ...forms import GroupForm
from ...in_plans import plan_notes
from ...permissions import GROUP_MANAGE
from .choosing import as_key, chosen_children

DRAFT = "group/start"


@needs(GROUP_MANAGE)
def choose_children(request: Request) -> HttpResponse:
    """The first question of a new group: which children, from the register or a class.

    A name that is looked for goes by POST and comes back unreadably, so that none stands in an address.
    """
    if request.method == "POST":
        query = with_changes(request.GET, find=hidden(request.POST.get("name", "")))
        return redirect(reverse("choose_children") + query)
    asked = request.GET
    words = shown(asked.get("find", ""))
    class_group, everyone = as_key(asked.get("class", "")), asked.get("who") == "everyone"
    choices = queries.children_to_choose(
        request.viewer, search=plain(words), class_group=class_group, on_register=not everyone
    )
    viewed(request, "children to choose for a group", [choice.child.pk for choice in choices])
    page = {
        "choices": choices,
        "classes": queries.all_classes(request.viewer),
        "words": words,
        "class_group": class_group,
        "everyone": everyone,
        "chosen": set(chosen_children(asked)),
        "none_chosen": "begin" in asked,
    }
    return render(request, "provision/choose_children.html", page)


@needs(GROUP_MANAGE)
def start_group(request: Request) -> HttpResponse:
    """The second question: what is given. Without children it leads back to the first."""
    viewer = request.viewer
    posted = request.method == "POST"
    draft = filled(draft_of(viewer.person, DRAFT))
    keys = chosen_children(request.POST if posted else request.GET) or chosen_children(draft)
    children = queries.children_among(viewer, keys)
    if not children:
        return redirect(f"{reverse('choose_children')}?begin=1")
    if posted and request.POST.get("save") == "draft":
        save_draft(viewer.person, DRAFT, request.POST)
        messages.success(request, _("Saved. You can go on with the group you began from this page."))
        return redirect("groups")
    form = GroupForm(request.POST if posted else draft, viewer=viewer, initial=_usual(request))
    if posted and form.is_valid():

        def act() -> str:
            group = actions.start_group(by=viewer, particulars=form.particulars(), children=keys)
            discard_draft(viewer.person, DRAFT)
            messages.success(request, _started(len(children)))
            if plan_notes(viewer, children, queries.group_of(viewer, group.pk).promises):
                messages.info(request, _("The page of the group says what is still to settle with the families."))
            return reverse("plan_group_timetable", args=[group.pk])

        return once(request, act)
    viewed(request, "children of a new group", [child.pk for child in children])
    page = {
        "form": form,
        "children": children,
        "notes": plan_notes(viewer, children),
        "key": new_submission_key(),
        "mark": mark_for(viewer.person, DRAFT),
    }
    return render(request, "provision/start_group.html", page)


def _usual(request: Request) -> dict[str, object]:
    """What the catalogue usually gives, when the address names one of its entries."""
    return queries.usual_of(request.viewer, as_key(request.GET.get("intervention", "")))


def _started(count: int) -> str:
    said = ngettext(
        "The group has started with %(count)d child.", "The group has started with %(count)d children.", count
    )
    return said % {"count": count} + " " + _("Now give it its places in the week.")
