"""A page of Streamlit whose answers arrive when the test says so."""

import re

from playwright.sync_api import Page, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class Held:
    """A page of Streamlit whose answers can be kept back."""

    def __init__(self) -> None:
        self.kept: list[tuple[WebSocketRoute, str | bytes]] | None = None
        self.finished = 0

    def __call__(self, page: Page) -> None:
        """Stand between this page and its server."""
        page.route_web_socket(re.compile("/_stcore/stream"), self._join)

    def _join(self, socket: WebSocketRoute) -> None:
        def pass_on(message: str | bytes) -> None:
            if self.kept is None:
                socket.send(message)
                return
            self.kept.append((socket, message))
            forward = ForwardMsg()
            forward.ParseFromString(message if isinstance(message, bytes) else message.encode())
            self.finished += forward.WhichOneof("type") == "script_finished"

        socket.connect_to_server().on_message(pass_on)

    def let_go(self, first: int | None = None, *, all_of_it: bool = False) -> None:
        """What was kept arrives, or the first so many of it, and what follows is kept; or follows."""
        kept = self.kept or []
        self.kept = None if all_of_it else kept[len(kept) if first is None else first :]
        for socket, message in kept[:first]:
            socket.send(message)
