/** The rules for our JavaScript: as for Python, complexity is at most 10; and nothing is made of text as markup. */

import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import js from "@eslint/js";
import globals from "globals";

const MARKUP = "Text is text: make elements, and set textContent.";

export default [
  {
    basePath: dirname(dirname(fileURLToPath(import.meta.url))),
    files: ["journeymap/**/*.{js,mjs,cjs}", "tests/**/*.{js,mjs,cjs}"],
    ...js.configs.recommended,
    linterOptions: { noInlineConfig: true },
    languageOptions: { globals: { ...globals.browser, vis: "readonly" } },
    rules: {
      ...js.configs.recommended.rules,
      complexity: ["error", 10],
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-unused-expressions": ["error", { allowShortCircuit: true, allowTernary: true }],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-var": "error",
      "no-warning-comments": ["error", { terms: ["@ts-nocheck", "@ts-ignore"], location: "anywhere" }],
      "prefer-const": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: MARKUP },
        { property: "outerHTML", message: MARKUP },
        { property: "insertAdjacentHTML", message: MARKUP },
        { property: "setHTMLUnsafe", message: MARKUP },
        { property: "createContextualFragment", message: MARKUP },
        { object: "document", property: "write", message: MARKUP },
        { object: "document", property: "writeln", message: MARKUP },
      ],
    },
  },
  {
    basePath: dirname(dirname(fileURLToPath(import.meta.url))),
    files: ["tests/**/*.js"],
    languageOptions: { globals: globals.node },
  },
];
