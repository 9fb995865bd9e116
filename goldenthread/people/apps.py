from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "goldenthread.people"

    def ready(self) -> None:
        from . import permissions, scopes  # noqa: F401  (they register themselves)
