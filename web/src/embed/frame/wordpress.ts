// WordPress puts an embed into a frame without an origin and hides it until the
// frame has said, with the secret that stands at the end of its address, how
// high it wants to be. A link leads on only through the page around.

const secretForm = /#\?secret=([A-Za-z0-9]{1,64})$/;

/** The secret in the frame's address, null when WordPress is not around it; the rest of the address stays. */
export function takeSecret(): string | null {
  const secret = secretForm.exec(location.hash)?.[1] ?? null;
  const rest = location.hash.replace(secretForm, "");
  if (secret && rest) history.replaceState(history.state, "", rest);
  return secret;
}

/** Says to WordPress what its script understands. */
export class WordPress {
  constructor(private readonly secret: string) {
    document.addEventListener("click", (event) => this.#follow(event));
  }

  height(value: number): void {
    this.#post("height", value);
  }

  /** A new window is not to be had there; WordPress itself goes where a link of the frame's own host leads. */
  #follow(event: Event): void {
    const [target] = event.composedPath();
    const link = target instanceof Element ? target.closest("a") : null;
    if (link?.target !== "_blank" || link.host !== location.host) return;
    event.preventDefault();
    this.#post("link", link.href);
  }

  #post(message: string, value: unknown): void {
    window.parent.postMessage({ message, value, secret: this.secret }, "*");
  }
}
