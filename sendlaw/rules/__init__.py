"""The rules, one module for each procedure. Reading this package fills the rule book."""

from importlib import import_module
from pkgutil import iter_modules

MODULES = tuple(sorted(module.name for module in iter_modules(__path__)))

for _name in MODULES:
    import_module(f"{__name__}.{_name}")
