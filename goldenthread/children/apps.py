from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChildrenConfig(AppConfig):
    name = "goldenthread.children"

    def ready(self) -> None:
        from goldenthread.pages.drafts import drafts_open
        from goldenthread.pages.first_pages import opens_first
        from goldenthread.pages.navigation import in_navigation

        from . import permissions, scopes  # noqa: F401  (they register themselves)
        from .record_parts import add_tab
        from .register import put_on_the_register

        put_on_the_register()
        drafts_open("profile/write", _("A one-page profile"), "write_profile")
        in_navigation(_("SEN register"), "register", right="register.view", order=10)
        in_navigation(_("Find a child"), "find_child", right="child.search", order=20)
        in_navigation(_("Classes"), "classes", right="strategies.view", order=30)
        in_navigation(_("Pupils"), "pupils", right="pupil.view", order=40)
        in_navigation(_("Numbers"), "numbers", right="numbers.view", order=80)
        add_tab(_("Record"), "child", right="child.view", order=10)
        add_tab(_("Profile"), "profile", right="profile.view", order=20)
        add_tab(_("Needs"), "needs", right="child.view", order=30)
        add_tab(_("Status"), "status", right="status.change", order=40)
        opens_first("senco", "register")
        opens_first("head", "register")
        opens_first("data_manager", "pupils")
        opens_first("governor", "numbers")
