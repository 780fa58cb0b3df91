/** A square of pixels that is laid side by side, each 0xAABBGGRR. */
export interface Tile {
  size: number;
  pixels: Uint32Array;
}

/**
 * Pixels that are written one by one. To a canvas ten thousand bars are ten
 * thousand shapes; written here they are one picture.
 */
export class Pixels {
  width = 0;
  height = 0;
  data = new Uint32Array(0);
  private canvas: HTMLCanvasElement | undefined;
  private image: ImageData | undefined;
  private touched = false;

  /** Empty, and as large as this. */
  clear(width: number, height: number): void {
    this.touched = false;
    if (width === this.width && height === this.height) return void this.data.fill(0);
    [this.width, this.height] = [width, height];
    this.data = new Uint32Array(width * height);
    this.image = undefined;
  }

  /** A rectangle of whole pixels, cut to what is there. */
  rect(x0: number, y0: number, x1: number, y1: number, tile: Tile, alpha = 1): void {
    const [left, right] = [Math.max(0, x0), Math.min(this.width, x1)];
    const [top, bottom] = [Math.max(0, y0), Math.min(this.height, y1)];
    if (left >= right || top >= bottom) return;
    this.touched = true;
    const opacity = Math.round(alpha * 255) << 24;
    const { size, pixels } = tile;
    for (let y = top; y < bottom; y++) {
      const row = y * this.width;
      const line = (y % size) * size;
      if (size === 1 && alpha === 1) {
        this.data.fill(pixels[0] as number, row + left, row + right);
        continue;
      }
      for (let x = left; x < right; x++) {
        const pixel = pixels[line + (x % size)] as number;
        this.data[row + x] = alpha === 1 ? pixel : (pixel & 0xffffff) | opacity;
      }
    }
  }

  /** A column of one colour over what is there. */
  over(x: number, y0: number, y1: number, colour: number, alpha: number): void {
    if (x < 0 || x >= this.width) return;
    this.touched = true;
    const bottom = Math.min(this.height, y1);
    for (let y = Math.max(0, y0); y < bottom; y++) {
      const i = y * this.width + x;
      this.data[i] = blended(this.data[i] as number, colour, alpha);
    }
  }

  /** Takes the pixels at the corners of a rectangle away. */
  round(x0: number, y0: number, x1: number, y1: number): void {
    for (const x of [x0, x1 - 1]) {
      if (x < 0 || x >= this.width) continue;
      for (const y of [y0, y1 - 1])
        if (y >= 0 && y < this.height) this.data[y * this.width + x] = 0;
    }
  }

  /** Lays the picture over a canvas, at a place in the canvas's own pixels. */
  put(c: CanvasRenderingContext2D, left: number, top: number): void {
    const { width, height } = this;
    if (!this.touched) return;
    this.image ??= new ImageData(
      new Uint8ClampedArray(this.data.buffer as ArrayBuffer),
      width,
      height,
    );
    const canvas = (this.canvas ??= document.createElement("canvas"));
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    canvas.getContext("2d")?.putImageData(this.image, 0, 0);
    c.save();
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.drawImage(canvas, left, top);
    c.restore();
  }
}

/** A colour over a pixel, of which the part alpha covers it. */
export function blended(below: number, colour: number, alpha: number): number {
  const under = ((below >>> 24) / 255) * (1 - alpha);
  const all = alpha + under;
  if (all <= 0) return 0;
  const channel = (shift: number) => {
    const [a, b] = [(colour >>> shift) & 255, (below >>> shift) & 255];
    return Math.round((a * alpha + b * under) / all) << shift;
  };
  return (channel(0) | channel(8) | channel(16) | (Math.round(all * 255) << 24)) >>> 0;
}
