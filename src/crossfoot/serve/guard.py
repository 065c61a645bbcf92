"""What every request passes: only this machine's own page may ask, and not for much.

A page on the loopback address can be reached by any site the user visits: by a form or an image
across origins, or by a host name that is made to point here (DNS rebinding). Requests that name
another host or come from another origin are refused before anything is read.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]

MAX_BODY = 1_000_000  # bytes of a draft: a book chapter
MAX_QUERY = 2_000
_DRAINED = 16 * MAX_BODY
_METHODS = ("GET", "HEAD", "POST")
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
}
_HEADERS = (
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "SAMEORIGIN"),
    # with no referrer at all, browsers post our own form under the origin "null"
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ("cache-control", "no-store"),
)


class Guard:
    """Wraps the application: checks host, origin, method and size; sets the headers.

    Args:
        app: The application.
        hosts: The values of ``Host`` that are this page, as ``127.0.0.1:8765``.
    """

    def __init__(self, app: App, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal:
            if refusal[0] == 413:
                await _drain(receive)
            await _answer(send, *refusal)
            return
        body, whole = await _body(receive)
        if not whole:
            await _drain(receive)
            await _answer(send, 413, f"A draft may have {MAX_BODY:,} bytes at most.")
            return
        await self._app(scope, _replay(body), _dressed(send))

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value)
        host = [h.decode("latin-1").lower() for h in headers.get(b"host", [])]
        if len(host) != 1 or host[0] not in self._hosts:
            return 421, "This page answers under its loopback address only."
        if scope["method"] not in _METHODS:
            return 405, "Not allowed."
        site = headers.get(b"sec-fetch-site", [b"none"])[-1]
        if site not in (b"none", b"same-origin"):
            return 403, "Requests from other origins are refused."
        for origin in headers.get(b"origin", []):
            if origin.decode("latin-1").lower() not in {f"http://{h}" for h in self._hosts}:
                return 403, "Requests from other origins are refused."
        if len(scope.get("query_string", b"")) > MAX_QUERY or len(scope["path"]) > MAX_QUERY:
            return 414, "The address is too long."
        length = headers.get(b"content-length", [b"0"])[-1]
        if not length.isdigit() or len(length) > 12 or int(length) > MAX_BODY:
            return 413, f"A draft may have {MAX_BODY:,} bytes at most."
        return None


async def _body(receive: Receive) -> tuple[bytes, bool]:
    """The body, and whether it was within the limit."""
    pieces: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"", True
        piece = message.get("body", b"")
        size += len(piece)
        if size > MAX_BODY:
            return b"", False
        pieces.append(piece)
        if not message.get("more_body"):
            return b"".join(pieces), True


async def _drain(receive: Receive) -> None:
    """Read what a client still sends, to a limit, so that it hears the answer."""
    size = 0
    while size < _DRAINED:
        message = await receive()
        size += len(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body"):
            return


def _replay(body: bytes) -> Receive:
    messages = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return messages.pop() if messages else {"type": "http.disconnect"}

    return receive


def _dressed(send: Send) -> Send:
    """Answers get the headers; a page's own policy is kept."""

    async def dressed(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            given = {name for name, _ in message["headers"]}
            more = [*_HEADERS, ("content-security-policy", policy())]
            message["headers"] = [
                *message["headers"],
                *((n.encode(), v.encode()) for n, v in more if n.encode() not in given),
            ]
        await send(message)

    return dressed


def policy(**more: str) -> str:
    """The content security policy; *more* adds sources to a directive, as ``script_src=…``."""
    rules = dict(POLICY)
    for name, sources in more.items():
        directive = name.replace("_", "-")
        rules[directive] = f"{rules.get(directive, '')} {sources}".strip()
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


async def _answer(send: Send, status: int, words: str) -> None:
    body = (words + "\n").encode()
    headers = [("content-type", "text/plain; charset=utf-8"), ("content-length", str(len(body)))]
    headers += [*_HEADERS, ("content-security-policy", policy()), ("connection", "close")]
    await send({
        "type": "http.response.start", "status": status,
        "headers": [(n.encode(), v.encode()) for n, v in headers],
    })  # fmt: skip
    await send({"type": "http.response.body", "body": body})
