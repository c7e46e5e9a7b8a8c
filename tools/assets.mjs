// Trunk's hooks, for what is not Rust.
//   before the build: bundles ECharts and MapLibre into public/vendor/ under names with their hashes, and the
//                     stylesheets of src/ui/style/ into target/web/biaogan.css;
//   after it:         tells the page where these are (<meta name="biaogan-echarts">, …) and not of feeds that are not
//                     there, puts the program's parts beside it, and minifies the glue.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build, transformSync } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const vendor = path.join(root, "public/vendor");
const release = process.env.TRUNK_PROFILE !== "debug";
// The browsers that have what the wasm needs, reference types above all.
const target = ["chrome96", "edge96", "firefox91", "safari15.4"];

/** Parts below this size, in bytes, come together in one file. */
const SMALL = 8000;
// What no more parts than this share, each of them has by itself.
const FEW = 4;

/** The features of wasm that the command's flags call by one name and the library by another. */
const FEATURES = {
  "bulk-memory": "BulkMemory", "nontrapping-float-to-int": "NontrappingFPToInt", "sign-ext": "SignExt",
  "mutable-globals": "MutableGlobals", multivalue: "Multivalue", "reference-types": "ReferenceTypes",
};

const steps = { before, after };
await (steps[process.argv[2]] ?? usage)();

async function before() {
  rmSync(vendor, { recursive: true, force: true });
  mkdirSync(vendor, { recursive: true });
  await bundle("echarts", "tools/echarts-entry.mjs", "Apache ECharts, Apache-2.0; see echarts.NOTICE.txt");
  writeFileSync(path.join(vendor, "echarts.NOTICE.txt"), notice("echarts", ["NOTICE", "LICENSE"]));
  const maplibre = "MapLibre GL JS, BSD-3-Clause; see maplibre.NOTICE.txt";
  await bundle("maplibre", "tools/maplibre-entry.mjs", maplibre);
  await bundle("maplibre-worker", "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", maplibre);
  writeFileSync(path.join(vendor, "maplibre.NOTICE.txt"), licences(["maplibre-gl", "pmtiles"]));

  // Folders that Trunk copies must be there, even before tools/data.sh has filled them.
  for (const name of ["public/data", "public/schema"]) mkdirSync(path.join(root, name), { recursive: true });

  await build({
    entryPoints: [path.join(root, "src/ui/style/biaogan.css")],
    outfile: path.join(root, "target/web/biaogan.css"),
    bundle: true, minify: release, target, logLevel: "warning",
  });
}

/** Bundles what others wrote into a module of the page's. */
async function bundle(name, entry, licence) {
  const { outputFiles: [{ contents }] } = await build({
    entryPoints: [path.join(root, entry)],
    bundle: true, format: "esm", minify: true, target, write: false,
    legalComments: "none",
    banner: { js: `/*! ${licence} */` },
    logLevel: "warning",
  });
  writeFileSync(path.join(vendor, `${name}.${hash(contents)}.js`), contents);
}

/** What tells one content of a file from another in its name. */
function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/** The licences and notices that a package asks to be passed on with it. */
function notice(name, files) {
  const home = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  return files.map((name) => readFileSync(path.join(home, name), "utf8")).join("\n");
}

