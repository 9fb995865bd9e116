from django.apps import AppConfig


class ProvisionConfig(AppConfig):
    name = "goldenthread.provision"

    def ready(self) -> None:
        from . import permissions, scopes  # noqa: F401  (they register themselves)
