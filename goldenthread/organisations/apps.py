from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "goldenthread.organisations"

    def ready(self) -> None:
        from . import permissions  # noqa: F401  (they register themselves)
