// <biaogan-embed>: the dashboard, or a piece of it, on any page; docs/EMBEDDING.md says how it is used.
// It runs on pages of others: it throws nothing, leaves no name but the element's, and styles by script alone, so that
// it works under a policy that forbids styles in the markup.
(() => {
  if (!window.customElements || customElements.get("biaogan-embed")) return;

  /** The dashboard that this script came with; a module and a script in the markup do not know it. */
  const HOME = document.currentScript?.src.replace(/[^/]*$/, "") || "none:";
  const PARAMETERS = ["view", "id", "snapshot", "compare", "layer", "lang", "theme", "type", "hide"];
  const ASPECTS = { card: "5/3", chart: "4/3", map: "4/3", table: "4/3" };
  /**
   * How long a page may take, how long others wait for the first, how long an answer may take, before which the page
   * may have to fetch whom it obeys; in milliseconds.
   */
  const PATIENCE = 20_000, LEAD = 8_000, ANSWER = 8_000;

  const make = (name, style) => {
    const element = document.createElement(name);
    Object.assign(element.style, style);
    return element;
  };

  // Many elements on a page share what one has fetched: of each kind one goes first, one kind after the other, and the
  // rest wait until it is ready, or has taken too long.
  const shown = new Set(), warm = new Set();
  let queue = [], leader, impatient;

  function next() {
    const waiting = queue;
    queue = [];
    for (const one of waiting) {
      if (impatient || warm.has(one.kind)) one.load();
      else if (leader) queue.push(one);
      else {
        leader = one;
        setTimeout(() => {
          impatient ||= leader === one;
          arrived(one);
        }, LEAD);
        one.load();
      }
    }
  }

  function arrived(one) {
    if (leader !== one) return;
    leader = undefined;
    if (shown.has(one)) warm.add(one.kind);
    next();
  }

  const near = window.IntersectionObserver && new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) for (const one of shown) if (one.box === target) one.start();
    }
  }, { rootMargin: "400px" });

  addEventListener("message", ({ data, origin, source }) => {
    for (const one of shown) {
      if (one.frame?.contentWindow === source && one.url?.origin === origin && data?.version === 1) one.hear(data);
    }
  });

  /** What an element shows, from when it is put on the page until it is taken away. */
  class Shown {
    constructor(element) {
      this.element = element;
      this.box = make("div", { position: "relative" });
      this.note = make("p", { position: "absolute", inset: "0", margin: "0", padding: "1em" });
      (element.shadowRoot ?? element.attachShadow({ mode: "open" })).replaceChildren(this.box);
      shown.add(this);
      this.read();
      this.say("正在载入…", "Loading…");
      if (near) near.observe(this.box);
      else this.start();
    }

    end() {
      shown.delete(this);
      clearTimeout(this.late);
      clearTimeout(this.asked);
      near?.unobserve(this.box);
      queue = queue.filter((one) => one !== this);
      arrived(this);
    }

    said(name) {
      return this.element.getAttribute(name);
    }

    /** Takes what the attributes say. */
    read() {
      const said = (name) => this.said(name), piece = said("piece"), record = said("record");
      try {
        const url = new URL(said("src") || HOME, document.baseURI), query = url.searchParams;
        if (!/^http/.test(url.protocol)) throw 0;
        new URLSearchParams(said("query") ?? "").forEach((value, name) => query.set(name, value));
        for (const name of PARAMETERS) if (said(name) !== null) query.set(name, said(name));
        if (record) query.set("id", record);
        if (piece || !query.has("embed")) query.set("embed", piece in ASPECTS ? piece : "1");
        this.url = url;
        this.page = url.origin + url.pathname;
        this.kind = ["view", "embed", "as", "snapshot", "compare", "data"].reduce((kind, name) => `${kind} ${query.get(name)}`, this.page);
      } catch {
        this.url = this.page = undefined;
      }
      if (!this.ready) this.box.style.aspectRatio = said("aspect")?.replace(":", "/") ?? ASPECTS[piece] ?? "3/4";
      this.label();
    }

    /** Follows changed attributes. */
    change() {
      const { url, page } = this;
      this.read();
      // What has not come near is loaded later, from its new address.
      if (this.ready === undefined || this.url?.href === url?.href) return;
      if (!this.ready || this.deaf || this.page !== page) return this.load();
      // Where the page is not allowed to obey, it is loaded anew.
      clearTimeout(this.asked);
      this.asked = setTimeout(() => {
        this.deaf = true;
        this.load();
      }, ANSWER);
      this.frame.contentWindow.postMessage({ type: "biaogan:set", version: 1, query: this.url.search }, this.url.origin);
    }

    start() {
      near?.unobserve(this.box);
      if (this.frame || queue.includes(this)) return;
      queue.push(this);
      next();
    }

    load() {
      this.ready = false;
      clearTimeout(this.late);
      clearTimeout(this.asked);
      if (!this.url) return this.fail();
      this.late = setTimeout(() => this.fail(), this.said("timeout") * 1000 || PATIENCE);
      if (this.frame) {
        // Without a step in the history of the page around.
        return this.frame.contentWindow.location.replace(this.url);
      }
      this.frame = make("iframe", { display: "block", width: "100%", height: "100%", border: "0", opacity: "0" });
      this.frame.setAttribute("scrolling", "no");
      this.label();
      this.frame.src = this.url;
      this.box.append(this.frame);
    }

    hear({ type, title, height, ...told }) {
      const name = String(type).slice("biaogan:".length);
      if (name === "ready") {
        clearTimeout(this.late);
        this.ready = true;
        this.note.remove();
        this.box.style.aspectRatio = "";
        // A frame of another colour scheme than its page's does not let through what is behind it.
        const colorScheme = this.url.searchParams.get("theme") === "transparent" ? "light" : "";
        Object.assign(this.frame.style, { opacity: "", display: "block", colorScheme });
        arrived(this);
      }
      if (name === "state") {
        clearTimeout(this.asked);
        // What a page says that is being loaded anew is the answer that came too late.
        this.deaf &&= this.ready;
      }
      if (title) this.label(title);
      if (this.ready && height) this.grow(height);
      if (name !== "height") this.tell(name, { title, height, ...told });
    }

    /** Makes the frame as high as its content. */
    grow(height) {
      if (!(height > 0 && height < 1e5) || height === this.height) return;
      const now = Date.now();
      // A scroll bar of the page around that comes and goes with the height would do so for ever; a reader who opens
      // and closes something stops.
      this.swings = height === this.earlier && now - this.grown < 500 ? this.swings + 1 : 0;
      if (this.swings > 2 && height < this.height) return;
      this.earlier = this.height;
      this.height = height;
      this.grown = now;
      this.frame.style.height = `${height}px`;
    }

    /** Calls the frame as the attribute says, else as its page is called. */
    label(title) {
      this.title = title ?? this.title ?? "标杆 Biaogan";
      const label = this.said("title") || this.title;
      this.frame?.setAttribute("title", label);
      this.frame?.setAttribute("aria-label", label);
    }

    fail() {
      if (this.frame) this.frame.style.display = "none";
      this.box.style.aspectRatio = "";
      this.say("看板暂时未能载入。", "The dashboard could not be loaded. ");
      if (this.url) {
        const link = make("a"), alone = new URL(this.url);
        for (const name of ["embed", "hide"]) alone.searchParams.delete(name);
        Object.assign(link, { href: alone, target: "_blank", rel: "noopener", textContent: this.word("打开完整页面", "Open the page") });
        this.note.append(link);
      }
      this.note.style.position = "static";
      this.note.setAttribute("role", "alert");
      arrived(this);
      this.tell("failed");
    }

    word(zh, en) {
      return /^en/i.test(this.element.closest("[lang]")?.lang || navigator.language) ? en : zh;
    }

    say(zh, en) {
      this.note.textContent = this.word(zh, en);
      this.box.append(this.note);
    }

    tell(name, detail) {
      this.element.dispatchEvent(new CustomEvent(`biaogan-${name}`, { detail, bubbles: true, composed: true }));
    }
  }

  customElements.define("biaogan-embed", class extends HTMLElement {
    static observedAttributes = [...PARAMETERS, "src", "piece", "record", "query", "aspect", "title"];
    #shown;
    #changed;

    connectedCallback() {
      this.#shown ??= new Shown(this);
    }

    disconnectedCallback() {
      this.#shown?.end();
      this.#shown = undefined;
    }

    attributeChangedCallback() {
      // Several attributes that change together are one change.
      if (!this.#shown || this.#changed) return;
      this.#changed = true;
      queueMicrotask(() => {
        this.#changed = false;
        this.#shown?.change();
      });
    }
  });
})();
