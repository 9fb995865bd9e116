from django.apps import AppConfig


class DatabaseConfig(AppConfig):
    name = "goldenthread.database"

    def ready(self) -> None:
        from . import among  # noqa: F401  (registers the lookup)
