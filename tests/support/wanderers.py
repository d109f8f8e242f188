"""People who use a map's page as people do, all at once and at random speed, and who say what they mean."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from playwright.async_api import Error, Locator, Page
from playwright.async_api import TimeoutError as Late

from tests.support.meant_acts import Person

SOON = 3_000
"""Milliseconds: what cannot be reached by then somebody else has taken away or covered, and another thing is done."""

PASTED = ("2024", "true", "null", '"hello"', "[1,2]", '{"a": 1}', "I bring {}", "كيف أدفع؟ {}", "I park 🚗 {}")
"""Lines that people paste; some of them are JSON, and all of them are text."""


@dataclass
class Roamer:
    """One page of one person, with a will of its own."""

    person: Person
    page: Page
    random: Random
    name: str
    count: int = 0
    skipped: list[str] = field(default_factory=list)

    def token(self) -> str:
        """Words that nobody else types."""
        self.count += 1
        return f"{self.name} types {self.count}"

    async def roam(self, until: float) -> None:
        """Do one thing after another until this time of the loop."""
        acts: list[tuple[Callable[[], Awaitable[None]], int]] = [
            (self.walk, 6),
            (self.click, 6),
            (self.write_on_card, 5),
            (self.give_up_on_card, 2),
            (self.add_card, 4),
            (self.drag, 3),
            (self.pull_curve, 2),
            (self.cross, 3),
            (self.paste, 2),
            (self.undo, 2),
            (self.redo, 1),
            (self.quick_entry, 4),
            (self.look_beside, 4),
            (self.write_beside, 6),
            (self.add_beside, 4),
            (self.feel_beside, 4),
            (self.toggle_beside, 2),
        ]
        does, weights = [act for act, _ in acts], [weight for _, weight in acts]
        while asyncio.get_running_loop().time() < until:
            act = self.random.choices(does, weights)[0]
            try:
                await act()
            except (Late, Error) as problem:
                self.skipped.append(f"{act.__name__}: {str(problem).splitlines()[0]}")
            await self._breathe(400)

    async def _breathe(self, most: int) -> None:
        await self.page.wait_for_timeout(self.random.randint(10, most))

    async def _board(self, script: str, *values: Any) -> Any:
        """A function of (mounted, values) on this page."""
        return await self.page.locator(".board").evaluate(
            f"(el, values) => ({script})(el.parentElement.board, ...values)", list(values)
        )

    async def _some_card(self) -> str:
        """A card that is drawn now."""
        ids = await self.page.locator(".card[data-id]").evaluate_all("(them) => them.map((one) => one.dataset.id)")
        if not ids:  # one looks where nothing is, and goes back to the beginning
            await self._board("({ board }) => (board.scroll.scrollLeft = 0)")
            raise Late("no card is in sight")
        return str(self.random.choice(ids))

    def _card(self, moment: str) -> Locator:
        return self.page.locator(f'.card[data-id="{moment}"]')

    async def _type(self, text: str) -> None:
        await self.page.keyboard.type(text, delay=self.random.randint(0, 60))

    # What means nothing

    async def walk(self) -> None:
        """Along the cards, a key at a time and quickly."""
        await self._choose()
        pause = self.random.randint(20, 150)
        for _ in range(self.random.randint(3, 12)):
            await self.page.keyboard.press(self.random.choice(("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowDown")))
            await self.page.wait_for_timeout(pause)

    async def click(self) -> None:
        """One card after another."""
        for _ in range(self.random.randint(1, 5)):
            await self._choose()
            await self._breathe(150)

    async def _choose(self) -> str:
        moment = await self._some_card()
        await self._card(moment).click(timeout=SOON, position={"x": 12, "y": 12})
        return moment

    async def give_up_on_card(self) -> None:
        """Type, and think better of it."""
        await self._open(await self._some_card())
        await self._type("never mind")
        await self.page.keyboard.press("Escape")

    # What means something: what was pressed the page itself remembers, for cards move while others work

    async def _open(self, moment: str) -> str:
        """Open a card for typing; which one it was in the end."""
        await self._card(moment).dblclick(timeout=SOON)
        await self.page.locator("textarea.editor").wait_for(timeout=SOON)
        return str(await self._board("({ board }) => board.editing.open?.id"))

    async def write_on_card(self) -> None:
        """Another text on a card, kept by Enter or by going elsewhere."""
        moment = await self._open(await self._some_card())
        text = self.token()
        await self.page.keyboard.press("Control+a")
        await self._type(text)
        intent = self.person.sets("moments", moment, "text", text)
        if self.random.random() < 0.6:
            await self.page.keyboard.press("Enter")
        else:
            await self._choose()
        intent.sure = True

    async def add_card(self) -> None:
        """A moment after the chosen one."""
        await self._choose()
        await self.page.keyboard.press("n")
        await self.page.locator("textarea.editor").wait_for(timeout=SOON)
        text = self.token()
        parent = str(await self._board("({ board }) => board.editing.draft?.parent"))
        await self._type(text)
        intent = self.person.adds("moments", "text", text, parent)
        await self.page.keyboard.press("Enter")
        intent.sure = True

    async def drag(self) -> None:
        """A card to the place of another."""
        moment, other = await self._some_card(), await self._some_card()
        start, end = await self._card(moment).bounding_box(), await self._card(other).bounding_box()
        if not start or not end or moment == other:
            return
        mouse = self.page.mouse
        await mouse.move(start["x"] + start["width"] / 2, start["y"] + 14)
        await mouse.down()
        pressed = await self._pressed()
        chosen: list[str] = await self._board("({ board }) => [...board.chosen]")
        for one in {str(pressed.get("card")), *chosen}:
            self.person.moves("moments", one)
        await mouse.move(start["x"] + start["width"] / 2 + 12, start["y"] + 18, steps=2)
        await mouse.move(end["x"] + end["width"] * self.random.random(), end["y"] + end["height"] / 2, steps=6)
        await self._breathe(120)
        await mouse.up()

    async def pull_curve(self) -> None:
        """What is felt at a moment, by the keys of the curve."""
        curve = self.page.locator(".lane-emotion [role=application]")
        await curve.focus(timeout=SOON)
        await self.page.keyboard.press("ArrowRight")
        await self.page.evaluate(_WATCH_FELT)
        await self.page.keyboard.press(self.random.choice(("ArrowUp", "ArrowDown")))
        for moment, value in await self.page.evaluate("() => globalThis.journeymapFelt()"):
            self.person.sets("moments", moment, "felt_valence", value)

    async def cross(self) -> None:
        """A crossing of the channel map."""
        compact = self.page.locator(".lane-view[aria-expanded=false]:visible")
        if await compact.count():
            await compact.click(timeout=SOON)
        lane = self.page.locator(".lane-channels .lane-body")
        await lane.scroll_into_view_if_needed(timeout=SOON)
        box = await lane.bounding_box()
        if not box:
            return
        await self.page.mouse.click(
            box["x"] + 20 + self.random.random() * 700, box["y"] + 10 + self.random.random() * 60
        )
        crossing = (await self._pressed()).get("crossing")
        if crossing:
            self.person.crosses(*crossing)

    async def paste(self) -> None:
        """A few lines, some of which look like something else."""
        await self._choose()
        lines = [line.replace("{}", self.token()) for line in self.random.choices(PASTED, k=self.random.randint(1, 4))]
        intents = [self.person.adds("moments", "text", line) for line in lines]
        await self.page.evaluate(_PASTE, "\n".join(lines))
        for intent in intents:
            intent.sure = True

    async def undo(self) -> None:
        """Take back what I did last; never the map itself, which was made in my name."""
        if sum(intent.sure for intent in self.person.intents) <= self.person.undos:
            return
        await self._choose()
        self.person.undos += 1
        await self.page.keyboard.press("Control+z")

    async def redo(self) -> None:
        """Do it again after all."""
        await self._choose()
        self.person.redos += 1
        await self.page.keyboard.press("Control+Shift+z")

    async def quick_entry(self) -> None:
        """Lines in the line above the board, the next one at once."""
        line = self.page.locator(ENTRY).first
        await line.click(timeout=SOON)
        for _ in range(self.random.randint(1, 3)):
            text = self.token()
            await self._type(text)
            intent = self.person.adds("moments", "text", text)
            await self.page.keyboard.press("Enter")
            intent.sure = True
            await self._breathe(300)

    # Beside the board

    async def look_beside(self) -> None:
        """Another part of the panel, or a panel about the whole map."""
        await self._choose()
        parts = self.page.locator(f"{PANEL} .parts label")
        if self.random.random() < 0.7 and await parts.count():
            await parts.nth(self.random.randrange(await parts.count())).click(timeout=SOON)
        else:
            tool = self.random.choice(("channels", "paths", "open", "scope"))
            await self.page.locator(f".st-key-jm-map-tool-{tool} button").first.click(timeout=SOON)

    async def _one_of(self, selector: str) -> Locator | None:
        await self._choose()
        found = self.page.locator(f"{PANEL} {selector}")
        count = await found.count()
        return found.nth(self.random.randrange(count)) if count else None

    async def _field_of(self, box: Locator) -> tuple[str, str, str]:
        """The table, the row and the name of the field that this stands in."""
        row, name = await box.evaluate(
            "(it) => { const { row, field } = it.closest('[data-row][data-field]').dataset; return [row, field]; }"
        )
        return str(await self._board("({ model }, id) => model.find(id)?.table", row)), row, name

    async def write_beside(self) -> None:
        """A text in the panel, kept by leaving it."""
        box = await self._one_of("[data-row][data-field] :is(textarea, input[type=text]):visible")
        if box is None:
            return
        await box.click(timeout=SOON)
        field = await self._field_of(box)
        if field[2] not in TEXTS:
            return
        text = self.token()
        await self.page.keyboard.press("Control+a")
        await self._type(text)
        if self.random.random() < 0.25:
            await self.page.keyboard.press("Escape")
            return
        intent = self.person.sets(*field, text)
        await box.blur()
        intent.sure = True

    async def add_beside(self) -> None:
        """A need, a pain point or the like, in the panel's own line."""
        line = await self._one_of(".children[data-table] .adder input:visible")
        if line is None:
            return
        await line.click(timeout=SOON)
        table = await line.evaluate("(it) => it.closest('.children').dataset.table")
        row = str(await self._board("({ board }) => board.panel.subject?.id"))
        for _ in range(self.random.randint(1, 2)):
            text = self.token()
            await self._type(text)
            intent = self.person.adds(table, "text", text, row)
            await self.page.keyboard.press("Enter")
            intent.sure = True

    async def feel_beside(self) -> None:
        """A face in the panel."""
        face = await self._one_of(".face-choice:visible")
        if face is not None:
            try:
                await face.click(timeout=SOON)
            finally:
                # A press that is too late for the test has still met the page.
                if pressed := (await self._pressed()).get("face"):
                    row, name, step = pressed
                    table = str(await self._board("({ model }, id) => model.find(id)?.table", row))
                    self.person.sets(table, row, name, (step, None))

    async def toggle_beside(self) -> None:
        """A switch in the panel."""
        switch = await self._one_of("label:has(> input[type=checkbox][data-field]):visible")
        if switch is not None:
            try:
                await switch.click(timeout=SOON)
            finally:
                if pressed := (await self._pressed()).get("switch"):
                    row_id, name = pressed
                    self.person.sets("moments", row_id, name, (True, False))

    async def _pressed(self) -> dict[str, Any]:
        """What the last press met, as the page saw it."""
        found: dict[str, Any] = await self.page.evaluate("() => globalThis.journeymapPressed ?? {}")
        return found

    # At the end

    async def rest(self) -> None:
        """Leave every field, and wait until everything I did is answered."""
        await self.page.evaluate(_LEAVE)
        await self.page.wait_for_function(_RESTS)

    async def left_over(self) -> list[str]:
        """What still stands in a field that should be empty or say what is saved; and what waits on this device."""
        found: list[str] = json.loads(await self.page.evaluate(_LEFT_OVER))
        return [f"{self.name}: {what}" for what in found]


