// A published page of a test's own, in a sub-folder of a server that can go away and come back.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../../tools/serve.mjs";

const BASE = "/gov/ouhai/";
const dist = fileURLToPath(new URL("../../../dist", import.meta.url));

export class Site {
  #behind;
  #server;
  #port = 0;
  /** Where the files lie. */
  dir = mkdtempSync(path.join(os.tmpdir(), "biaogan-site-"));
  /** Addresses whose answer breaks off half way. */
  torn = /(?!)/;
  /** Addresses that were asked for since it last came up. */
  asked = [];

  static async open() {
    const site = new Site();
    cpSync(dist, site.dir, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
    site.#behind = await serve({ dir: site.dir, base: BASE });
    await site.start();
    return site;
  }

  get url() { return `http://localhost:${this.#port}${BASE}`; }

  /** Comes up, each time at the same address. */
  async start() {
    this.asked = [];
    this.#server = http.createServer((request, response) => {
      this.asked.push(request.url);
      const { method, headers, url } = request;
      const passed = http.request(new URL(url, this.#behind.url), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        if (!this.torn.test(url)) return answer.pipe(response);
        answer.once("data", (chunk) => response.write(chunk.subarray(0, chunk.length / 2), () => response.destroy()));
      });
      passed.on("error", () => response.destroy());
      request.pipe(passed);
    });
    await new Promise((listening) => this.#server.listen(this.#port, "localhost", listening));
    this.#port = this.#server.address().port;
  }

  /** Goes away. */
  stop() {
    return new Promise((stopped) => {
      this.#server.close(stopped);
      this.#server.closeAllConnections();
    });
  }

  async close() {
    if (this.#server.listening) await this.stop();
    await this.#behind.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  read(name) { return readFileSync(path.join(this.dir, name), "utf8"); }

  write(name, content) { writeFileSync(path.join(this.dir, name), content); }

  /** The file of the folder whose name fits. */
  named(pattern) { return readdirSync(this.dir).find((name) => pattern.test(name)); }

  /** Puts another build in the place of the present one: the same program, all its files under other names. */
  deploy() {
    const old = readdirSync(this.dir).filter((name) => /^biaogan-.*\.(js|css|wasm)$/.test(name));
    const stem = (name) => name.match(/[0-9a-f]{12,}/)[0];
    const stems = [...new Set(old.map(stem))];
    const renamed = (text) => stems.reduce((text, one) => text.replaceAll(one, [...one].reverse().join("")), text);
    for (const name of old) {
      const content = readFileSync(path.join(this.dir, name));
      rmSync(path.join(this.dir, name));
      this.write(renamed(name), name.endsWith(".wasm") ? content : renamed(content.toString()));
    }
    this.write("index.html", renamed(this.read("index.html")));
  }

  /**
   * Publishes the newest month once more, with a file that is not what the manifest says of it.
   * @returns {{file: string, mend: () => void}} its name, and what puts the right one in its place
   */
  publishSpoilt() {
    const manifest = JSON.parse(this.read("data/index.json"));
    const entry = manifest.snapshots.reduce((one, other) => (other.id > one.id ? other : one));
    const content = Buffer.from(`${this.read(`data/${entry.file}`)}\n`);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const file = `snapshots/${entry.id}.${sha256.slice(0, 12)}.json`;
    this.write(`data/${file}`, Buffer.from(content).fill(32, 100, 200));
    Object.assign(entry, { file, sha256, bytes: content.length });
    manifest.sequence += 1;
    this.write("data/index.json", JSON.stringify(manifest));
    return { file, mend: () => this.write(`data/${file}`, content) };
  }
}
