// Discs on a plane, and free places between them.

export interface Spot {
  x: number;
  y: number;
  radius: number;
}

const cell = 20; // in the unit of the plan, more than any two radii
const turns = 16; // directions in which a place is looked for
const farthest = 200; // rings that are tried

export class Spots {
  #gap: number;
  #cells = new Map<string, Spot[]>();

  /** gap is what stays free between two discs. */
  constructor(gap: number) {
    this.#gap = gap;
  }

  add(spot: Spot): void {
    const key = keyAt(spot.x, spot.y);
    const list = this.#cells.get(key);
    if (list) list.push(spot);
    else this.#cells.set(key, [spot]);
  }

  /** The nearest free place about a disc. */
  beside(anchor: Spot, radius: number): { x: number; y: number } {
    const near = anchor.radius + radius + this.#gap;
    for (let ring = 0; ring < farthest; ring++) {
      const distance = near + ring * radius;
      for (let i = 0; i < turns; i++) {
        const angle = (2 * Math.PI * (i + ring / 2)) / turns;
        const x = anchor.x + distance * Math.cos(angle);
        const y = anchor.y + distance * Math.sin(angle);
        if (this.#isFree(x, y, radius)) return { x, y };
      }
    }
    return { x: anchor.x + near, y: anchor.y };
  }

  /** The nearest free place straight above or below. */
  above({ x, y }: Spot, radius: number): { x: number; y: number } {
    for (let i = 0; i < farthest * 2; i++) {
      const at = y + (i % 2 ? -1 : 1) * Math.ceil(i / 2) * radius;
      if (this.#isFree(x, at, radius)) return { x, y: at };
    }
    return { x, y };
  }

  #isFree(x: number, y: number, radius: number): boolean {
    for (const [dx, dy] of around) {
      for (const spot of this.#cells.get(keyAt(x + dx * cell, y + dy * cell)) ?? []) {
        const free = radius + spot.radius + this.#gap;
        if (Math.hypot(spot.x - x, spot.y - y) < free - 1e-9) return false;
      }
    }
    return true;
  }
}

const keyAt = (x: number, y: number) => `${Math.floor(x / cell)},${Math.floor(y / cell)}`;

const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));
