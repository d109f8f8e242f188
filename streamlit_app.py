"""The app itself: what `streamlit run streamlit_app.py` and `journeymap run` both serve."""

import os
from pathlib import Path

import streamlit as st

import journeymap
from journeymap.cli.terminal import refusals_told
from journeymap.graph.assets import assets_folder
from journeymap.service.shared_service import running_service
from journeymap.settings import Settings
from journeymap.ui.sent_files import SentFiles
from journeymap.web.app import lifespan, middleware, routes
from journeymap.web.site import Site
from journeymap.web.uploads import Uploads

# What is wrong is said before anything is served; `journeymap run` has looked already.
with refusals_told():
    settings = Settings.load()
    running_service()

# Whose word about the other end is taken is our setting (web.forwarded): uvicorn would believe all of this machine.
os.environ["FORWARDED_ALLOW_IPS"] = ""

bound_to = lambda: st.get_option("server.address") or "0.0.0.0"  # noqa: E731, S104 - Streamlit's own
site = Site(settings, bound_to, uploads=Uploads(SentFiles()))
shell = Path(journeymap.__file__).with_name("ui") / "shell.py"
app = st.App(shell, routes=routes(site, vis=assets_folder()), middleware=middleware(site), lifespan=lifespan(site))
