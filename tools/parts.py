"""The list of parts (SBOM, CycloneDX 1.6): every package that a running Golden Thread holds, by name and version.

Made from the files that pin them, so it names what is installed from them and nothing from this machine. The hashes of
each file stand in those files.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model.bom import Bom
from cyclonedx.model.bom_ref import BomRef
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
PINNED = {"base": ComponentScope.REQUIRED, "s3": ComponentScope.OPTIONAL, "fast-law": ComponentScope.OPTIONAL}
IN_THE_PAGES = ("govuk-frontend", "@fontsource/atkinson-hyperlegible")  # of what tools/build_assets packs
_LINE = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.M)


def parts() -> str:
    """The document, the same each time for the same files."""
    found = {**_of_python(), **_of_pages()}
    whole = Component(name="golden-thread", type=ComponentType.APPLICATION, bom_ref=BomRef("golden-thread"))
    bom = Bom(components=found.values(), serial_number=uuid5(NAMESPACE_URL, " ".join(sorted(found))))
    bom.metadata.component = whole
    bom.register_dependency(whole, found.values())
    told = json.loads(JsonV1Dot6(bom).output_as_string())
    del told["metadata"]["timestamp"]  # it would differ each time; the day is that of the commit
    return json.dumps(told, indent=1, sort_keys=True)


def _of_python() -> dict[str, Component]:
    found: dict[str, Component] = {}
    for name, scope in PINNED.items():
        for package, version in _LINE.findall((ROOT / "requirements" / f"{name}.txt").read_text()):
            one = _part(PackageURL("pypi", name=package.lower(), version=version), scope)
            found.setdefault(str(one.purl), one)
    return found


def _of_pages() -> dict[str, Component]:
    pinned = json.loads((ROOT / "goldenthread/design_system/assets/manifest.json").read_text())["packages"]["npm"]
    made = {}
    for name in IN_THE_PAGES:
        space, _slash, short = name.rpartition("/")
        one = _part(
            PackageURL("npm", namespace=space or None, name=short, version=pinned[name]), ComponentScope.REQUIRED
        )
        made[str(one.purl)] = one
    return made


def _part(address: PackageURL, scope: ComponentScope) -> Component:
    return Component(
        name="/".join(filter(None, (address.namespace, address.name))), version=address.version, purl=address,
        scope=scope, type=ComponentType.LIBRARY, bom_ref=BomRef(str(address)),
    )  # fmt: skip
