from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProvisionConfig(AppConfig):
    name = "goldenthread.provision"

    def ready(self) -> None:
        from goldenthread.pages.drafts import drafts_open
        from goldenthread.pages.first_pages import opens_first
        from goldenthread.pages.navigation import in_navigation
        from goldenthread.people.at_once import reached_by_work

        from . import permissions, register, scopes  # noqa: F401  (the first registers itself)

        register.join()
        reached_by_work(scopes.children_led)
        drafts_open("group/start", _("A group"), "start_group")

        in_navigation(_("Today"), "today", right="today.view", order=5)
        in_navigation(_("Groups"), "groups", right="group.manage", order=30)
        in_navigation(_("Checks"), "checks", right="delivery.record", order=35)
        for role in ("class_teacher", "teaching_assistant", "cover_teacher"):
            opens_first(role, "today")
