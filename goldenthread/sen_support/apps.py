from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SenSupportConfig(AppConfig):
    name = "goldenthread.sen_support"

    def ready(self) -> None:
        from goldenthread.pages.first_pages import opens_first
        from goldenthread.pages.navigation import in_navigation

        from . import begun, group_help, letters, permissions, register, scopes  # noqa: F401  (they register themselves)

        register.join()
        letters.join()
        begun.join()
        group_help.join()
        opens_first("parent", "my_child")
        opens_first("young_person", "my_plan")
        in_navigation(_("Home"), "my_child", right="plan.agree", order=1)
        in_navigation(_("Worries"), "worries", right="strategies.view", order=32)
        in_navigation(_("Reviews"), "reviews", right="calendar.view", order=35)
