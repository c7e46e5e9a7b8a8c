// Keeps a wall startable from this machine's disk: its program, its settings, its data. Registered by wall.js; what is
// asked for by a page that did not begin as a wall, or stands inside another, is handed to the network unchanged.
//
// Whatever names other files, the page its program and a manifest its editions, is stored after all of them. So what is
// found is whole, wherever the network died.
const HOME = registration.scope;
const CONFIG = new URL("config.json", HOME).href;
const PREFIX = `biaogan ${HOME} `;
// A cache for each build, which may be started once it holds its page; and one for each manifest.
const BUILD = `${PREFIX}build `;
const DATA = `${PREFIX}data `;
// When the server sent what is kept; the program tells by it that the server was not reached (src/browser/fetch.rs).
const STORED = "x-biaogan-cached";
// Milliseconds that the server has to answer, where there is something kept.
const PATIENCE = 8000;
// A name with a hash in it never changes its content.
const HASHED = /[-.][0-9a-f]{8,64}(_bg)?\.\w+$/;
// A request that wants the server's answer, as for a file that turned out bad.
const ANEW = ["no-cache", "no-store", "reload"];
// What a page and a script name: the parts of other pages are nothing to a wall.
const IN_PAGE = /(?:href|src)="([^"]+\.(?:css|js|svg|wasm)(?:\?[^"]*)?)"/g;
const IN_SCRIPT = /(?:from|import\(|URL\()\s*["'](\.\/[^"']+)["']/g;
const OF_OTHERS = /\/parts\/split_(?!wall)/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// A wall that stands says so, every hour: what it loaded before this worker was there is to be kept, too, and what could
// not be kept then.
addEventListener("message", (event) => {
  const wall = new URL(event.data);
  const manifest = manifestOf(wall);
  if (!isWall(wall) || new URL(manifest).origin !== location.origin) return;
  const ask = (href) => fetch(href, { cache: "no-cache" });
  event.waitUntil(Promise.allSettled([
    forgetOthers(wall),
    ask(wall.href).then(keepBuild),
    ...[manifest, CONFIG].map((href) => ask(href).then((answer) => keep(href, answer, wall))),
  ]));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (request.destination === "document" && isPage(url) && isWall(url)) event.respondWith(page(event));
    return;
  }
  event.respondWith(clients.get(event.clientId).then((client) => {
    const wall = wallOf(client);
    return wall ? file(event, url, wall) : fetch(request);
  }));
});

function isPage({ pathname }) {
  const home = new URL(HOME).pathname;
  return pathname === home || pathname === `${home}index.html`;
}

/** What an address says; of several values the last one counts, as in the program. */
function said({ searchParams }, name) {
  return searchParams.getAll(name).pop();
}

function isWall(url) {
  return ["", "1"].includes(said(url, "kiosk"));
}

/** The address of a page that began as a wall and stands by itself. */
function wallOf(client) {
  const url = client && client.frameType !== "nested" && new URL(client.url);
  return url && isWall(url) ? url : undefined;
}

async function walls() {
  return (await clients.matchAll()).map(wallOf).filter(Boolean);
}

function manifestOf(wall) {
  const usual = new URL("data/index.json", HOME).href;
  try {
    return new URL(said(wall, "data") || usual, HOME).href;
  } catch {
    return usual;
  }
}

/** The server's page once all that it names is kept, else the last of which all is. */
async function page(event) {
  const sent = fetch(event.request.url, { cache: "no-cache", redirect: "manual" });
  const kept = sent.then(keepBuild);
  event.waitUntil(kept.catch(() => {}));
  const [build] = await builds();
  if (!build) return sent;
  // A disk that is full must not hold a wall to an old program.
  const isDone = await soon(kept.catch(({ name }) => name === "QuotaExceededError"));
  return isDone ? sent : build.page;
}

/** A file of a wall. */
async function file(event, url, wall) {
  const { request } = event;
  if (isPage(url)) return page(event);
  const isFixed = HASHED.test(url.pathname);
  const isAnew = ANEW.includes(request.cache);
  if (!isAnew) {
    for (const { cache } of await builds()) {
      const kept = await cache.match(url.href);
      if (kept) return kept;
    }
    const kept = isFixed && await inData(url.href);
    if (kept) return kept.answer;
  }
  const sent = fetch(request);
  // What is to be kept of these comes with what names it; a bad one goes, and comes back with that.
  if (isFixed && isAnew) await (await inData(url.href))?.cache.delete(url.href);
  if (isFixed) return sent;
  if ([manifestOf(wall), CONFIG].includes(url.href)) {
    event.waitUntil(sent.then((answer) => keep(url.href, answer.clone(), wall)).catch(() => {}));
  }
  const kept = await found(DATA + manifestOf(wall), url.href);
  if (!kept) return sent;
  const answer = await soon(sent);
  return answer && isSound(answer) ? answer : kept;
}

/** What comes of a promise within the time that there is, or nothing. */
function soon(promise) {
  return Promise.race([promise.catch(() => {}), new Promise((done) => setTimeout(done, PATIENCE))]);
}

/** Whether a server answered with a file, and not a portal in its place with a page to log in. */
function isSound(answer) {
  return answer.ok && !/html/.test(answer.headers.get("content-type"));
}

/** An answer that has come whole, as it is kept. */
async function whole(answer) {
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set(STORED, new Date().toISOString());
  return new Response(await answer.arrayBuffer(), { headers });
}

async function sound(answer) {
  if (!isSound(answer)) throw new Error(`${answer.url}: ${answer.status}`);
  return whole(answer);
}

/** The builds that are whole, the one first whose page the server sent last. */
async function builds() {
  const names = (await caches.keys()).filter((name) => name.startsWith(BUILD));
  const all = await Promise.all(names.map(async (name) => {
    const cache = await caches.open(name);
    return { name, cache, page: await cache.match(HOME) };
  }));
  const sent = ({ page }) => Date.parse(page.headers.get(STORED));
  return all.filter(({ page }) => page).sort((one, other) => sent(other) - sent(one));
}

const underWay = new Map();

/** Keeps a page and all that it names. */
async function keepBuild(answer) {
  const copy = answer.clone();
  const named = [...(await answer.clone().text()).matchAll(IN_PAGE)].map(([, name]) => name.replaceAll("&amp;", "&"));
  if (!answer.ok || !named.some((name) => name.includes("boot.js?"))) throw new Error(`${answer.status}: not the page`);
  const name = BUILD + named.join(" ");
  if (!underWay.has(name)) underWay.set(name, fill(name, named, copy).finally(() => underWay.delete(name)));
  return underWay.get(name);
}

async function fill(name, named, page) {
  const cache = await caches.open(name);
  const wasWhole = await cache.match(HOME);
  // What has no hash is asked for again and put in at the end, so that the server's present files stand beside each other.
  const changed = new Map();
  const seen = new Set();
  const take = async (href) => {
    if (seen.has(href) || OF_OTHERS.test(href)) return;
    seen.add(href);
    const isFixed = HASHED.test(new URL(href).pathname);
    let kept = isFixed && await cache.match(href);
    if (!kept) {
      kept = await sound(await fetch(href, { cache: isFixed ? "default" : "no-cache" }));
      if (isFixed) await cache.put(href, kept.clone());
      else changed.set(href, kept.clone());
    }
    if (new URL(href).pathname.endsWith(".js")) await takeAll(await kept.text(), href);
  };
  const takeAll = (script, href) =>
    Promise.all([...script.matchAll(IN_SCRIPT)].map(([, name]) => take(new URL(name, href).href)));
  await Promise.all(named.map((name) => {
    const taken = take(new URL(name, HOME).href);
    // The program starts without its icon.
    return name.endsWith(".svg") ? taken.catch(() => {}) : taken;
  }));
  for (const [href, answer] of changed) await cache.put(href, answer);
  await cache.put(HOME, await whole(page));
  // The build before stays until this one is asked for again: until then a page of that one may still be starting.
  if (wasWhole) {
    for (const other of await caches.keys()) if (other.startsWith(BUILD) && other !== name) await caches.delete(other);
  }
  return true;
}

/** Keeps what the server says now of the settings, or of a manifest with what it names. */
async function keep(href, answer, wall) {
  const kept = await sound(answer);
  const manifest = manifestOf(wall);
  const name = DATA + manifest;
  if (href !== manifest) return store(name, href, kept);
  const named = await keepData(name, manifest, await kept.clone().json(), wall);
  await store(name, href, kept);
  const cache = await caches.open(name);
  for (const { url } of await cache.keys()) {
    if (![manifest, CONFIG, ...named].includes(url)) await cache.delete(url);
  }
}

/** Keeps what the walls show of a manifest, in the cache of that name, and gives the addresses of that. */
async function keepData(name, manifest, { snapshots, layers = [] }, wall) {
  const showing = [wall, ...(await walls()).filter((other) => manifestOf(other) === manifest)];
  const latest = (entries) => entries.reduce((one, other) => (other?.id > one.id ? other : one), entries[0]);
  const needed = showing.map((one) => {
    const chosen = (name) => snapshots.find(({ id }) => id === said(one, name));
    const shown = chosen("snapshot") ?? latest(snapshots);
    const before = latest(snapshots.filter(({ id, kind }) => kind === shown.kind && id < shown.id));
    return { shown, beside: [before, chosen("compare")] };
  });
  const must = [latest(snapshots), ...needed.map(({ shown }) => shown)];
  const beside = [...needed.flatMap(({ beside }) => beside), ...layers].filter(Boolean);
  const place = ({ file }) => new URL(manifest.replace(/[^/]*$/, "") + file).href;
  const take = async (entry) => {
    const href = place(entry);
    const kept = await found(name, href);
    if (kept && await isMeant(kept, entry)) return;
    for (const how of ["default", "reload"]) {
      const sent = await sound(await fetch(href, { cache: how }));
      if (await isMeant(sent, entry)) return store(name, href, sent);
    }
    throw new Error(`${href}: not the one in the manifest`);
  };
  // Without its edition a wall shows nothing; without the one before, or a boundary, it does.
  await Promise.all(must.map(take));
  await Promise.allSettled(beside.map(take));
  return [...must, ...beside].map(place);
}

/** What a cache holds at an address, if there is such a cache. */
async function found(name, href) {
  return (await caches.has(name)) ? (await caches.open(name)).match(href) : undefined;
}

async function store(name, href, answer) {
  await (await caches.open(name)).put(href, answer);
}

/** Deletes the data of which no wall stands any more. */
async function forgetOthers(wall) {
  const shown = [wall, ...await walls()].map((one) => DATA + manifestOf(one));
  for (const name of await caches.keys()) if (name.startsWith(DATA) && !shown.includes(name)) await caches.delete(name);
}

/** Whether a file is the one that an entry of the manifest means. */
async function isMeant(answer, { sha256 }) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === sha256.toLowerCase();
}

async function inData(href) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(DATA)) continue;
    const cache = await caches.open(name);
    const answer = await cache.match(href);
    if (answer) return { cache, answer };
  }
  return undefined;
}
