"""What anybody may do without an account: say that an entry is theirs, and tell what is wrong on a page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public
from goldenthread.design_system.forms import Form
from goldenthread.privacy.secrets import keyed_hash
from goldenthread.process.submissions import KEY, new_submission_key

from ...models import Listing
from ...offers import day_of, listings_of, offer_of
from ...views.page import show as show_public
from ..forms.short import ClaimForm, CodeForm, InvitationAnswerForm, ReportForm
from ..invited import answer_invitation
from ..models import Claim
from ..receiving import Claimed, Told, TooMany, prove_claim, receive_claim, receive_report
from ..timeline import CLAIM_FACTS_DAYS, CLAIM_LINK_DAYS, REPORT_WORDS_DAYS, REPORT_WORKING_DAYS

# From one connection, as for comments: a school or a library is one. A claim sends a mail, so fewer of them; and few to
# one address and for one entry, however many connections they come from.
LIMITS = {
    "entry_report": "20/h/ip", "entry_claim": "10/h/ip", "entry_claim_address": "3/d/key", "entry_claim_entry": "20/d/key",
    "entry_code": "20/h/ip",
}  # fmt: skip
_SENT, _PROVED = "entry_sent", "entry_claim_proved"
_methods = require_http_methods(["GET", "HEAD", "POST"])


def _shown(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    days = {
        "link_days": CLAIM_LINK_DAYS,
        "report_days": REPORT_WORKING_DAYS,
        "facts_days": CLAIM_FACTS_DAYS,
        "words_days": REPORT_WORDS_DAYS,
    }
    return show_public(request, template, days | context, status=status)


def _listing(request: HttpRequest, service: UUID) -> Listing:
    found = listings_of(offer_of(request), day_of(request)).filter(pk=service).first()
    if found is None:
        raise NotFound("service")
    return found


def _sent_key(request: HttpRequest) -> str:
    """The hidden key of the form; one of its own for a form without."""
    return request.POST.get(KEY, "")[:64] or new_submission_key()


def _within(request: HttpRequest, action: str, key: str | None = None) -> bool:
    return ratelimit.consume(request, app="goldenthread.local_offer", action=action, config=LIMITS, key=key) is not None


def _too_many(request: HttpRequest, form: Form, action: str) -> bool:
    if _within(request, action):
        return False
    form.add_error(None, _("Many were sent from here in a short time. Wait an hour, or ring us."))
    return True


def _may_send(request: HttpRequest, email: str, service: UUID) -> bool:
    """Whether one more mail may go to this address, and for this entry, today. The address is counted as a hash."""
    address = keyed_hash("offer-claim-address", email.lower())
    return _within(request, "entry_claim_address", address) and _within(request, "entry_claim_entry", str(service))


@public
@_methods
def report_entry(request: HttpRequest, service: UUID) -> HttpResponse:
    """What is wrong, in one's own words, with an address for the answer or without."""
    listing, status = _listing(request, service), 200
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not _too_many(request, form, "entry_report"):
            said = Told(form.cleaned_data["topic"], form.cleaned_data["words"], form.cleaned_data["email"])
            report = receive_report(
                offer=offer_of(request), service=service, told=said, sent_key=_sent_key(request),
                today=day_of(request), site=request.build_absolute_uri("/"),
            )  # fmt: skip
            request.session[_SENT] = ["report", report.reference, bool(said.email)]
            return redirect("entry_report_sent")
        status = 429
    context = {"form": form, "listing": listing, KEY: request.POST.get(KEY) or new_submission_key()}
    return _shown(request, "editing/report.html", context, status=status)


@public
@_methods
def claim_entry(request: HttpRequest, service: UUID) -> HttpResponse:
    """Who one is, and where the code goes."""
    listing, status = _listing(request, service), 200
    form = ClaimForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        claim = None if _too_many(request, form, "entry_claim") else _claimed(request, form, service)
        if claim is not None:
            request.session[_SENT] = ["claim", claim.reference, True]
            return redirect("entry_claim_sent")
        status = 429
    context = {"form": form, "listing": listing, KEY: request.POST.get(KEY) or new_submission_key()}
    return _shown(request, "editing/claim.html", context, status=status)


def _claimed(request: HttpRequest, form: ClaimForm, service: UUID) -> Claim | None:
    """The claim; None, with a sentence in the form, when too many were made."""
    said = Claimed(**{name: form.cleaned_data[name] for name in ("name", "job_title", "email", "words")})
    try:
        return receive_claim(
            offer=offer_of(request), service=service, said=said, sent_key=_sent_key(request), today=day_of(request),
            link_to=lambda key: request.build_absolute_uri(reverse("prove_entry_claim", args=[key])),
            may_send=lambda: _may_send(request, said.email, service),
        )  # fmt: skip
    except TooMany:
        form.add_error(None, _("Many were sent to this address or for this entry today. Wait a day, or ring us."))
        return None


@public
@require_safe
def entry_report_sent(request: HttpRequest) -> HttpResponse:
    return _after_sending(request, "report", "editing/report_sent.html")


@public
@require_safe
def entry_claim_sent(request: HttpRequest) -> HttpResponse:
    return _after_sending(request, "claim", "editing/claim_sent.html")


def _after_sending(request: HttpRequest, what: str, template: str) -> HttpResponse:
    """The reference, and what happens next. Without something just sent it leads to the Local Offer's first page."""
    kept = request.session.get(_SENT)
    if not isinstance(kept, list) or kept[0] != what:
        return redirect("offer_home")
    return _shown(request, template, {"reference": kept[1], "with_email": kept[2]})


@public
@_methods
def prove_entry_claim(request: HttpRequest, claim: UUID) -> HttpResponse:
    """Where the mail leads: the code is typed and sent, so that it stands in no address and in no log.

    The page is the same for any claim, also for one that is not there. Sent twice, it still says thank you.
    """
    form, status = CodeForm(request.POST if request.method == "POST" else None), 200
    if request.method == "POST" and form.is_valid():
        if not _too_many(request, form, "entry_code"):
            found = prove_claim(
                offer=offer_of(request), claim=claim, code=form.cleaned_data["code"], today=day_of(request)
            )
            if found is not None:
                request.session[_PROVED] = [str(claim), found.reference]
            elif request.session.get(_PROVED, [""])[0] != str(claim):
                form.add_error("code", _("This code does not fit, was used, or is too old. Look at the e-mail again."))
        else:
            status = 429
    proved = request.session.get(_PROVED, ["", ""])
    reference = proved[1] if proved[0] == str(claim) else ""
    return _shown(request, "editing/prove.html", {"form": form, "reference": reference}, status=status)


@public
@_methods
def answer_provider_invitation(request: HttpRequest, provider_invitation: UUID) -> HttpResponse:
    """Somebody whom an owner invited says yes or no, with the code of the mail."""
    form, status = InvitationAnswerForm(request.POST if request.method == "POST" else None), 200
    found = None
    if request.method == "POST" and form.is_valid():
        if not _too_many(request, form, "entry_code"):
            found = answer_invitation(
                offer=offer_of(request), invitation=provider_invitation, code=form.cleaned_data["code"],
                accepts=form.cleaned_data["answer"] == "yes", today=day_of(request),
                site=request.build_absolute_uri("/"),
            )  # fmt: skip
            if found is None:
                form.add_error("code", _("This code does not fit, was used, or is too old. Look at the e-mail again."))
        else:
            status = 429
    return _shown(request, "editing/invitation.html", {"form": form, "invitation": found}, status=status)
