import { css } from "lit";

const buttons = css`
  button {
    padding: 0.35rem 0.8rem;
    border: 1px solid var(--ahiru-edge, #8a8778);
    border-radius: var(--ahiru-radius, 0.5rem);
    background: var(--ahiru-raised, #fff);
    color: var(--ahiru-text, #1d2227);
    font: inherit;
    cursor: pointer;
  }

  button:hover {
    border-color: var(--ahiru-accent, #0b6770);
  }

  button:focus-visible {
    outline: 2px solid var(--ahiru-focus, #0b6770);
    outline-offset: 2px;
  }
`;

export const offlineStyles = [
  buttons,
  css`
    :host {
      display: block;
      margin-block-start: 0.8rem;
    }

    div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 0.8rem;
    }

    p {
      margin: 0.4rem 0 0;
    }

    p:empty {
      display: none;
    }

    progress {
      inline-size: min(16rem, 100%);
      accent-color: var(--ahiru-accent, #0b6770);
    }

    .bytes {
      font-variant-numeric: tabular-nums;
    }
  `,
];

export const updateStyles = [
  buttons,
  css`
    :host {
      position: sticky;
      inset-block-end: 0;
      z-index: 20;
      display: block;
    }

    div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 0.8rem;
      font-size: 0.9rem;
      color: var(--ahiru-text, #1d2227);
      background: var(--ahiru-surface, #f6f3ec);
    }

    div:has(p) {
      padding: 0.6rem 1rem;
      border-block-start: 1px solid var(--ahiru-line, #dedace);
    }

    p {
      margin: 0;
    }
  `,
];
