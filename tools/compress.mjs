// Writes a .br and a .gz beside every text and wasm file of a built page, for servers that send such files as they are.
//   node tools/compress.mjs
// What was compressed before is kept by content in target/web/packed/, so that a second run costs next to nothing.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import zlib from "node:zlib";

const root = path.resolve(import.meta.dirname, "..");
const TEXT = new Set([".html", ".js", ".css", ".wasm", ".json", ".geojson", ".svg", ".txt", ".csv", ".xml", ".bin"]);
// The months before the newest are many and seldom asked for: the best quality would take long and save little.
const OLDER = 9;

const pack = {
  br: (content, quality) => promisify(zlib.brotliCompress)(content, {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }),
  gz: (content) => promisify(zlib.gzip)(content, { level: 9 }),
};

/**
 * Compresses what lies in a folder.
 * @param {string} folder
 * @param {string} store where compressed files are kept by their content
 * @returns {Promise<{files: number, raw: number, br: number}>} bytes as they are, and by brotli
 */
export async function compress(folder, store) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.has(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  const older = new Set(files.filter((file) => /[\\/]snapshots[\\/]/.test(file)).sort().slice(0, -1));

  mkdirSync(store, { recursive: true });
  const used = new Set();
  const total = { files: files.length, raw: 0, br: 0 };
  await Promise.all(files.map(async (file) => {
    const content = readFileSync(file);
    const digest = createHash("sha256").update(content).digest("hex");
    total.raw += content.length;
    for (const kind of ["br", "gz"]) {
      const quality = kind === "br" ? (older.has(file) ? OLDER : 11) : 9;
      const name = `${digest}.${quality}.${kind}`;
      const kept = path.join(store, name);
      used.add(name);
      const packed = existsSync(kept) ? readFileSync(kept) : await pack[kind](content, quality);
      if (!existsSync(kept)) writeFileSync(kept, packed);
      if (packed.length < content.length) writeFileSync(`${file}.${kind}`, packed);
      if (kind === "br") total.br += Math.min(packed.length, content.length);
    }
  }));
  for (const name of readdirSync(store)) if (!used.has(name)) rmSync(path.join(store, name));
  return total;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { files, raw, br } = await compress(path.join(root, "dist"), path.join(root, "target/web/packed"));
  const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
  console.log(`compressed ${files} files: ${kB(raw)}, brotli ${kB(br)}`);
}
