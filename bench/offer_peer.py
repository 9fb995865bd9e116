"""What the feed is measured beside: a plain Django REST framework view over a flat table of the same services."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.offer_peer_settings")
application = get_wsgi_application()

from django.db import models  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework import generics, pagination, serializers  # noqa: E402


class Organization(models.Model):
    id = models.UUIDField(primary_key=True)
    name = models.TextField()
    description = models.TextField()
    email = models.TextField(null=True)
    website = models.TextField(null=True)

    class Meta:
        managed = False
        app_label, db_table = "bench", "bench_organization"


class Service(models.Model):
    id = models.UUIDField(primary_key=True)
    organization = models.ForeignKey(Organization, models.CASCADE)
    name = models.TextField()
    description = models.TextField(null=True)
    url = models.TextField(null=True)
    email = models.TextField(null=True)
    status = models.TextField()
    fees = models.TextField(null=True)
    minimum_age = models.FloatField(null=True)
    maximum_age = models.FloatField(null=True)
    assured_date = models.TextField(null=True)
    last_modified = models.TextField()

    class Meta:
        managed = False
        app_label, db_table = "bench", "bench_service"


class OrganizationOut(serializers.ModelSerializer[Organization]):
    class Meta:
        model = Organization
        fields = ("id", "name", "description", "email", "website")


class ServiceOut(serializers.ModelSerializer[Service]):
    organization = OrganizationOut()

    class Meta:
        model = Service
        fields = ("id", "organization_id", "name", "description", "url", "email", "status", "fees", "minimum_age",
                  "maximum_age", "assured_date", "last_modified", "organization")  # fmt: skip


class Fifty(pagination.PageNumberPagination):
    page_size = 50


class Services(generics.ListAPIView[Service]):
    """With the count that the framework makes for every page."""

    serializer_class, pagination_class = ServiceOut, Fifty

    def get_queryset(self) -> models.QuerySet[Service]:
        found = Service.objects.select_related("organization").order_by("name", "id")
        body = self.request.query_params.get("organization_id")
        return found.filter(organization_id=body) if body else found


class OneService(generics.RetrieveAPIView[Service]):
    queryset, serializer_class = Service.objects.select_related("organization"), ServiceOut


urlpatterns = [path("services", Services.as_view()), path("services/<uuid:pk>", OneService.as_view())]
