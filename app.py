"""The server: warms its imports before the port opens, then hands the screen to pages/shell.py."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.settings import settings

POLICY = "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:"


async def healthz(request: Request) -> JSONResponse:
    """Alive and able to answer."""
    return JSONResponse({"status": "ok"})


async def collect_on_a_timer() -> None:
    """Collects garbage now and then; Streamlit's own collection after every rerun is off."""
    from core.tables.files.memory import give_back

    while True:
        await asyncio.sleep(settings().collect_seconds)
        await asyncio.to_thread(give_back)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[dict[str, object]]:
    """Imports what the first visitor would otherwise wait for."""
    import core.figures
    import core.lead_lag
    import core.metrics
    import core.tables
    import core.worlds.samples  # noqa: F401

    gc.collect()
    gc.freeze()
    collector = asyncio.create_task(collect_on_a_timer())
    yield {}
    collector.cancel()
    with suppress(asyncio.CancelledError):
        await collector


class NothingFromOutside:
    """Tells browsers to fetch no picture or font elsewhere; Streamlit's icons of a tab would be."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the header to every answer."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Content-Security-Policy"] = POLICY
            await send(message)

        await self.app(scope, receive, sent)


app = st.App(
    Path(__file__).parent / "pages" / "shell.py",
    lifespan=lifespan,
    routes=[Route("/healthz", healthz)],
    middleware=[
        Middleware(TrustedHostMiddleware, allowed_hosts=list(settings().hosts)),
        Middleware(NothingFromOutside),
    ],
)

if __name__ == "__main__":
    app.run(
        config={
            "server.address": settings().address,
            "server.port": settings().port,
            "server.allowedHosts": list(settings().hosts),
            "server.maxUploadSize": settings().upload_mb,
        }
    )
