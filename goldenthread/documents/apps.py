from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "goldenthread.documents"
    verbose_name = _("Documents")

    def ready(self) -> None:
        from goldenthread.children.record_parts import add_tab

        from . import files, permissions, scopes  # noqa: F401  (they register themselves)

        add_tab(_("Documents"), "child_documents", right="document.view", order=74)
