from django.urls import path

from .sections import SECTIONS_OF_AN_ENTRY
from .views import (
    archiving,
    claims,
    entries,
    moderation,
    open_to_all,
    organisations,
    providers,
    reports,
    sections,
    versions,
)

_ENTRY = "entries/<uuid:service>/"

urlpatterns = [
    path("entries/", entries.my_entries, name="my_entries"),
    path("entries/new/", entries.new_entry, name="new_entry"),
    path(_ENTRY, entries.entry_overview, name="entry_overview"),
    *(
        path(f"{_ENTRY}edit/{one.key}/", sections.section_view(one.key), name=f"edit_entry_{one.key}")
        for one in SECTIONS_OF_AN_ENTRY
    ),
    path(f"{_ENTRY}small/", sections.small_change, name="small_change"),
    path(f"{_ENTRY}look/", versions.preview_entry, name="preview_entry"),
    path(f"{_ENTRY}send/", entries.submit_entry, name="submit_entry"),
    path(f"{_ENTRY}publish/", entries.publish_entry, name="publish_entry"),
    path(f"{_ENTRY}take-back/", entries.take_entry_back, name="take_entry_back"),
    path(f"{_ENTRY}give-up/", entries.drop_entry_changes, name="drop_entry_changes"),
    path(f"{_ENTRY}check/", entries.check_entry, name="check_entry"),
    path(f"{_ENTRY}archive/", archiving.archive_entry, name="archive_entry"),
    path(f"{_ENTRY}bring-back/", archiving.bring_entry_back, name="bring_entry_back"),
    path(f"{_ENTRY}versions/", versions.entry_versions, name="entry_versions"),
    path("versions/<uuid:service_version>/", versions.entry_version, name="entry_version"),
    path("versions/<uuid:service_version>/restore/", versions.restore_entry_version, name="restore_entry_version"),
    path("to-approve/", moderation.offer_queue, name="offer_queue"),
    path("to-approve/<uuid:service_version>/", moderation.moderate_version, name="moderate_version"),
    path("to-approve/<uuid:service_version>/approve/", moderation.approve_version, name="approve_version"),
    path("to-approve/<uuid:service_version>/send-back/", moderation.send_version_back, name="send_version_back"),
    path("to-approve/<uuid:service_version>/reject/", moderation.reject_version, name="reject_version"),
    path("providers/", providers.offer_providers, name="offer_providers"),
    path("providers/<uuid:provider>/", providers.offer_provider, name="offer_provider"),
    path(
        "providers/<uuid:provider>/change/", organisations.change_offer_organisation, name="change_offer_organisation"
    ),
    path("providers/<uuid:provider>/invite/", providers.invite_provider_person, name="invite_provider_person"),
    path("providers/<uuid:provider>/trust/", providers.trust_offer_provider, name="trust_offer_provider"),
    path("providers/people/<uuid:member>/end/", providers.end_provider_person, name="end_provider_person"),
    path("claims/", claims.offer_claims, name="offer_claims"),
    path("claims/<uuid:claim>/", claims.offer_claim, name="offer_claim"),
    path("claims/<uuid:claim>/grant/", claims.grant_entry_claim, name="grant_entry_claim"),
    path("claims/<uuid:claim>/refuse/", claims.refuse_entry_claim, name="refuse_entry_claim"),
    path("reports/", reports.entry_reports, name="entry_reports"),
    path("reports/<uuid:page_report>/", reports.entry_report, name="entry_report"),
    path("reports/<uuid:page_report>/take/", reports.take_entry_report, name="take_entry_report"),
    path("reports/<uuid:page_report>/close/", reports.close_entry_report, name="close_entry_report"),
    path("reports/<uuid:page_report>/look-again/", reports.look_at_report_again, name="look_at_report_again"),
    path("service/<uuid:service>/wrong/", open_to_all.report_entry, name="report_entry"),
    path("wrong/sent/", open_to_all.entry_report_sent, name="entry_report_sent"),
    path("service/<uuid:service>/claim/", open_to_all.claim_entry, name="claim_entry"),
    path("claim/sent/", open_to_all.entry_claim_sent, name="entry_claim_sent"),
    path(
        "invitation/<uuid:provider_invitation>/",
        open_to_all.answer_provider_invitation,
        name="answer_provider_invitation",
    ),
    path("claim/<uuid:claim>/", open_to_all.prove_entry_claim, name="prove_entry_claim"),
]
