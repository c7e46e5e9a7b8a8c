// How much memory the wasm of a page has taken; for the measurements.

/** Runs in the page before anything else does: takes wasm memories as they are made. */
export function watchMemory() {
  window.__memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...rest) => {
      const made = await original.apply(WebAssembly, rest);
      const memory = (made.instance ?? made).exports.memory;
      if (memory) window.__memories.push(memory);
      return made;
    };
  }
}

/** Runs in the page: the bytes of all of them. */
export function wasmMemory() {
  return window.__memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}
