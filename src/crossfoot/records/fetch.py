"""Named data sets from their publishers' own addresses, and files from an address a user gives.

Nothing is fetched unless asked for by name or address. A download goes to a file beside its
target, is taken up again where it was cut off, and becomes the target only when it is whole and
its checksum is right.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException, HTTPMessage, HTTPResponse
from importlib import resources
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from crossfoot._version import __version__
from crossfoot.model import InputError
from crossfoot.records.store import digest

_CHUNK = 1 << 16
_TRIES = 3
_SECONDS = 60.0
_AGENT = f"crossfoot/{__version__}"


@dataclass(frozen=True, slots=True)
class DataSet:
    """A released data set: what it is, whose, under what terms, and where."""

    name: str
    title: str
    publisher: str
    page: str
    terms: str
    url: str | None = None
    file: str | None = None
    sha256: str | None = None
    moving: bool = False


@cache
def data_sets() -> Mapping[str, DataSet]:
    """The data sets of the pack, by name."""
    folder = resources.files("crossfoot.packs.us_immigration")
    entries = tomllib.loads(folder.joinpath("datasets.toml").read_text("utf-8"))
    return {name: DataSet(name, **entry) for name, entry in entries.items()}


def fetch(
    name: str, folder: Path, *, say: Callable[[str], None] = lambda _: None
) -> tuple[Path, DataSet]:
    """Bring a data set into *folder*; one that is there with the right checksum is not fetched.

    Raises:
        InputError: there is no such set, it cannot be had, or it is not the edition expected.
    """
    found = data_sets().get(name)
    if found is None:
        known = ", ".join(data_sets())
        raise InputError(f"no data set is named {name!r}; known are {known}")
    if found.file is not None:
        return Path(str(resources.files("crossfoot.packs.us_immigration") / found.file)), found
    assert found.url is not None
    return download(found.url, folder, sha256=found.sha256, say=say), found


def download(
    url: str,
    folder: Path,
    *,
    sha256: str | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """Download *url* into *folder*, going on where an earlier attempt was cut off.

    Raises:
        InputError: the address cannot be read, or what came has another checksum.
    """
    if urlsplit(url).scheme not in {"http", "https"}:
        raise InputError(f"{url}: only http and https addresses are fetched")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / _file_name(url)
    if sha256 and target.exists() and digest(target) == sha256:
        return target
    part = target.with_name(target.name + ".part")
    for attempt in range(1, _TRIES + 1):
        try:
            _receive(url, part)
            break
        except (URLError, HTTPException, OSError) as error:
            reason = _reason(error)
            if isinstance(error, HTTPError) and error.code < 500:
                raise InputError(f"{url}: {reason}") from None
            if attempt == _TRIES:
                raise InputError(f"{url}: {reason}; run it again to go on from there") from None
            say(f"{url}: {reason}, trying again")
    if sha256 and (got := digest(part)) != sha256:
        part.unlink()
        raise InputError(
            f"{url}: the file has checksum {got[:12]}…, not {sha256[:12]}…: another edition, or "
            "damaged; nothing was kept"
        )
    os.replace(part, target)
    return target


def _reason(error: Exception) -> str:
    if isinstance(error, HTTPError):
        return f"the server answers {error.code} {error.reason}"
    if isinstance(error, URLError):
        return f"cannot be reached ({error.reason})"
    return f"the connection was cut ({error})"


class _SafeRedirects(HTTPRedirectHandler):
    """Redirects are followed, but never from https to http."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Refuse a redirect that gives up encryption."""
        if urlsplit(req.full_url).scheme == "https" and urlsplit(newurl).scheme != "https":
            raise URLError(f"redirected to an address without encryption: {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _receive(url: str, part: Path) -> None:
    """Append what is still missing; a server that knows no ranges sends all of it again."""
    have = part.stat().st_size if part.exists() else 0
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    try:
        answer = build_opener(_SafeRedirects).open(Request(url, headers=headers), timeout=_SECONDS)
    except HTTPError as error:
        if error.code == 416 and have:  # all of it is there, or the file has changed
            part.unlink()
            _receive(url, part)
            return
        raise
    with answer:
        going_on = have > 0 and answer.status == 206 and _starts_at(answer, have)
        with part.open("ab" if going_on else "wb") as file:
            _copy(answer, file.write)


def _starts_at(answer: HTTPResponse, have: int) -> bool:
    return answer.headers.get("Content-Range", "").startswith(f"bytes {have}-")


def _copy(answer: HTTPResponse, write: Callable[[bytes], object]) -> None:
    """Copy to the end that the server announced.

    Raises:
        OSError: the connection ended before.
    """
    length = answer.headers.get("Content-Length")
    got = 0
    while chunk := answer.read(_CHUNK):
        write(chunk)
        got += len(chunk)
    if length is not None and got < int(length):
        raise OSError(f"{got} of {length} bytes came")


def _file_name(url: str) -> str:
    name = unquote(urlsplit(url).path).rsplit("/", 1)[-1]
    return re.sub(r"[^\w.+-]", "_", name) or "download"
