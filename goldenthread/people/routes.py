"""Addresses of this room outside `account/`."""

from django.urls import path

from .views import adults, identity_providers, invitation, own, platform, rights, withheld

urlpatterns = [
    path("account/", own.account_overview, name="account_overview"),
    path("account/contact/", own.own_details, name="own_contacts"),
    path("account/contact/<uuid:parent>/", own.change_own_details, name="change_own_contact"),
    path("account/organisation/", identity_providers.identity_providers, name="identity_providers"),
    path("account/organisation/link/", identity_providers.link_identity_provider, name="link_identity_provider"),
    path("account/organisation/unlink/", identity_providers.unlink_identity_provider, name="unlink_identity_provider"),
    path("account/organisation/start/", identity_providers.set_out, name="identity_provider_start"),
    path("account/organisation/refused/", identity_providers.not_let_in, name="identity_provider_refused"),
    path("account/organisation/<slug:name>/back/", identity_providers.come_back, name="identity_provider_back"),
    path("account/rights/", rights.rights_notice, name="rights_notice"),
    path("invitation/", invitation.redeem_invitation, name="redeem_invitation"),
    path("invitation/account/", invitation.open_account, name="open_account"),
    path("invitation/check/", invitation.prove_email, name="prove_email"),
    path("invitation/opened/", invitation.account_opened, name="account_opened"),
    path("children/<uuid:child>/adults/", adults.child_adults, name="child_adults"),
    path("children/<uuid:child>/adults/add/", adults.add_adult, name="add_adult"),
    path("children/<uuid:child>/adults/known/", adults.share_adult, name="share_adult"),
    path("children/<uuid:child>/adults/<uuid:adult>/authority/", adults.change_authority, name="change_authority"),
    path("children/<uuid:child>/adults/<uuid:adult>/end/", adults.end_authority, name="end_authority"),
    path("children/<uuid:child>/adults/<uuid:adult>/contact/", adults.change_contact, name="change_contact"),
    path("children/<uuid:child>/adults/<uuid:adult>/invite/", adults.invite_parent, name="invite_parent"),
    path("children/<uuid:child>/invite/", adults.invite_young_person, name="invite_young_person"),
    path("children/<uuid:child>/invitations/<uuid:invitation>/", adults.invitation_sheet, name="invitation_sheet"),
    path(
        "children/<uuid:child>/invitations/<uuid:invitation>/cancel/",
        adults.cancel_invitation,
        name="cancel_invitation",
    ),
    path("children/<uuid:child>/withheld/<uuid:parent>/", withheld.withheld_address, name="withheld_address"),
    path("children/<uuid:child>/withheld/<uuid:parent>/record/", withheld.withhold_address, name="withhold_address"),
    path("children/<uuid:child>/withheld/<uuid:parent>/name/", withheld.name_reader, name="name_reader"),
    path(
        "children/<uuid:child>/withheld/<uuid:parent>/readers/<uuid:reader>/end/",
        withheld.end_reader,
        name="end_reader",
    ),
    path("children/<uuid:child>/rights/", rights.child_rights, name="child_rights"),
    path("children/<uuid:child>/rights/<uuid:parent>/", rights.decide_access, name="decide_access"),
    path("rights/", rights.rights_soon, name="rights_soon"),
    path("staff/", platform.staff_directory, name="staff_directory"),
    path("organisations/", platform.organisations, name="organisations"),
    path("organisations/add/", platform.create_organisation, name="create_organisation"),
    path("organisations/<uuid:organisation>/people/", platform.organisation_people, name="organisation_people"),
    path("organisations/<uuid:organisation>/people/add/", platform.invite_staff, name="invite_staff"),
    path("assignments/<uuid:assignment>/end/", platform.end_role, name="end_role"),
    path("assignments/<uuid:assignment>/invite/", platform.invite_again, name="invite_again"),
]
