from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    name = "goldenthread.letters"

    def ready(self) -> None:
        from goldenthread.pages.drafts import drafts_open
        from goldenthread.pages.navigation import in_navigation

        from . import files, on_record, permissions, scopes  # noqa: F401  (they register themselves)

        on_record.register()
        in_navigation(_("Letters"), "letters", right="letter.send", order=45)
        in_navigation(_("Messages"), "messages", right="message.answer", order=46)
        in_navigation(_("Messages"), "family_messages", right="message.send", order=46)
        for form, title, page in (
            ("letter/change", _("A change to a letter"), "change_letter"),
            ("message/new", _("A message to the school"), "write_to_school"),
            ("message/begin", _("A message to a family"), "begin_messages"),
            ("message/answer", _("An answer to a family"), "message_thread"),
            ("message/reply", _("A reply to the school"), "my_message_thread"),
            ("talk", _("A call or meeting"), "record_communication"),
            ("talk/mend", _("A change to a call or meeting"), "mend_communication"),
        ):
            drafts_open(form, title, page)
