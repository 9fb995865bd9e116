from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "goldenthread.letters"

    def ready(self) -> None:
        from . import permissions  # noqa: F401  (they register themselves)
