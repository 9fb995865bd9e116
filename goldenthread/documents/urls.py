from django.urls import path

from . import views

urlpatterns = [
    path("children/<uuid:child>/documents/", views.child_documents, name="child_documents"),
    path("children/<uuid:child>/documents/add/", views.add_document, name="add_document"),
    path("documents/<uuid:document>/", views.document, name="document"),
    path("documents/<uuid:document>/file/", views.document_file, name="document_file"),
    path("documents/<uuid:document>/newer/", views.new_version, name="new_version"),
    path("documents/<uuid:document>/audience/", views.document_audience, name="document_audience"),
]
