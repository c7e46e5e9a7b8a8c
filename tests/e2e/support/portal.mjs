// Pages of another site that embed the dashboard, under a policy as strict as its own.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

const FOLDER = path.join(import.meta.dirname, "hosts");
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8" };

/**
 * Serves the pages of hosts/, with the dashboard's address in them. Its own is a number where the dashboard's is a name,
 * so that both are of different sites, as they are in the world.
 * @param {string} dashboard
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function portal(dashboard) {
  const { origin } = new URL(dashboard);
  const policy = `default-src 'none'; script-src 'self' ${origin}; frame-src ${origin}; base-uri 'none'; form-action 'none'`;
  const files = readdirSync(FOLDER);
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://portal").pathname.slice(1);
    if (!files.includes(name)) return response.writeHead(204).end();
    const text = readFileSync(path.join(FOLDER, name), "utf8").replaceAll("%BIAOGAN%", dashboard);
    response.writeHead(200, { "Content-Type": TYPES[path.extname(name)], "Content-Security-Policy": policy }).end(text);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}
