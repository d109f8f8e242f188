/** What the picture of two maps is made of. Only the type checker reads this. */

export interface Card {
  id: string;
  column: number;
  text: string;
  fate: string;
  word: string;
  truth: boolean;
  told: string;
  feels: number | null;
  channels: string;
  /** How many pain points it has, in words; "" for none. */
  pains: string;
}

export interface Band {
  id: string;
  title: string;
  aim: string;
  first: number;
  last: number;
  colour: string;
}

export interface Link {
  from: number;
  to: number;
  fate: string;
}

export type Point = [number, number | null];

export interface Fact {
  label: string;
  value: string;
  note: string;
  coverage: string;
  tone: string;
}

export interface Pain {
  text: string;
  pains: string[];
  fate: string;
  word: string;
  does: string;
  emotion: string;
}

/** Cards, lines, episodes and curves by column. */
export interface Picture {
  columns: number;
  as_is: Card[];
  to_be: Card[];
  links: Link[];
  as_is_episodes: Band[];
  to_be_episodes: Band[];
  felt: Point[];
  targeted: Point[];
}

export interface Data extends Picture {
  view: "overlay" | "side";
  facts: Fact[];
  pains: Pain[];
  /** "as-is:<id>", "to-be:<id>" or "". */
  selected: string;
  /** Whether only a part is shown. */
  sought: boolean;
  words: Record<string, string>;
}

export type Component = import("../types.js").Component<Data>;
