"""The application: one function a view, run in threads by Starlette."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from crossfoot.ledger import Ledger
from crossfoot.model import InputError, published_on
from crossfoot.serve import charts, queries
from crossfoot.serve.guard import Guard, policy

if TYPE_CHECKING:
    from jinja2 import Environment
    from starlette.requests import Request
    from starlette.responses import Response

_FIELDS = 8  # of a form
_CLAIMS_SHOWN = 300  # rows of the table below a chart


@dataclass(frozen=True)
class Site:
    """The views over one ledger, and one store of released data if there is one."""

    ledger: Ledger
    data: Path | None = None

    def documents(self, request: Request) -> Response:
        """The documents, searched and filtered."""
        asked = _asked(request)
        page = queries.documents(self.ledger, asked)
        return _page(request, "documents.html", page=page, asked=asked)

    def figures(self, request: Request) -> Response:
        """The figures of all documents, searched and filtered."""
        asked = _asked(request)
        return _page(
            request, "figures.html", page=queries.figures(self.ledger, asked), asked=asked,
            measures=queries.measures(self.ledger), statuses=queries.STATUSES,
        )  # fmt: skip

    def document(self, request: Request) -> Response:
        """A document: its figures, findings and links; its marked text where that is kept."""
        row = self.ledger.document(request.path_params["id"])
        row["findings_list"].sort(key=_what_holds_last)
        return _page(request, "document.html", document=row, kept=row["text"] is not None)

    def report(self, request: Request) -> Response:
        """The report of a document whose text is kept, with the findings across documents."""
        from starlette.responses import HTMLResponse

        from crossfoot import check
        from crossfoot.report import html

        row = self.ledger.document(request.path_params["id"])
        if row["text"] is None:
            raise InputError("the text of this document is not kept")
        report = self.ledger.check(check(row["text"], published=row["published"], name=row["name"]))
        style, script = html.digests()
        headers = {"content-security-policy": policy(style_src=style, script_src=script)}
        return HTMLResponse(html.render(report), headers=headers)

    def events(self, request: Request) -> Response:
        """Events of several documents."""
        asked = _asked(request)
        return _page(request, "events.html", page=queries.events(self.ledger, asked), asked=asked)

    def event(self, request: Request) -> Response:
        """Who says what of an event, and where they differ."""
        event = self.ledger.event(request.path_params["id"])
        return _page(request, "event.html", event=event, quantities=queries.quantities(event))

    def measures(self, request: Request) -> Response:
        """Every measure that a figure states."""
        return _page(request, "measures.html", measures=queries.measures(self.ledger))

    def measure(self, request: Request) -> Response:
        """A measure over time: what reports claim, and what was released."""
        name, place, length = self._about(request)
        claims = queries.measure(self.ledger, name, place, length)
        return _page(
            request, "measure.html", name=name, place=place, claims=claims[:_CLAIMS_SHOWN],
            total=len(claims), places=queries.places(self.ledger, name), length=length,
            lengths=[n for n in queries.LENGTHS if n], series=self._series(name, place, length),
            query=urlencode({k: v for k, v in (("place", place), ("length", length)) if v}),
        )  # fmt: skip

    def chart(self, request: Request) -> Response:
        """The chart of a measure as SVG, PNG or CSV."""
        from starlette.responses import Response

        form, (name, place, length) = request.path_params["form"], self._about(request)
        claims = queries.measure(self.ledger, name, place, length)
        series = self._series(name, place, length)
        if form not in ("svg", "png", "csv"):
            raise InputError("charts come as svg, png and csv")
        file = f"{_file_name(name)}.{form}"
        headers = {"content-disposition": f'attachment; filename="{file}"'}
        if form == "csv":
            return Response(_csv(claims, series), media_type="text/csv", headers=headers)
        title = f"{name.replace('_', ' ')}{', ' + place if place else ''}"
        drawn = charts.spec(title.capitalize(), claims, series)
        if form == "png":
            return Response(charts.png(drawn), media_type="image/png", headers=headers)
        # an SVG styles itself; it may do that and nothing else
        headers = {} if "save" not in request.query_params else headers
        headers["content-security-policy"] = "default-src 'none'; style-src 'unsafe-inline'"
        return Response(charts.svg(drawn), media_type="image/svg+xml", headers=headers)

    def draft(self, request: Request) -> Response:
        """The form for a draft."""
        return _page(request, "draft.html", text="", published="", error=None, report=None)

    def checked(self, request: Request, body: bytes) -> Response:
        """A draft's findings and links; nothing is stored."""
        from crossfoot import check
        from crossfoot.report import html

        try:
            form = dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=_FIELDS))
        except ValueError:
            form = {}
        text, published = form.get("text", "").replace("\r\n", "\n"), form.get("published", "")
        try:
            day = published_on(date.fromisoformat(published)) if published else None
        except ValueError:
            words = f"{published[:40]!r} is no date; use YYYY-MM-DD."
            return _page(
                request, "draft.html", 400, text=text, published="", error=words, report=None
            )
        if not text.strip():
            return _page(
                request, "draft.html", 400, text="", published=published,
                error="There is no text to check.", report=None,
            )  # fmt: skip
        report = check(text, published=day, name="draft")
        if self.ledger.path.is_file():
            report = self.ledger.check(report)
        style, script = html.digests()
        return _page(
            request, "draft.html", text=text, published=published, error=None, report=report,
            across=[f for f in report.findings if f.code.startswith("CF3")],
            own=[f for f in report.findings if not f.code.startswith(("CF3", "CF9"))],
            marked=html.render(report),
            policy=policy(style_src=style, script_src=script, frame_src="'self'"),
        )  # fmt: skip

    @staticmethod
    def _about(request: Request) -> tuple[str, str, str]:
        """The measure, place and length of period that are asked for."""
        asked = request.query_params
        return request.path_params["name"], queries.term(asked, "place"), asked.get("length", "")

    def _series(self, name: str, place: str, length: str) -> list[dict[str, Any]]:
        """The released values of a measure for the whole country, by time."""
        if self.data is None or place or not self.data.is_file():
            return []
        from crossfoot.records.store import open_store
        from crossfoot.records.vocabulary import table

        named = [m for m, about in table()["measures"].items() if name in about.get("names", ())]
        shortest, longest = queries.LENGTHS.get(length, queries.LENGTHS[""])
        with open_store(self.data) as store:
            return [
                {
                    "period_start": r.start, "period_end": r.end, "value": float(r.value),
                    "file": r.edition.file, "edition": r.edition.edition,
                }
                for measure in dict.fromkeys((*named, name))
                for r in store.records(measure, "")
                if not r.superseded and shortest <= (r.end - r.start).days + 1 <= longest
            ]  # fmt: skip


