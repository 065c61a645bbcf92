"""A page that the user asks for by its address. Nothing else is ever fetched."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.parse
import urllib.request

from crossfoot.model import InputError

MAX_BYTES = 64 * 1024 * 1024
SECONDS = 30
# content type -> suffix, so that the reader is chosen as for a file of that name
_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf",
    "text/markdown": ".md", "text/plain": ".txt", "application/rtf": ".rtf", "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt", "message/rfc822": ".eml",
}  # fmt: skip


def fetch(address: str) -> tuple[bytes, str]:
    """The bytes at *address*, and a name whose suffix tells their format.

    Redirects are followed to web addresses only, never to a file of this machine; that is
    urllib's own rule.

    Raises:
        InputError: the address cannot be reached, or gives too much.
    """
    try:
        request = urllib.request.Request(_quoted(address), headers={"User-Agent": "crossfoot"})
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            data = answer.read(MAX_BYTES + 1)
            kind = answer.headers.get_content_type()
            announced = answer.headers.get("Content-Length") or ""
    except urllib.error.HTTPError as error:
        raise InputError(f"{address}: the server answers {error.code} {error.reason}") from None
    except http.client.IncompleteRead:
        raise InputError(_cut_short(address)) from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        said = str(getattr(error, "reason", None) or error) or type(error).__name__
        why = " ".join(said.split())  # a server's own words may run over lines
        raise InputError(f"{address}: cannot be reached ({why}); save the page and check that") \
            from None  # fmt: skip
    # http.client takes a connection that was lost for the end of what was asked in parts
    if announced.isdecimal() and len(data) < min(int(announced), MAX_BYTES):
        raise InputError(_cut_short(address))
    if len(data) > MAX_BYTES:
        raise InputError(f"{address}: is larger than {MAX_BYTES // 1024**2} MB")
    name = urllib.parse.urlsplit(address).path.rstrip("/").rpartition("/")[2] or "page"
    suffix = _SUFFIXES.get(kind, "")
    return data, name if not suffix or name.lower().endswith(suffix) else name + suffix


def _quoted(address: str) -> str:
    """*address* as it is sent: its other letters by their codes, as browsers do."""
    return urllib.parse.quote(address, safe="%/:=&?~#+!$,;'@()*[]")


def _cut_short(address: str) -> str:
    return f"{address}: not all of it came; try again, or save the page and check that"
