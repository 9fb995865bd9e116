"""Ordnance Survey eastings and northings to latitude and longitude, to about five metres.

Source: "A guide to coordinate systems in Great Britain", Ordnance Survey, annex C (projection) and section 6.6 (Helmert
transformation from OSGB36 to WGS84).
"""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, pi, radians, sin, sqrt, tan

_A, _B = 6377563.396, 6356256.909  # Airy 1830
_F0, _LATITUDE0, _LONGITUDE0, _N0, _E0 = 0.9996012717, radians(49), radians(-2), -100000.0, 400000.0
_E2, _N = 1 - (_B / _A) ** 2, (_A - _B) / (_A + _B)
_SHIFT = (446.448, -125.157, 542.060)  # metres
_TURN = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
_SCALE = 1 - 20.4894e-6


def latitude_longitude(easting: float, northing: float) -> tuple[float, float]:
    """WGS 84 degrees, rounded to a tenth of a metre or so."""
    latitude, longitude = _on_airy(easting, northing)
    nu = _A / sqrt(1 - _E2 * sin(latitude) ** 2)
    at = (nu * cos(latitude) * cos(longitude), nu * cos(latitude) * sin(longitude), nu * (1 - _E2) * sin(latitude))
    x = _SHIFT[0] + _SCALE * at[0] - _TURN[2] * at[1] + _TURN[1] * at[2]
    y = _SHIFT[1] + _TURN[2] * at[0] + _SCALE * at[1] - _TURN[0] * at[2]
    z = _SHIFT[2] - _TURN[1] * at[0] + _TURN[0] * at[1] + _SCALE * at[2]
    return _on_wgs84(x, y, z)


def _arc(latitude: float) -> float:
    n, apart, together = _N, latitude - _LATITUDE0, latitude + _LATITUDE0
    return _B * _F0 * (
        (1 + n + 1.25 * n**2 + 1.25 * n**3) * apart
        - (3 * n + 3 * n**2 + 2.625 * n**3) * sin(apart) * cos(together)
        + (1.875 * n**2 + 1.875 * n**3) * sin(2 * apart) * cos(2 * together)
        - 35 / 24 * n**3 * sin(3 * apart) * cos(3 * together)
    )  # fmt: skip


def _on_airy(easting: float, northing: float) -> tuple[float, float]:
    latitude, arc = _LATITUDE0, 0.0
    for _turn in range(10):
        latitude += (northing - _N0 - arc) / (_A * _F0)
        arc = _arc(latitude)
        if abs(northing - _N0 - arc) < 1e-5:
            break
    nu = _A * _F0 / sqrt(1 - _E2 * sin(latitude) ** 2)
    rho = _A * _F0 * (1 - _E2) * (1 - _E2 * sin(latitude) ** 2) ** -1.5
    eta2, t, sec, d = nu / rho - 1, tan(latitude), 1 / cos(latitude), easting - _E0
    north = latitude - t / (2 * rho * nu) * d**2
    north += t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta2 - 9 * t**2 * eta2) * d**4
    north -= t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4) * d**6
    east = _LONGITUDE0 + sec / nu * d - sec / (6 * nu**3) * (nu / rho + 2 * t**2) * d**3
    east += sec / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4) * d**5
    return north, east


def _on_wgs84(x: float, y: float, z: float) -> tuple[float, float]:
    a, b = 6378137.0, 6356752.3142
    e2, flat = 1 - (b / a) ** 2, hypot(x, y)
    latitude = atan2(z, flat * (1 - e2))
    for _turn in range(10):
        nu = a / sqrt(1 - e2 * sin(latitude) ** 2)
        latitude = atan2(z + e2 * nu * sin(latitude), flat)
    assert -pi <= latitude <= pi
    return round(degrees(latitude), 6), round(degrees(atan2(y, x)), 6)