def application(ledger: Ledger, hosts: tuple[str, ...], data: Path | None = None) -> Guard:
    """The guarded application.

    Args:
        ledger: What is shown.
        hosts: The values of ``Host`` it answers to, as ``127.0.0.1:8765``.
        data: A store of released data, for the series behind a measure.
    """
    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.routing import Route

    site = Site(ledger, data)

    async def checked(request: Request) -> Response:
        body = await request.body()
        return await run_in_threadpool(site.checked, request, body)

    routes = [
        Route("/", site.documents, name="documents"),
        Route("/figures", site.figures, name="figures"),
        Route("/documents/{id}", site.document, name="document"),
        Route("/documents/{id}/report", site.report, name="report"),
        Route("/events", site.events, name="events"),
        Route("/events/{id}", site.event, name="event"),
        Route("/measures", site.measures, name="measures"),
        Route("/measures/{name}", site.measure, name="measure"),
        Route("/measures/{name}/chart.{form}", site.chart, name="chart"),
        Route("/draft", site.draft, methods=["GET"], name="draft"),
        Route("/draft", checked, methods=["POST"], name="check"),
        Route("/static/{file}", _static, name="static"),
    ]
    handlers: Mapping[Any, Callable[..., Any]] = {InputError: _refused, 404: _missing}
    return Guard(Starlette(routes=routes, exception_handlers=dict(handlers)), hosts)


def _static(request: Request) -> Response:
    """A file of the package, by its exact name."""
    from starlette.responses import Response

    kinds = {"page.css": "text/css", "icon.svg": "image/svg+xml"}
    name = request.path_params["file"]
    if name not in kinds:
        return _page(request, "error.html", 404, words="There is no such page.")
    body = files("crossfoot.serve").joinpath("static", name).read_bytes()
    return Response(body, media_type=kinds[name], headers={"cache-control": "max-age=300"})


def _missing(request: Request, _: Exception) -> Response:
    return _page(request, "error.html", 404, words="There is no such page.")


def _refused(request: Request, error: Exception) -> Response:
    return _page(request, "error.html", 404, words=str(error))


def _what_holds_last(finding: Mapping[str, Any]) -> int:
    """Findings as an editor wants them: what does not hold, what is open, what holds."""
    return ("inconsistent", "conflict", "unverifiable", "consistent").index(finding["verdict"])


def _page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    from starlette.responses import HTMLResponse

    from crossfoot.report.html import harmless

    headers = {"content-security-policy": values.pop("policy")} if "policy" in values else {}
    if template == "document.html":
        headers["content-security-policy"] = policy(frame_src="'self'")
    body = _environment().get_template(template).render(path=request.url.path, link=_link, **values)
    return HTMLResponse(harmless(body), status, headers)


def _asked(request: Request) -> Mapping[str, str]:
    """What the address asks for; empty where it says nothing."""
    return defaultdict(str, request.query_params)


def _link(asked: Mapping[str, str], **changed: object) -> str:
    """The query of a page with other values: ``?q=…&page=2``."""
    known = {k: v[:200] for k, v in asked.items() if v}
    return "?" + urlencode({**known, **{k: str(v) for k, v in changed.items()}})


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("crossfoot.serve"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters.update(words=lambda name: str(name or "").replace("_", " "))
    return environment


def _csv(claims: list[dict[str, Any]], series: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["kind", "period_start", "period_end", "value", "low", "high", "document", "source"]
    )
    for row in series:
        writer.writerow(
            ["released", row["period_start"], row["period_end"], row["value"], "", "",
             _cell(row["file"]), _cell(row["edition"])]
        )  # fmt: skip
    for row in claims:
        writer.writerow(
            ["claimed", row["period_start"], row["period_end"], row["value"], row["low"],
             row["high"], _cell(row["name"]), _cell(row["source"])]
        )  # fmt: skip
    return out.getvalue()


def _cell(words: str | None) -> str:
    """Text that a spreadsheet takes for text."""
    return f"'{words}" if words and words[0] in "=+-@\t" else words or ""


def _file_name(name: str) -> str:
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "_"))[:60] or "chart"
