from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchoolInformationConfig(AppConfig):
    name = "goldenthread.local_offer.school_information"
    label = "school_information"

    def ready(self) -> None:
        from goldenthread.pages.drafts import drafts_open
        from goldenthread.pages.navigation import in_navigation
        from goldenthread.provision.today import add_to_write

        from . import files, permissions, scopes  # noqa: F401  (they register themselves)
        from .headings import DRAFT_OF, HEADINGS, WHAT_CHANGED
        from .queries import asked_to_write

        in_navigation(_("SEN information report"), "information_report", right="information_report.view", order=45)
        in_navigation(
            _("Schools' reports"), "schools_reports", right="area.view", order=69, within="offer_office",
            about=_("Which schools have published their SEN information report, and which have not."),
        )  # fmt: skip
        for part in (*HEADINGS, WHAT_CHANGED):
            words = _("A part of the SEN information report")
            drafts_open(f"{DRAFT_OF}{part}", words, "report_heading", then=[part])
        add_to_write(asked_to_write)
