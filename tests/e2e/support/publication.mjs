// What is published, and how a test tampers with it on its way to the page.
import { createHash } from "node:crypto";

const digest = (body) => createHash("sha256").update(body).digest("hex");
const text = (content) => (typeof content === "string" ? content : JSON.stringify(content));

/** The published files; what a test changes reaches only the pages that it is laid before. */
export class Publication {
  #base;
  #request;
  #changed = new Map();
  #sound;
  /** The manifest, to be changed at will; it is sent as it stands when a page asks. */
  manifest;

  /** @param {import("@playwright/test").APIRequestContext} request @param {string} baseURL */
  static async read(request, baseURL) {
    const publication = new Publication();
    publication.#base = new URL("data/", baseURL).href;
    publication.#request = request;
    publication.#sound = JSON.parse(await publication.#original("index.json"));
    publication.restore();
    return publication;
  }

  async #original(path) {
    const response = await this.#request.get(this.#base + path);
    if (!response.ok()) throw new Error(`${path}: ${response.status()}`);
    return response.text();
  }

  /** The manifest's entry of an edition: by month, or the newest. */
  entry(id = this.newest) { return this.manifest.snapshots.find((entry) => entry.id === id); }

  /** The month of the newest edition. */
  get newest() { return this.manifest.snapshots.map((entry) => entry.id).sort().at(-1); }

  /** The manifest's entry of a layer. */
  layer(role) { return this.manifest.layers.find((layer) => layer.role === role); }

  /** What an entry's file holds, read. */
  async content(entry) { return JSON.parse(await this.text(entry)); }

  /** What an entry's file holds, letter by letter. */
  text(entry) { return this.#original(entry.file); }

  /**
   * Replaces an entry's file, length and digest in the manifest going with it.
   * @param {{file: string, bytes: number, sha256: string}} entry
   * @param {string | object | ((content: any) => any)} content the new content, or what changes the old one
   */
  async replace(entry, content) {
    if (typeof content === "function") {
      const old = await this.content(entry);
      content = content(old) ?? old;
    }
    const body = Buffer.from(text(content));
    Object.assign(entry, { bytes: body.length, sha256: digest(body) });
    this.#changed.set(entry.file, { body });
  }

  /** Sends something else for a path without telling the manifest. */
  swap(path, /** @type {string | object} */ content) { this.#changed.set(path, { body: Buffer.from(text(content)) }); }

  /** Answers a path with an HTTP status, or with nothing at all (`abort`). */
  refuse(path, /** @type {number | "abort"} */ how = 404) { this.#changed.set(path, how === "abort" ? { abort: true } : { status: how }); }

  /** Nothing is to be had any more. */
  vanish(/** @type {number | "abort"} */ how = "abort") {
    for (const { file } of [...this.manifest.snapshots, ...this.manifest.layers]) this.refuse(file, how);
    this.refuse("index.json", how);
  }

  /** Everything is as published again. */
  restore() {
    this.#changed.clear();
    this.manifest = structuredClone(this.#sound);
  }

  /** Lays the publication before a page; later changes count for what the page fetches after them. */
  async serve(page) {
    await page.route((url) => url.href.startsWith(this.#base), async (route) => {
      const path = new URL(route.request().url()).href.slice(this.#base.length).replace(/\?.*/, "");
      const changed = this.#changed.get(path) ?? (path === "index.json" ? { body: text(this.manifest) } : null);
      if (!changed) return route.continue();
      if (changed.abort) return route.abort("connectionrefused");
      await route.fulfill({ status: changed.status ?? 200, body: changed.body ?? "", contentType: "application/json" });
    });
  }
}
