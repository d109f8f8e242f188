"""A key for a tracker: it goes into one header, and shows itself nowhere else."""

import hashlib
import re
import secrets
from base64 import b64encode
from collections.abc import Generator

import httpx
from pydantic import SecretStr

_OF_THIS_PROCESS = secrets.token_bytes(16)


class Credential(httpx.Auth):
    """What stands in the header Authorization; it shows itself nowhere else.

    `before` is the word before the secret (“Bearer”, none for Linear and Jira's kin), or, with `user`, HTTP's Basic.
    Errors: ValueError, which does not repeat it, where no header can hold it.
    """

    def __init__(self, secret: SecretStr, before: str = "", *, user: str | None = None) -> None:
        if not _fits_header(secret):
            msg = "No header can hold this credential."
            raise ValueError(msg)
        self._secret = secret
        self._before = before
        self._user = user

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Put it into a request."""
        request.headers["Authorization"] = self._header()
        yield request

    def _header(self) -> str:
        if self._user is None:
            return f"{self._before} {self._secret.get_secret_value()}".strip()
        return f"Basic {b64encode(f'{self._user}:{self._secret.get_secret_value()}'.encode()).decode()}"

    @property
    def digest(self) -> str:
        """The same for the same credential, and nothing can be learnt from it."""
        return hashlib.blake2b(self._header().encode(), digest_size=16, key=_OF_THIS_PROCESS).hexdigest()

    def out_of(self, text: str) -> str:
        """The text without the secret, as it is and as it is sent."""
        for said in (self._secret.get_secret_value(), self._header().rpartition(" ")[2]):
            text = text.replace(said, "…")
        return text

    def __repr__(self) -> str:
        return "Credential(…)"


def _fits_header(secret: SecretStr) -> bool:
    return bool(re.fullmatch(r"[!-~]+", secret.get_secret_value()))