/** The licences of packages and of all that they bring along; where one comes without its text, its name and whose it is. */
function licences(names) {
  const all = new Set(names);
  const texts = [];
  for (const name of all) {
    const home = path.join(root, "node_modules", name);
    const { version, license, author, dependencies } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
    for (const other of Object.keys(dependencies ?? {})) if (!other.startsWith("@types/")) all.add(other);
    const file = readdirSync(home).find((file) => /^licen[cs]e/i.test(file));
    const text = file ? readFileSync(path.join(home, file), "utf8").trim() : `© ${author?.name ?? author ?? "its authors"}`;
    texts.push(`${name} ${version}, ${license}\n\n${text}\n`);
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function after() {
  const dist = process.env.TRUNK_STAGING_DIR;
  const vendors = readdirSync(path.join(dist, "vendor")).filter((name) => name.endsWith(".js"));
  const head = vendors.map((name) => `<meta name="biaogan-${name.split(".")[0]}" content="./vendor/${name}">`).join("") +
    `<link rel="modulepreload" href="./${await parts(dist)}" crossorigin>`;
  edit(path.join(dist, "index.html"), (html) => withFeeds(dist, html).replace("</head>", `${head}</head>`));
  if (!release) return;
  for (const name of readdirSync(dist).filter((name) => name.endsWith(".js"))) {
    edit(path.join(dist, name), (code) => transformSync(code, { format: "esm", minify: true, target }).code);
  }
}

/** The page without the feeds that the data do not have. */
function withFeeds(dist, html) {
  return html.replace(/^ *<link [^>]*type="application\/atom\+xml"[^>]*href="([^"]*)"[^>]*>\n/gm,
    (link, href) => existsSync(path.join(dist, href)) ? link : "");
}

