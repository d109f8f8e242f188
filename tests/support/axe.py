"""What axe-core finds on a page: the findings that keep somebody out. Its script comes with a package, from no host."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
LOOKS = 10
"""So often is a page looked at that keeps drawing itself anew."""

# What Streamlit draws anew is pale for a moment, and so is what comes gliding: that is not how it stays.
_STILL = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  const moving = document.getAnimations().some((one) => one.playState === "running"
    && one.effect?.getComputedTiming().iterations !== Infinity);
  return app?.dataset.testScriptState !== "running" && !document.querySelector("[data-stale=true]") && !moving;
}"""

# What was found while the page drew itself anew says nothing: null.
_RUN = """async () => {
  let anew = false;
  const watching = new MutationObserver(() => { anew = true; });
  watching.observe(document, { subtree: true, attributeFilter: ["data-test-script-state", "data-stale"] });
  const found = await axe.run(document, { resultTypes: ["violations"], iframes: false });
  anew ||= watching.takeRecords().length > 0;
  watching.disconnect();
  return anew ? null : found.violations.map(({ id, impact, nodes }) => ({
    id, impact, at: nodes.map(({ target, html, any, all, none }) => ({
      target: target.flat().join(" > "), html: html.slice(0, 120),
      why: [...any, ...all, ...none].map(({ message }) => message).join("; "),
    })),
  }));
}"""


def findings(page: Page, *, ignore: tuple[str, ...] = ()) -> list[str]:
    """The serious and critical findings on the whole page, a line an element: the rule, where it is, and why.

    Shadow roots are looked into too. `ignore`: beginnings of selectors whose elements are not ours to repair.
    A page that drew itself anew meanwhile is looked at again; and so is one where something was found, once.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return _look(page, ignore) and _look(page, ignore)


def _look(page: Page, ignore: tuple[str, ...]) -> list[str]:
    found = None
    for _ in range(LOOKS):
        page.wait_for_function(_STILL)
        found = page.evaluate(_RUN)
        if found is not None:
            break
    assert found is not None, "the page never came to rest"
    return [
        f"{one['id']} ({one['impact']}): {node['target']}: {node['html']}: {node['why']}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["at"]
        if not node["target"].startswith(ignore)
    ]
