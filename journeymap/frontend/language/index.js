/** Keeps the language that was chosen on a screen in the browser: for the next visit, and for the light pages. */

/**
 * @typedef {import("../types.js").Component<{ name: string, language: string, path: string, seconds: number }>} Component
 *
 * @returns {import("../types.js").Mounted}
 */
export function mount() {
  return {
    /** @param {Component} component */
    show({ data }) {
      const secure = location.protocol === "https:" ? "; secure" : "";
      document.cookie = `${data.name}=${data.language}; path=${data.path}; max-age=${data.seconds}; samesite=lax${secure}`;
    },
    close() {},
  };
}