function edit(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/**
 * Puts the parts that the program loads later into dist/parts/, each optimised as Trunk does the program. What pages
 * share falls into hundreds of pieces, most of them of a few hundred bytes: these come together in one file, from which the
 * loader cuts them, so that a page asks for a few files and not for hundreds. Pieces that few parts share stand in a file
 * of each of these: a page fetches little that it does not need, and the next page little that is there already.
 * @returns {Promise<string>} the name of the module that loads them
 */
async function parts(dist) {
  const from = path.join(root, "target/web/parts");
  const names = readdirSync(from).filter((name) => name.endsWith(".wasm") && name !== "main.wasm");
  const contents = await optimise(names.map((name) => readFileSync(path.join(from, name))));
  const glue = readdirSync(dist).find((name) => /^biaogan-web-\w+\.js$/.test(name));
  let loader = readFileSync(path.join(from, "__wasm_split.js"), "utf8").replace("./main.js", `./${glue}`);
  mkdirSync(path.join(dist, "parts"));
  const asks = (url) => `fetch(new URL("${url}", import.meta.url))`;
  // The splitter writes above each piece which parts share it.
  const users = new Map([...loader.matchAll(/\/\* ([\w, ]+) \*\/\s*const __(chunk_\d+) /g)]
    .map(([, users, name]) => [`${name}.wasm`, users.split(", ")]));
  const small = [];
  const own = new Map();
  let length = 0;
  for (const [at, name] of names.entries()) {
    const content = contents[at];
    const of = users.get(name) ?? [];
    if (content.length < SMALL && of.length > 0 && of.length <= FEW) {
      const number = Number(/\d+/.exec(name)[0]);
      for (const part of of) own.set(part, [...own.get(part) ?? [], { number, content }]);
      loader = loader.replaceAll(asks(`./${name}`), `own(${number})`);
      continue;
    }
    if (content.length < SMALL && name.startsWith("chunk_")) {
      loader = loader.replaceAll(asks(`./${name}`), `piece(${length}, ${content.length})`);
      small.push(content);
      length += content.length;
      continue;
    }
    const to = `parts/${path.basename(name, ".wasm")}-${hash(content)}.wasm`;
    writeFileSync(path.join(dist, to), content);
    loader = loader.replaceAll(`"./${name}"`, `"./${to}"`);
  }
  /** Writes pieces as one file, and gives the code of its address. */
  const bind = (name, pieces) => {
    const together = Buffer.concat(pieces), to = `parts/${name}-${hash(together)}.bin`;
    writeFileSync(path.join(dist, to), together);
    return `new URL("./${to}", import.meta.url)`;
  };
  loader = loader.replace(/export const __wasm_split_load_(\w+) = (wrapAsyncCb\([^]*?\]\)\));/g, (all, part, load) => {
    const pieces = own.get(part);
    if (!pieces) return all;
    const url = bind(`split_${part}`, pieces.map(({ content }) => content));
    const lengths = pieces.map(({ number, content }) => `[${number}, ${content.length}]`).join(", ");
    own.delete(part);
    return `export const __wasm_split_load_${part} = withOwn(${url}, [${lengths}], ${load});`;
  });
  if (own.size > 0) throw new Error(`the loader has no ${[...own.keys()]}`);
  loader += `
const shared = { url: ${bind("pieces", small)} };
let asking;
/** Loads a part; what few parts share it takes from a file of its own. The pieces are asked for before this returns. */
function withOwn(url, lengths, load) {
  const file = { url, lengths };
  return (...call) => {
    asking = file;
    return load(...call);
  };
}
/** A piece of the file of the part that is being loaded. */
function own(number) {
  let from = 0;
  for (const [each, length] of asking.lengths) {
    if (each === number) return cut(asking, from, length);
    from += length;
  }
}
/** A piece that many parts share. */
function piece(from, length) {
  return cut(shared, from, length);
}
/** What could not be fetched is asked for again the next time. */
function cut(file, from, length) {
  file.content ??= fetch(file.url)
    .then((response) => response.ok ? response.arrayBuffer() : Promise.reject(new Error(response.status)))
    .catch((error) => { file.content = undefined; throw error; });
  const headers = { "content-type": "application/wasm" };
  return file.content.then((all) => new Response(all.slice(from, from + length), { headers }));
}
`;
  const module = `biaogan-parts-loader-${hash(loader)}.js`;
  writeFileSync(path.join(dist, module), loader);
  edit(path.join(dist, glue), (code) => code.replace(/(from\s*["'])\.\/__wasm_split\.js/g, `$1./${module}`));
  return module;
}

/**
 * Optimises parts as Trunk does the program, by the flags of index.html. There are hundreds of them, most of them tiny:
 * done here they take a tenth of the time that a process for each would.
 * @param {Buffer[]} contents @returns {Promise<Buffer[]>}
 */
async function optimise(contents) {
  const asked = readFileSync(path.join(root, "index.html"), "utf8");
  const [, level, flags] = /data-wasm-opt="(\w)" data-wasm-opt-params="([^"]*)"/.exec(asked);
  const binaryen = await quietly(() => import("binaryen"));
  if (level !== "s") throw new Error(`index.html asks for -O${level}; this knows -Os`);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(1);
  const passes = [];
  let features = 0;
  for (const flag of flags.split(" ")) {
    const [name, value] = flag.split("=");
    const feature = FEATURES[/^--enable-(.*)/.exec(name)?.[1]];
    if (name === "--skip-pass") binaryen.addPassToSkip(value);
    else if (name === "-ocimfs") binaryen.setOneCallerInlineMaxSize(Number(value));
    else if (name === "--low-memory-unused") binaryen.setLowMemoryUnused(true);
    else if (name === "--traps-never-happen") binaryen.setTrapsNeverHappen(true);
    else if (feature) features |= binaryen.Features[feature];
    else if (name.startsWith("--strip-")) passes.push(name.slice(2));
    else throw new Error(`index.html asks wasm-opt for ${flag}, which this does not know`);
  }
  return contents.map((content) => {
    const module = binaryen.readBinary(content);
    module.setFeatures(module.getFeatures() | features);
    module.optimize();
    module.runPasses(passes);
    const made = Buffer.from(module.emitBinary());
    module.dispose();
    return made;
  });
}

/** Loads a library that keeps the console's functions, but for its warnings of names that nobody needs. */
async function quietly(load) {
  const { warn, error } = console;
  for (const [name, say] of Object.entries({ warn, error })) {
    console[name] = (...words) => String(words[0]).includes("unknown name subsection") || say(...words);
  }
  try {
    return (await load()).default;
  } finally {
    Object.assign(console, { warn, error });
  }
}

function usage() {
  console.error("usage: node tools/assets.mjs before|after");
  process.exit(2);
}
