// Only the rows in sight are in the page. A thin controller around @tanstack/virtual-core, for a scrolling element or for the
// page itself.
import {
  Virtualizer, defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, observeWindowOffset,
  observeWindowRect, windowScroll, type VirtualItem, type VirtualizerOptions,
} from "@tanstack/virtual-core";
import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface RowOptions {
  readonly count: number;
  readonly rowSize: number;
  /** The element that scrolls, or null for the page. */
  readonly scroller: Element | null;
  /** Where the rows begin in it. */
  readonly start: number;
  /** Height of what stays at the top while rows scroll below it. */
  readonly covered: number;
  /** A row that stays in the page because it has the focus, or -1. */
  readonly keep: number;
}

interface SharedOptions extends Required<Pick<VirtualizerOptions<Element, Element>, "count" | "estimateSize" | "overscan" | "scrollMargin" | "scrollPaddingStart" | "rangeExtractor">> {
  readonly onChange: () => void;
}

type Rows = Virtualizer<Element, Element> | Virtualizer<Window, Element>;

export class VirtualRows implements ReactiveController {
  #rows: Rows | null = null;
  #scroller: Element | null = null;
  #stop: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: () => RowOptions | null,
  ) {
    host.addController(this);
  }

  #make(options: RowOptions): Rows {
    const shared = this.#shared(options);
    this.#scroller = options.scroller;
    return options.scroller === null
      ? new Virtualizer<Window, Element>({
          ...shared, getScrollElement: () => window, observeElementRect: observeWindowRect, observeElementOffset: observeWindowOffset,
          scrollToFn: windowScroll, initialOffset: () => window.scrollY,
        })
      : new Virtualizer<Element, Element>({
          ...shared, getScrollElement: () => this.#scroller, observeElementRect, observeElementOffset, scrollToFn: elementScroll,
        });
  }
  #shared(options: RowOptions): SharedOptions {
    return {
      count: options.count,
      estimateSize: () => options.rowSize,
      overscan: 8,
      scrollMargin: options.start,
      scrollPaddingStart: options.covered,
      rangeExtractor: (range) => {
        const rows = defaultRangeExtractor(range);
        if (options.keep < 0 || options.keep >= options.count || rows.includes(options.keep)) return rows;
        return [...rows, options.keep].sort((a, b) => a - b);
      },
      onChange: () => this.host.requestUpdate(),
    };
  }

  /** Before the host is drawn: what is drawn follows the newest options. */
  hostUpdate(): void {
    const options = this.options();
    if (this.#rows === null || options === null || options.scroller !== this.#scroller) return;
    const before = this.#rows.options;
    const same = before.count === options.count && before.scrollMargin === options.start && before.estimateSize(0) === options.rowSize;
    this.#rows.setOptions({ ...before, ...this.#shared(options) } as never);
    if (!same) this.#rows.measure();
  }
  hostUpdated(): void {
    const options = this.options();
    if (options === null) return this.#drop();
    if (this.#rows !== null && options.scroller !== this.#scroller) this.#drop();
    if (this.#rows === null) {
      this.#rows = this.#make(options);
      this.#stop = this.#rows._didMount();
      this.host.requestUpdate();
    }
    this.#rows._willUpdate();
  }
  hostDisconnected(): void {
    this.#drop();
  }
  #drop(): void {
    this.#stop?.();
    this.#rows = null;
  }

  get items(): readonly VirtualItem[] {
    return this.#rows?.getVirtualItems() ?? [];
  }
  get height(): number {
    return this.#rows?.getTotalSize() ?? 0;
  }
  /** Rows that fit into sight, for moving by a page. */
  get page(): number {
    const options = this.options();
    const height = this.#rows?.scrollRect?.height ?? 0;
    return options === null ? 1 : Math.max(1, Math.floor((height - options.covered) / options.rowSize) - 1);
  }
  show(row: number): void {
    this.#rows?.scrollToIndex(row, { align: "auto" });
  }
  toTop(): void {
    this.#rows?.scrollToOffset(0);
  }
}
