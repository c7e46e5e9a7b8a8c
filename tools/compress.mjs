// Writes a .br and a .gz beside every text and wasm file of the built page, for servers that send such files as they are.
//   node tools/compress.mjs [folder]
// What was compressed before is kept by content in target/web/packed/, so that a second run costs nothing.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const root = path.resolve(import.meta.dirname, "..");
const dist = path.resolve(process.argv[2] ?? path.join(root, "dist"));
const store = path.join(root, "target/web/packed");
const TEXT = new Set([".html", ".js", ".css", ".wasm", ".json", ".geojson", ".svg", ".txt", ".csv"]);
// Above this much data the best quality takes longer than it is worth.
const MUCH = 4 * 1024 * 1024;

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && TEXT.has(path.extname(entry.name)))
  .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
const isData = (file) => file.startsWith(path.join(dist, "data") + path.sep);
const dataBytes = files.filter(isData).reduce((sum, file) => sum + statSync(file).size, 0);

const pack = {
  br: (content, quality) => promisify(zlib.brotliCompress)(content, {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }),
  gz: (content) => promisify(zlib.gzip)(content, { level: 9 }),
};

mkdirSync(store, { recursive: true });
const used = new Set();
const totals = { raw: 0, br: 0 };

await Promise.all(files.map(async (file) => {
  const content = readFileSync(file);
  const quality = isData(file) && dataBytes > MUCH ? 9 : 11;
  const digest = createHash("sha256").update(content).digest("hex");
  for (const kind of ["br", "gz"]) {
    const name = `${digest}.${kind === "br" ? quality : 9}.${kind}`;
    const kept = path.join(store, name);
    used.add(name);
    const packed = existsSync(kept) ? readFileSync(kept) : await pack[kind](content, quality);
    if (!existsSync(kept)) writeFileSync(kept, packed);
    if (packed.length < content.length) writeFileSync(`${file}.${kind}`, packed);
    if (kind === "br") totals.br += Math.min(packed.length, content.length);
  }
  totals.raw += content.length;
}));

for (const name of readdirSync(store)) if (!used.has(name)) rmSync(path.join(store, name));
const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
console.log(`compressed ${files.length} files: ${kB(totals.raw)}, brotli ${kB(totals.br)}`);
