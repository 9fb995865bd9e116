"""An officer keeps the translation of a page into one language."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.access.rules import needs
from goldenthread.process.asking import shown_and_sent
from goldenthread.process.long_form import Page
from goldenthread.process.submissions import once
from goldenthread.request import Request

from .. import queries
from ..actions import pages as actions
from ..forms import TranslationForm
from ..languages import LANGUAGES
from ..models import PublishedTranslation
from ..permissions import OFFER_PAGE_PUBLISH, OFFER_PAGE_WRITE
from ..shared import TRANSLATION, values_of
from .keeping import keep_form


@needs(OFFER_PAGE_WRITE)
@shown_and_sent
def translate_office_page(request: Request, offer_page: UUID, language: str) -> HttpResponse:
    """Write a translation beside the English; keep it, or keep and show it.

    What was typed and never sent comes back whole: with its own day, and the version of the English it was made from.
    """
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    english = queries.shown(viewer, page) or queries.draft(viewer, page)
    found = queries.translation(viewer, page, language)
    seen = values_of(found, TRANSLATION)
    initial = seen or {"of_number": english and english.number}

    def keep(form: TranslationForm) -> str:
        publish = "publish" in request.POST
        actions.write_translation(
            by=viewer, page=page.pk, language=language, words=form.words, publish=publish, seen=seen
        )
        messages.success(request, _("Everybody can read it now.") if publish else _("Kept. It is not shown yet."))
        return reverse("office_page", args=[page.pk])

    around = {
        "offer_page": page, "english": english,
        "is_shown": found is not None and PublishedTranslation.objects.filter(pk=found.pk).exists(),
    }  # fmt: skip
    form_page = Page(
        name=f"offer_page/translate-{language}:{page.pk}", submit=_("Save, and do not show it yet"),
        heading=_("Translation: %(language)s") % {"language": LANGUAGES[language].english},
        back=reverse("office_page", args=[page.pk]), template="local_offer_sections/office/translate.html", more=around,
    )  # fmt: skip
    return keep_form(
        request, form_page, make=lambda data: TranslationForm(data, initial=initial, today=viewer.today), act=keep,
        names=TRANSLATION, now=lambda: values_of(queries.translation(viewer, page, language), TRANSLATION),
    )  # fmt: skip


@needs(OFFER_PAGE_PUBLISH)
@require_POST
def withdraw_office_translation(request: Request, offer_page: UUID, language: str) -> HttpResponse:
    def withdraw() -> str:
        actions.withdraw_translation(by=request.viewer, page=offer_page, language=language)
        messages.success(request, _("Taken off. Nobody sees it now."))
        return reverse("office_page", args=[offer_page])

    return once(request, withdraw)
