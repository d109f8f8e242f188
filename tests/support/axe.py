"""What axe-core finds on a page: the findings that keep somebody out. Its script comes with a package, from no host."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

GRAVE = ("serious", "critical")

# What Streamlit draws anew is pale for a moment, and so is what comes gliding: that is not how it stays.
_STILL = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  const moving = document.getAnimations().some((one) => one.playState === "running"
    && one.effect?.getComputedTiming().iterations !== Infinity);
  return app?.dataset.testScriptState !== "running" && !document.querySelector("[data-stale=true]") && !moving;
}"""

_RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"], iframes: false });
  return found.violations.map(({ id, impact, nodes }) => ({
    id, impact, at: nodes.map(({ target, html, any, all, none }) => ({
      target: target.flat().join(" > "), html: html.slice(0, 120),
      why: [...any, ...all, ...none].map(({ message }) => message).join("; "),
    })),
  }));
}"""


def findings(page: Page, *, ignore: tuple[str, ...] = ()) -> list[str]:
    """The serious and critical findings on the whole page, a line an element: the rule, where it is, and why.

    Shadow roots are looked into too. `ignore`: beginnings of selectors whose elements are not ours to repair.
    A page that began to draw itself anew meanwhile is looked at once more.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return _look(page, ignore) and _look(page, ignore)


def _look(page: Page, ignore: tuple[str, ...]) -> list[str]:
    page.wait_for_function(_STILL)
    return [
        f"{one['id']} ({one['impact']}): {node['target']}: {node['html']}: {node['why']}"
        for one in page.evaluate(_RUN)
        if one["impact"] in GRAVE
        for node in one["at"]
        if not node["target"].startswith(ignore)
    ]
