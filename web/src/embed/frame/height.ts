/** Tells what height the page's content needs, now and whenever that changes. */
export function watchHeight(tell: (height: number) => void): void {
  const page = document.documentElement;
  let last = 0;
  const look = () => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (height !== last && height > 0) tell((last = height));
  };
  new ResizeObserver(look).observe(page);
  // A post may begin to listen only when its own scripts have come.
  window.addEventListener("load", () => {
    last = 0;
    look();
  });
}
