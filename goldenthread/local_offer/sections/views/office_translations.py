"""An officer keeps the translation of a page into one language."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.access.rules import needs
from goldenthread.process.asking import asked, posted, shown_and_sent
from goldenthread.process.drafts import discard_draft, draft_of, filled, mark_for
from goldenthread.process.submissions import once
from goldenthread.request import Request

from .. import queries
from ..actions import pages as actions
from ..forms import TranslationForm
from ..languages import LANGUAGES
from ..models import PublishedTranslation
from ..permissions import OFFER_PAGE_PUBLISH, OFFER_PAGE_WRITE

_FIELDS = ("title", "summary", "body", "translator", "translated_on", "of_number")


@needs(OFFER_PAGE_WRITE)
@shown_and_sent
def translate_office_page(request: Request, offer_page: UUID, language: str) -> HttpResponse:
    """Write a translation beside the English; keep it, or keep and show it."""
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    english = queries.shown(viewer, page) or queries.draft(viewer, page)
    found = queries.translations(viewer, page).filter(language=language).first()
    initial = {name: getattr(found, name) for name in _FIELDS} if found else {"of_number": english and english.number}
    name = f"offer_page/translate-{language}:{page.pk}"
    kept = None if request.method == "POST" else filled(draft_of(viewer.person, name))
    if kept is not None:
        initial |= {part: kept.get(part, "") for part in ("title", "summary", "body", "translator")}
    form = TranslationForm(posted(request), initial=initial, today=viewer.today)

    def keep() -> str:
        publish = "publish" in request.POST
        actions.write_translation(by=viewer, page=page.pk, language=language, words=form.words, publish=publish)
        discard_draft(viewer.person, name)
        messages.success(request, _("Everybody can read it now.") if publish else _("Kept. It is not shown yet."))
        return reverse("office_page", args=[page.pk])

    heading = _("Translation: %(language)s") % {"language": LANGUAGES[language].english}
    return asked(
        request, form, keep, heading=heading, submit=_("Save"),
        back=reverse("office_page", args=[page.pk]), template="local_offer_sections/office/translate.html", page=page,
        written_in=LANGUAGES[language], english=english, draft_mark=mark_for(viewer.person, name), kept=kept is not None,
        is_shown=found is not None and PublishedTranslation.objects.filter(pk=found.pk).exists(),
    )  # fmt: skip


@needs(OFFER_PAGE_PUBLISH)
@require_POST
def withdraw_office_translation(request: Request, offer_page: UUID, language: str) -> HttpResponse:
    def withdraw() -> str:
        actions.withdraw_translation(by=request.viewer, page=offer_page, language=language)
        messages.success(request, _("Taken off. Nobody sees it now."))
        return reverse("office_page", args=[offer_page])

    return once(request, withdraw)
