"""One open page of Streamlit as its own script speaks to it: the socket, the session, and files that are sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from websockets.sync.client import ClientConnection, connect

SECONDS = 60.0


@dataclass
class StreamlitPage:
    """A page that was drawn once. `token`: of whom it is; "" is the owner at this machine."""

    base: str
    socket: ClientConnection
    token: str = ""
    session: str = ""
    xsrf: str = field(default_factory=generate_xsrf_token_string)

    @property
    def headers(self) -> dict[str, str]:
        """Who asks, and the proof that a page of ours does."""
        said = {"Cookie": f"_streamlit_xsrf={self.xsrf}", "X-Xsrftoken": self.xsrf}
        return said | ({"Authorization": f"Bearer {self.token}"} if self.token else {})

    def path(self, file: str) -> str:
        """Where a file of this name goes."""
        return f"/_stcore/upload_file/{self.session}/{file}"

    def upload(self, file: str, size: int) -> httpx.Response:
        """Send a file of so many bytes."""
        form = {"file": (f"{file}.csv", b"a" * size)}
        return httpx.put(self.base + self.path(file), files=form, headers=self.headers, timeout=SECONDS)

    def draw(self) -> None:
        """Have the page drawn, to its end."""
        again = BackMsg()
        again.rerun_script.query_string = ""
        self.socket.send(again.SerializeToString())
        said = ForwardMsg()
        while said.WhichOneof("type") != "script_finished":
            said.ParseFromString(self.socket.recv(timeout=SECONDS))
            if said.WhichOneof("type") == "new_session":
                self.session = said.new_session.initialize.session_id


@contextmanager
def streamlit_page(base: str, token: str = "") -> Iterator[StreamlitPage]:
    """A page that is open, and closed at the end."""
    address = f"ws{base.removeprefix('http')}/_stcore/stream"
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with connect(address, subprotocols=["streamlit"], max_size=None, additional_headers=headers) as socket:  # type: ignore[list-item]
        page = StreamlitPage(base, socket, token)
        page.draw()
        yield page
