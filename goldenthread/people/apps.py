from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "goldenthread.people"

    def ready(self) -> None:
        from goldenthread.organisations.contacts import answers_for_contacts
        from goldenthread.pages.first_pages import opens_first
        from goldenthread.pages.navigation import in_navigation

        from . import on_record, permissions, post, queries, scopes, sign_in_log  # noqa: F401  (they register themselves)

        sign_in_log.listen()
        on_record.register()
        answers_for_contacts(queries.sencos_of_settings)
        in_navigation(_("Rights and access"), "rights_soon", right="parent_access.decide", order=60)
        in_navigation(_("Staff"), "staff_directory", right="assignments.view", order=80)
        in_navigation(_("Organisations"), "organisations", right="organisations.manage", order=70)
        opens_first("platform_administrator", "organisations")
