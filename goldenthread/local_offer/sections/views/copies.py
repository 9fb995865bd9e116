"""Get this another way (regulation 57): the ways there are, and a form to ask for a copy. No account, no JavaScript."""

from __future__ import annotations

from datetime import date

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.access.rules import public
from goldenthread.privacy.secrets import keyed_hash
from goldenthread.process.submissions import KEY, new_submission_key

from ...offers import day_of, offer_of
from ..copies import SEND_WITHIN, Wanted, receive_request
from ..forms import AskForCopyForm
from ..models import PublishedPage
from .showing import show

LIMITS = {"copy": "20/h/ip"}  # a school or a library is one address
_SENT = "offer_copy_sent"


@public
@require_http_methods(["GET", "HEAD", "POST"])
def offer_another_way(request: HttpRequest) -> HttpResponse:
    """Every way to get the offer, and the form. ?page=NAME chooses that page beforehand."""
    offer = offer_of(request)
    pages = list(PublishedPage.objects.filter(authority_id=offer.authority_id).values_list("slug", "title"))
    initial = {"page": request.GET.get("page", "")}
    form = AskForCopyForm(request.POST if request.method == "POST" else None, pages=pages, initial=initial)
    context = {"form": form, "key": request.POST.get(KEY) or new_submission_key(), "days": SEND_WITHIN.days}
    if request.method != "POST" or not form.is_valid():
        return show(request, "another_way.html", context)
    if ratelimit.consume(request, app="goldenthread.local_offer", action="copy", config=LIMITS) is None:
        form.add_error(None, _("Many copies were asked for from here in the last hour. Try again later, or ring us."))
        return show(request, "another_way.html", context, status=429)
    answers = {name: value or "" for name, value in form.cleaned_data.items()}
    made = receive_request(
        offer=offer, wanted=Wanted(**answers), today=day_of(request),
        sent_key=keyed_hash("copy-asked", str(context["key"])[:64])[:32],
    )  # fmt: skip
    request.session[_SENT] = [made.reference, made.send_by.isoformat()]
    return redirect("offer_another_way_asked")


@public
@require_safe
def offer_another_way_asked(request: HttpRequest) -> HttpResponse:
    """The reference, and by when it is sent. Without a request just sent it leads to the form."""
    sent = request.session.get(_SENT)
    if not sent:
        return redirect("offer_another_way")
    return show(request, "another_way_asked.html", {"reference": sent[0], "send_by": date.fromisoformat(sent[1])})
