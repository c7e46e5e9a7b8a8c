// Serves the built page, as any web server should: compressed files where the browser takes them, the right types,
// the security policy as a header too, caching by what a name promises, and parts of files that are not compressed.
//   node tools/serve.mjs [--dir dist] [--base /] [--port 8080] [--host 127.0.0.1] [--tour]
// PORT and HOST in the environment do the same; a port that is taken gives way to the next free one.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".geojson": "application/geo+json",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const ENCODINGS = [["br", ".br"], ["gzip", ".gz"]];
// A name with a hash in it never changes its content.
const HASHED = /[-.][0-9a-f]{8,64}(_bg)?\.\w+$/;

/** The page's own policy, so that header and page cannot differ. */
function policy(dir) {
  const html = readFileSync(path.join(dir, "index.html"), "utf8");
  return html.match(/http-equiv="?Content-Security-Policy"? content="([^"]*)"/)?.[1] ?? "default-src 'none'";
}

function stat(file) {
  return statSync(file, { throwIfNoEntry: false });
}

/**
 * The file an address names, or null: nothing outside the folder, no hidden file.
 * @param {string} dir @param {string} base @param {string} pathname
 */
function locate(dir, base, pathname) {
  if (!pathname.startsWith(base)) return null;
  let name;
  try { name = decodeURIComponent(pathname.slice(base.length)); } catch { return null; }
  if (name.includes("\0") || name.split(/[\\/]/).some((part) => part.startsWith("."))) return null;
  const file = path.join(dir, name);
  const found = stat(file);
  if (found?.isDirectory()) return name === "" || name.endsWith("/") ? path.join(file, "index.html") : null;
  return found ? file : null;
}

/** The part of a file of `size` bytes that is asked for; null for all of it. An empty one lies beyond the end. */
function range(asked, size) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(asked ?? "") ?? [];
  return from === undefined ? null : { from: Number(from), to: Math.min(to ? Number(to) : size - 1, size - 1) };
}

/**
 * Starts a server and gives its address once it listens.
 * @param {{dir?: string, base?: string, port?: number, host?: string, tries?: number, csp?: string | null, heard?: (path: string, status: number) => void}} [options]
 *   port 0 takes any free one; `tries` is how many ports are tried upwards; csp null sends no policy; `heard` is told
 *   the path and the status of every answer
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({ dir = "dist", base = "/", port = 0, host = "127.0.0.1", tries = 1, csp, heard } = {}) {
  dir = path.resolve(dir);
  base = `/${base.replace(/^\/|\/$/g, "")}/`.replace("//", "/");
  const security = csp === undefined ? policy(dir) : csp;

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    response.on("finish", () => heard?.(pathname, response.statusCode));
    const refuse = (status, text, headers = {}) => {
      response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers }).end(`${text}\n`);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "GET only", { Allow: "GET, HEAD" });
    if (`${pathname}/` === base) return refuse(301, "moved", { Location: base });
    const file = locate(dir, base, pathname);
    const plain = file && stat(file);
    if (!plain?.isFile()) return refuse(404, "not found");

    const accepted = (request.headers["accept-encoding"] ?? "").toLowerCase();
    const packed = ENCODINGS.map(([encoding, suffix]) => ({ encoding, path: file + suffix, stat: stat(file + suffix) }));
    const chosen = packed.find(({ encoding, stat }) => stat?.isFile() && stat.mtimeMs >= plain.mtimeMs &&
      new RegExp(`\\b${encoding}\\b(?!;\\s*q=0(\\.0*)?(,|$))`).test(accepted));
    const part = chosen ? null : range(request.headers.range, plain.size);
    const sent = chosen?.stat ?? plain;
    const etag = `"${plain.size.toString(36)}-${Math.round(plain.mtimeMs).toString(36)}${chosen ? `-${chosen.encoding}` : ""}"`;

    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    const headers = {
      "Cache-Control": HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      "ETag": etag,
      "Vary": "Accept-Encoding",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      ...(security && { "Content-Security-Policy": security }),
    };
    if (request.headers["if-none-match"]?.split(/,\s*/).includes(etag)) return response.writeHead(304, headers).end();
    if (part && part.from > part.to) return refuse(416, "no such part", { "Content-Range": `bytes */${plain.size}` });
    if (part) {
      const { from, to } = part;
      response.writeHead(206, {
        ...headers,
        "Content-Type": type,
        "Content-Length": to - from + 1,
        "Content-Range": `bytes ${from}-${to}/${plain.size}`,
      });
      if (request.method === "HEAD") return response.end();
      createReadStream(file, { start: from, end: to }).on("error", () => response.destroy()).pipe(response);
      return;
    }
    response.writeHead(200, {
      ...headers,
      ...(!chosen && { "Accept-Ranges": "bytes" }),
      "Content-Type": type,
      "Content-Length": sent.size,
      ...(chosen && { "Content-Encoding": chosen.encoding }),
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(chosen?.path ?? file).on("error", () => response.destroy()).pipe(response);
  });

  await new Promise((resolve, reject) => {
    server.on("error", (error) => {
      if (error.code !== "EADDRINUSE" || --tries <= 0) return reject(error);
      server.listen(++port, host);
    });
    server.on("listening", resolve);
    server.listen(port, host);
  });
  const name = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host) ? "localhost" : host;
  return {
    url: `http://${name}:${server.address().port}${base}`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

const TOUR = [
  ["overview", ""],
  ["a domain", "?view=domain&id=commerce"],
  ["goals as small charts", "?view=indicators&as=small&group=domain"],
  ["a goal, half way", "?view=indicator&id=ind-online-retail-sales&snapshot=2022-06"],
  ["half a year compared", "?snapshot=2022-06&compare=2022-01"],
  ["map", "?view=map"],
  ["about the data", "?view=about"],
  ["in English, dark", "?lang=en&theme=dark"],
  ["embedded", "?embed=1&view=indicators"],
  ["a chart alone", "?view=indicator&id=ind-online-retail-sales&embed=chart"],
  ["style guide", "?view=styleguide"],
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: {
      dir: { type: "string", default: path.resolve(import.meta.dirname, "../dist") },
      base: { type: "string", default: "/" },
      port: { type: "string", default: process.env.PORT || "8080" },
      host: { type: "string", default: process.env.HOST || "127.0.0.1" },
      tour: { type: "boolean", default: false },
    },
  });
  if (!stat(path.join(values.dir, "index.html"))) {
    console.error(`nothing to serve in ${values.dir}: run \`make build\` first`);
    process.exit(1);
  }
  const wanted = Number(values.port);
  const { url, close } = await serve({ ...values, port: wanted, tries: 50 });
  if (new URL(url).port !== String(wanted)) console.log(`port ${wanted} is taken`);
  if (values.tour) for (const [what, query] of TOUR) console.log(`  ${what.padEnd(24)} ${url}${query}`);
  console.log(`serving at ${url}   (Ctrl-C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => close().then(() => process.exit(0)));
}
