// Tiles for tests: pictures and vectors of streets, and PMTiles files of them, all made here.
import { deflateSync } from "node:zlib";

const CRC = Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
  return byte >>> 0;
});
const crc = (bytes) => ~bytes.reduce((sum, byte) => CRC[(sum ^ byte) & 255] ^ (sum >>> 8), -1) >>> 0;

function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length);
  frame.writeUInt32BE(crc(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG whose pixels are what `colour` says, as [red, green, blue]. */
export function png(size, colour) {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(size);
  head.writeUInt32BE(size, 4);
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) rows.set(colour(x, y), y * (size * 3 + 1) + 1 + x * 3);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A tile with streets, a river and blocks of a town that is the same at every zoom. */
export function streets(size = 256) {
  const near = (at, line, width) => Math.abs(at - line) < width;
  return png(size, (x, y) => {
    const river = 128 + 40 * Math.sin((x / size) * 2 * Math.PI);
    if (near(y, river, 9)) return [170, 211, 223];
    if (near(x, 128, 4) || near(y, 64, 4)) return [252, 214, 164];
    if (x % 32 < 2 || y % 32 < 2) return [255, 255, 255];
    return (x >> 5) * 7 + (y >> 5) * 3 & 4 ? [226, 222, 214] : [242, 239, 233];
  });
}

const varint = (number) => {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
  return [...bytes, number];
};

/** The number of the first tile of a zoom in a PMTiles file: all tiles of lesser zooms come before it. */
const first = (zoom) => (4 ** zoom - 1) / 3;

/** A vector tile whose western half is water, with a road across. */
export function vectors() {
  const field = (number, content) => [number << 3 | 2, ...varint(content.length), ...content];
  const zigzag = (steps) => steps.flatMap((step) => varint(step < 0 ? -2 * step - 1 : 2 * step));
  const layer = (name, type, geometry) => field(3, [
    15 << 3, 2, ...field(1, Buffer.from(name)), ...field(2, [3 << 3, type, ...field(4, geometry)]), 5 << 3, ...varint(4096),
  ]);
  const half = [9, ...zigzag([0, 0]), 26, ...zigzag([2048, 0, 0, 4096, -2048, 0]), 15];
  const across = [9, ...zigzag([0, 1024]), 10, ...zigzag([4096, 0])];
  return Buffer.from([...layer("water", 3, half), ...layer("roads", 2, across)]);
}

/** A PMTiles file in which every tile of every zoom up to `most` is the same: a PNG (2) or vectors (1). */
export function pmtiles(tile, { kind = 2, most = 16 } = {}) {
  // One entry, a run as long as there are tiles: number, length of the run, length, offset + 1.
  const directory = Buffer.from([...varint(1), ...varint(0), ...varint(first(most + 1)), ...varint(tile.length), ...varint(1)]);
  const metadata = Buffer.from("{}");
  const head = Buffer.alloc(127);
  head.write("PMTiles");
  head.writeUInt8(3, 7);
  const sections = [[127, directory.length], [127 + directory.length, metadata.length], [0, 0], [127 + directory.length + metadata.length, tile.length]];
  sections.flat().forEach((number, at) => head.writeBigUInt64LE(BigInt(number), 8 + 8 * at));
  [first(most + 1), 1, 1].forEach((number, at) => head.writeBigUInt64LE(BigInt(number), 72 + 8 * at));
  // Clustered; neither directories nor tiles compressed; their kind; from zoom 0; the world.
  [1, 1, 1, kind, 0, most].forEach((byte, at) => head.writeUInt8(byte, 96 + at));
  [-180e7, -85e7, 180e7, 85e7].forEach((end, at) => head.writeInt32LE(end, 102 + 4 * at));
  return Buffer.concat([head, directory, metadata, tile]);
}
