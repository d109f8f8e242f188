/**
 * The persona's picture in its panel: seen, chosen, changed and taken away. It is made small here first where the browser
 * can, so that it is sent in a moment; the server makes it small and bare whatever it is sent.
 *
 * @typedef {{ address: string, put: string, label: string, name: string, may: boolean, words: Record<string, string> }} Data
 * @typedef {import("../types.js").Component<Data>} Component
 */

import { el } from "../shared/dom.js";
import { keepKeys } from "../shared/keyboard.js";

const SIDE = 512;

/**
 * The picture with its longer side of 512 dots; as it is where this browser cannot open it.
 *
 * @param {File} file
 * @returns {Promise<Blob>}
 */
async function reduced(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, "image/png"));
    return blob ?? file;
  } catch {
    return file;
  }
}

/** Why it was not taken, in the server's words; nothing where it was. @param {Data} data @param {Blob} picture */
async function refusal(data, picture) {
  try {
    const answer = await fetch(new URL(data.put, document.baseURI), {
      method: "PUT",
      body: picture,
      credentials: "same-origin",
      headers: { "Content-Type": picture.type || "application/octet-stream", "Accept-Language": data.words.language },
    });
    if (answer.ok) return "";
    const problem = await answer.json();
    return String(problem.detail || data.words.failed);
  } catch {
    return data.words.failed;
  }
}

/**
 * @param {Component} first
 * @returns {import("../types.js").Mounted}
 */
export function mount({ parentElement: root }) {
  const face = el("div", { class: "face" });
  const file = el("input", { type: "file", accept: "image/jpeg,image/png,image/webp", class: "file", id: "file" });
  const choose = el("label", { class: "choose", for: "file" });
  const remove = el("button", { type: "button", class: "remove" });
  const help = el("p", { class: "help", id: "help" });
  const why = el("p", { class: "why", role: "alert", hidden: true });
  file.setAttribute("aria-describedby", "help");
  const side = el("div", { class: "side" });
  side.append(file, choose, remove, help, why);
  const whole = el("div", { class: "whole" });
  whole.append(face, side);
  root.append(whole);
  keepKeys(whole);
  let busy = false;

  return {
    /** @param {Component} component */
    show({ data, setTriggerValue }) {
      const { words } = data;
      face.replaceChildren(
        data.address
          ? el("img", { src: new URL(data.address, document.baseURI).href, alt: words.of, width: 72, height: 72 })
          : el("span", { class: "initial", "aria-hidden": "true", text: [...data.name][0] ?? "" }),
      );
      choose.textContent = busy ? words.sending : data.address ? words.change : words.choose;
      remove.textContent = words.remove;
      help.textContent = words.help;
      for (const part of [file, choose, help]) part.hidden = !data.may;
      remove.hidden = !data.may || !data.address;
      file.disabled = busy;
      remove.onclick = () => setTriggerValue("removed", data.address);
      file.onchange = async () => {
        const [chosen] = file.files ?? [];
        if (!chosen || busy) return;
        busy = true;
        file.disabled = true;
        choose.textContent = words.sending;
        const reason = await refusal(data, await reduced(chosen));
        busy = false;
        file.disabled = false;
        file.value = "";
        choose.textContent = data.address ? words.change : words.choose;
        why.textContent = reason;
        why.hidden = !reason;
        if (!reason) setTriggerValue("sent", Date.now());
      };
    },
    close() {
      whole.remove();
    },
  };
}
