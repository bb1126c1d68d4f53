"""The server itself: alive, and deaf to foreign host names."""

import http.client
from urllib.parse import urlsplit

import pytest


def status(server: str, path: str, host: str | None = None) -> int:
    place = urlsplit(server)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
    connection.request("GET", path, headers={"Host": host} if host else {})
    return connection.getresponse().status


def test_it_says_that_it_is_alive(server):
    assert status(server, "/healthz") == 200


def test_browsers_are_told_to_fetch_no_picture_from_elsewhere(server):
    place = urlsplit(server)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
    connection.request("GET", "/")
    assert "img-src 'self'" in connection.getresponse().headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/lead-lag"])
def test_a_web_page_elsewhere_cannot_reach_it_under_its_own_name(server, path):
    assert status(server, path, "rebound.example.com") == 400
    assert status(server, path) == 200
