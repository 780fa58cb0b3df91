import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { PaneName } from "./panes";

/** Below this width, in pixels, Go and Python take turns behind tabs. */
const sideBySide = 720;

/** How the element lies on the page, and what of it the reader has opened. */
export class Layout implements ReactiveController {
  narrow = false;
  pane: PaneName = "go";
  expanded = false;
  private readonly watch = new ResizeObserver(() => this.measure());

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.watch.observe(this.host);
    this.measure();
  }

  hostDisconnected(): void {
    this.watch.disconnect();
  }

  show(pane: PaneName): void {
    this.pane = pane;
    this.host.requestUpdate();
  }

  expand(): void {
    this.expanded = !this.expanded;
    this.host.requestUpdate();
  }

  private measure(): void {
    const { width } = this.host.getBoundingClientRect();
    const narrow = width > 0 ? width < sideBySide : this.narrow;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.host.requestUpdate();
  }
}
