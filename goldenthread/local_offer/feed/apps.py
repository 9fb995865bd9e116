from django.apps import AppConfig


class FeedConfig(AppConfig):
    """Has tables of its own (migrations) and no models: it writes nothing, and reads with SQL as the reader role."""

    name = "goldenthread.local_offer.feed"
    label = "local_offer_feed"
