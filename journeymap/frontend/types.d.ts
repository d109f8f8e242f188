/** What several modules speak of. Only the type checker reads this. */

/** What a page hands to a component each time that it runs. */
export interface Component<D = any> {
  /** What Python says, with what `component.js` needs of it. */
  data: D & { script: string; identity: string; failed?: string };
  parentElement: HTMLElement | ShadowRoot;
  /** Tell Python of something that happened once. */
  setTriggerValue(name: string, value: unknown): void;
  /** Tell Python of something that stays so. */
  setStateValue(name: string, value: unknown): void;
}

/** A component on the page. */
export interface Mounted<D = any> {
  /** The page has run, also the first time. */
  show(component: Component<D>): void;
  close(): void;
}
