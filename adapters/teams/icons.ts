import { crc32, deflateSync } from "node:zlib";

/** The two icons of the app package as PNG: a speech bubble whose halves a seam joins. */
export interface Icons {
  /** 192 x 192, in colour; the picture keeps to the middle 120, which Teams always shows. */
  readonly color: Uint8Array;
  /** 32 x 32, white lines on nothing. */
  readonly outline: Uint8Array;
}

/** @param accent such as "#2044aa" */
export function appIcons(accent: string): Icons {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
  return {
    color: draw(192, (x, y) => {
      // the bubble takes up 108 of 192 points
      const inside = bubble((x - 96) / 108, (y - 96) / 108) < 0 && !stitch((x - 96) / 108, (y - 96) / 108);
      return inside ? [255, 255, 255, 255] : [red, green, blue, 255];
    }),
    outline: draw(32, (x, y) => {
      const [u, v] = [(x - 16) / 27, (y - 16) / 27];
      const line = Math.abs(bubble(u, v) + LINE / 2) < LINE / 2 || stitch(u, v);
      return line ? [255, 255, 255, 255] : [255, 255, 255, 0];
    }),
  };
}

/** The outline's width, as a share of the bubble's. */
const LINE = 2 / 27;

/** Distance to the edge of a speech bubble in the square from -0.5 to 0.5, negative inside. */
function bubble(x: number, y: number): number {
  const radius = 0.13;
  const [dx, dy] = [Math.abs(x) - 0.5 + radius, Math.abs(y + 0.09) - 0.37 + radius];
  const body = Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  // the tail: right of its upright side, above its slope
  const tail = Math.max(-0.3 - x, 0.2 - y, (x + 0.3 + (y - 0.48)) / Math.SQRT2);
  return Math.min(body, tail);
}

/** Three stitches down the middle. */
function stitch(x: number, y: number): boolean {
  return Math.abs(x) < 0.045 && [-0.27, -0.09, 0.09].some((middle) => Math.abs(y - middle) < 0.055);
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Each point is the mean of 16 samples, so that edges are smooth. */
function draw(size: number, at: (x: number, y: number) => Colour): Uint8Array {
  const steps = [0.125, 0.375, 0.625, 0.875];
  // each row begins with the number of its filter: none
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const samples = steps.flatMap((dy) => steps.map((dx) => at(x + dx, y + dy)));
      for (let channel = 0; channel < 4; channel += 1) {
        const sum = samples.reduce((total, colour) => total + (colour[channel] ?? 0), 0);
        rows[y * (1 + size * 4) + 1 + x * 4 + channel] = Math.round(sum / samples.length);
      }
    }
  }
  return png(size, rows);
}

/** RFC 2083: signature, header (8 bits, red green blue alpha), the rows compressed, end. */
function png(size: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "ascii"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
