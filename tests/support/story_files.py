"""The dialog in which stories are taken away."""

import re

from playwright.sync_api import Download, Page, expect


def taken(page: Page, label: str, name: str) -> Download:
    """The file of this format, chosen by key in the dialog by what it is called."""
    page.get_by_role("button", name="Take away").click()
    chosen = page.get_by_role("combobox", name="For what")
    chosen.fill(label)
    chosen.press("Enter")
    link = page.get_by_role("link", name="Download the file")
    expect(link).to_have_attribute("href", re.compile(rf"format={name}(&|$)"))
    with page.expect_download() as waiting:
        link.click()
    return waiting.value
