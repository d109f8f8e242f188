"""A real nginx or Caddy in front of a server, as docs/proxy.md says to set them up; child processes on free ports."""

import os
import re
import shutil
import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

from tests.support.server_process import ROOT, until

PATH = "/tools/maps"
START_SECONDS = 30.0

NGINX = """
daemon off;
pid {folder}/pid;
error_log stderr;
worker_processes 1;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {site}
}}
"""

CADDY = """
{{
    admin off
    auto_https off
}}
{site}
"""

PASSED_ON = {"nginx": ("proxy_pass http://127.0.0.1:8501/;", "proxy_pass http://127.0.0.1:8501;")}
"""How the same proxy is told to leave the path where it is."""


def program(name: str) -> str | None:
    """Where this proxy is installed; Debian has nginx where only root looks."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def documented(name: str, path: str) -> str:
    """The configuration that docs/proxy.md has for this proxy, at the root or below the path."""
    page = (ROOT / "docs" / "proxy.md").read_text(encoding="utf-8")
    title = "below a path" if path else "the root"
    found = re.search(rf"```{name}\n# {title}\n(.*?)```", page, re.DOTALL)
    assert found, f"docs/proxy.md has no {name} for {title}"
    return found[1]


@contextmanager
def proxy(name: str, folder: Path, port: int, server: int, path: str = "", *, strips: bool = True) -> Iterator[str]:
    """A proxy at this port in front of the server at the other one; the address of the app behind it."""
    where = program(name)
    assert where, f"{name} is not installed"
    site = documented(name, path)
    if not strips:
        before, after = PASSED_ON[name]
        assert before in site
        site = site.replace(before, after)
    site = site.replace("127.0.0.1:8501", f"127.0.0.1:{server}")
    with _running(folder, _started(name, where, folder, site, port), base := f"http://127.0.0.1:{port}{path}"):
        yield base


@contextmanager
def secure_proxy(name: str, folder: Path, ports: tuple[int, int], server: int, **instead: str) -> Iterator[str]:
    """The proxy of docs/deploy, with a certificate nobody knows, at these ports for http and https; its address.

    `instead` are further words of its configuration, each replaced by others.
    """
    where = program(name)
    assert where, f"{name} is not installed"
    certificate = _certificate(folder)
    plain, secure = ports
    words = {"127.0.0.1:8501": f"127.0.0.1:{server}", **instead}
    if name == "nginx":
        site = _deployed("nginx.conf")
        words |= {"listen 80;": f"listen 127.0.0.1:{plain};", "listen 443 ssl;": f"listen 127.0.0.1:{secure} ssl;"}
        for kept, made in zip(("fullchain.pem", "privkey.pem"), certificate, strict=True):
            words[f"/etc/ssl/journeymap/{kept}"] = str(made)
    else:
        site = _deployed("Caddyfile.global") + _deployed("Caddyfile")
        words["example.org {"] = f"https://127.0.0.1:{secure} {{\n\ttls {certificate[0]} {certificate[1]}"
        words["\tservers {"] = "\tadmin off\n\tauto_https disable_redirects\n\tservers {"
    for before, after in words.items():
        assert before in site or not after, before
        site = site.replace(before, after)
    command = _nginx(where, folder, site) if name == "nginx" else _caddy(where, folder, site)
    with _running(folder, command, base := f"https://127.0.0.1:{secure}"):
        yield base


def _deployed(name: str) -> str:
    return (ROOT / "docs" / "deploy" / name).read_text(encoding="utf-8")


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine that we sign ourselves, and its key."""
    made = folder / "certificate.pem", folder / "key.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
    ]
    command += ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*command, "-out", str(made[0]), "-keyout", str(made[1])], check=True, capture_output=True)
    return made


@contextmanager
def _running(folder: Path, started: tuple[list[str], Mapping[str, str]], base: str) -> Iterator[None]:
    command, variables = started
    with (folder / "said").open("w", encoding="utf-8") as said:
        process = subprocess.Popen(command, env=variables, stdout=said, stderr=said)
    try:
        ready = until(lambda: process.poll() is not None or _answers(base), START_SECONDS)
        if not ready or process.poll() is not None:
            raise AssertionError((folder / "said").read_text(encoding="utf-8"))
        yield
    finally:
        process.terminate()
        process.wait(20)


def _started(name: str, where: str, folder: Path, site: str, port: int) -> tuple[list[str], Mapping[str, str]]:
    if name == "nginx":
        return _nginx(where, folder, site.replace("listen 80;", f"listen 127.0.0.1:{port};"))
    return _caddy(where, folder, CADDY.format(site=site.replace("example.org {", f"http://127.0.0.1:{port} {{")))


def _nginx(where: str, folder: Path, site: str) -> tuple[list[str], Mapping[str, str]]:
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "config"
    config.write_text(NGINX.format(folder=folder, user=user, site=site), encoding="utf-8")
    return [where, "-e", "stderr", "-p", str(folder), "-c", str(config)], os.environ


def _caddy(where: str, folder: Path, site: str) -> tuple[list[str], Mapping[str, str]]:
    config = folder / "config"
    config.write_text(site, encoding="utf-8")
    homes = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    return [where, "run", "--adapter", "caddyfile", "--config", str(config)], {**os.environ, **homes}


UNKNOWN = ssl.create_default_context()
UNKNOWN.check_hostname = False
UNKNOWN.verify_mode = ssl.CERT_NONE
"""For certificates that were made a moment ago, by us."""


def _answers(base: str) -> bool:
    with suppress(OSError), urlopen(f"{base}/api/health", timeout=10, context=UNKNOWN) as answer:
        return bool(answer.status == 200)
    return False


__all__ = ["PATH", "UNKNOWN", "documented", "program", "proxy", "secure_proxy"]
