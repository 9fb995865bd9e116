from django.urls import path, register_converter

from . import views
from .addresses import FileKindConverter

register_converter(FileKindConverter, "file_kind")

urlpatterns = [
    path("import/", views.start, name="import"),
    path("import/<file_kind:kind>/", views.bring, name="import_bring"),
    path("import/<file_kind:kind>/template.csv", views.blank, name="import_template"),
    path("import/files/<uuid:batch>/", views.batch, name="import_batch"),
    path("import/files/<uuid:batch>/problems.csv", views.problems, name="import_problems"),
]