PANEL = "aside.panel"
ENTRY = ".st-key-jm-map-above input:not([role=combobox])"
TEXTS = ("text", "title", "notes", "team", "system", "tone")
"""Fields that hold any text."""

PREPARE = """() => {
  const board = () => {
    const visit = (root) => {
      for (const one of root.querySelectorAll("*")) {
        if (one.board?.model) return one.board;
        const below = one.shadowRoot && visit(one.shadowRoot);
        if (below) return below;
      }
      return null;
    };
    return visit(document);
  };
  globalThis.journeymapBoard = board;
  const crossing = (event, path) => {
    const body = path.find((one) => one.matches?.(".lane-channels .lane-body"));
    if (!body) return null;
    const mounted = board().board;
    const lane = mounted.lanes.find((one) => one.body === body);
    const x = mounted.canvasX(event);
    const column = mounted.layout.columns[mounted.layout.indexAt(x)];
    const line = lane.lines[Math.floor(lane.rowAt(event.clientY))];
    return column?.moment && line && x <= column.x + mounted.columnWidth ? [column.moment.id, line.channel.id] : null;
  };
  const remember = (event) => {
    const path = event.composedPath().filter((one) => one instanceof Element);
    const field = path.find((one) => one.matches("[data-row][data-field]"))?.dataset;
    const face = path.find((one) => one.matches(".face-choice"));
    const label = path.find((one) => one.matches("label"));
    const switched = label?.querySelector("input[type=checkbox][data-row][data-field]");
    globalThis.journeymapPressed = {
      card: path.find((one) => one.matches(".card"))?.dataset.id ?? null,
      crossing: event.type === "click" ? crossing(event, path) : null,
      face: face && field ? [field.row, field.field, [...face.parentElement.children].indexOf(face) - 2] : null,
      switch: switched ? [switched.dataset.row, switched.dataset.field] : null,
    };
  };
  for (const type of ["pointerdown", "click"]) addEventListener(type, remember, { capture: true });
}"""
_WATCH_FELT = """() => {
  const { model } = globalThis.journeymapBoard();
  const set = model.set.bind(model);
  const felt = [];
  model.set = (table, id, field, value, ...more) => {
    if (field === "felt_valence") felt.push([id, value]);
    return set(table, id, field, value, ...more);
  };
  globalThis.journeymapFelt = () => { delete model.set; return felt; };
}"""
_PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  let target = document.activeElement;
  while (target?.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
  const event = { clipboardData: data, bubbles: true, composed: true, cancelable: true };
  target.dispatchEvent(new ClipboardEvent("paste", event));
}"""
_LEAVE = """() => {
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  here?.blur?.();
}"""
_RESTS = """() => {
  const { model, board } = globalThis.journeymapBoard();
  const lines = [...(globalThis.journeymapLines?.values() ?? [])];
  const said = lines.every(({ entries }) => !entries.length);
  return said && model.queued === 0 && model.status === "live" && !board.editing.open;
}"""
_LEFT_OVER = """() => {
  const { model } = globalThis.journeymapBoard();
  const left = [];
  const visit = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) visit(one.shadowRoot);
      if (!one.matches("input[type=text], textarea") || !one.checkVisibility()) continue;
      if (!/ types \\d+/.test(one.value)) continue;
      const { row, field } = one.closest("[data-row][data-field]")?.dataset ?? {};
      const table = row && model.find(row)?.table;
      const saved = table ? String(model.row(table, row)[field] ?? "") : "";
      const native = one.closest("[class*=st-key-jm-map-panel]");
      if (one.value !== saved && !native) left.push(`${field ?? one.ariaLabel}: ${one.value} (saved: ${saved})`);
    }
  };
  visit(document);
  const kept = Object.entries(localStorage).filter(([key]) => key.startsWith("journeymap-kept:"));
  return JSON.stringify([...left, ...kept.map(([, value]) => `kept on this device: ${value}`)]);
}"""
