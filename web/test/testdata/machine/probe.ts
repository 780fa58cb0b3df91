/**
 * Tries what code in the jail must not be able to do, in a frame and in a
 * worker of it, and tells its parent what went through. Run on an ordinary
 * page everything goes through: the proof that the tries are good ones.
 */
type Try = (site: string) => unknown;

/** Resolves when an event of that name comes, rejects on "error". */
function comes(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(name, () => resolve());
    target.addEventListener("error", () => reject(new Error("error event")));
  });
}

function database(): Promise<void> {
  const opening = indexedDB.open("probe");
  return comes(opening, "success");
}

function request(site: string): Promise<void> {
  const xhr = new XMLHttpRequest();
  xhr.open("GET", site + "/favicon.ico");
  xhr.send();
  return comes(xhr, "load");
}

function worker(url: string): Promise<void> {
  return comes(new Worker(url), "message");
}

const everywhere: Record<string, Try> = {
  fetch: (site) => fetch(site + "/favicon.ico"),
  XMLHttpRequest: request,
  WebSocket: (site) => comes(new WebSocket(site.replace("http", "ws") + "/socket"), "open"),
  EventSource: (site) => comes(new EventSource(site + "/events"), "open"),
  indexedDB: database,
  caches: () => caches.open("probe"),
  eval: () => (0, eval)("1"),
  Function: () => new Function("return 1")() as unknown,
  "worker from the site": (site) => worker(site + "/probed.js"),
};

const inFrame: Record<string, Try> = {
  localStorage: () => localStorage.length,
  sessionStorage: () => sessionStorage.length,
  cookie: () => document.cookie,
  "parent's document": () => parent.document.title,
  "top's location": () => top!.location.href,
  "a window": () => open("about:blank", "_blank", "popup")!.closed,
  image: (site) => {
    const image = new Image();
    image.src = site + "/pixel.svg";
    return comes(image, "load");
  },
  "inline script": () => {
    const script = document.createElement("script");
    script.textContent = "globalThis.inlineRan = true";
    document.documentElement.append(script);
    if (!("inlineRan" in globalThis)) throw new Error("it did not run");
  },
  "script from the site": (site) => {
    const script = document.createElement("script");
    script.src = site + "/probed.js";
    document.documentElement.append(script);
    return comes(script, "load");
  },
};

const inWorker: Record<string, Try> = {
  importScripts: (site) => importScripts(site + "/probed.js"),
};

/** What a try came to: "" when it went through, else why not. */
async function outcome(attempt: Try, site: string): Promise<string> {
  const late = new Promise<never>((_, no) => setTimeout(() => no(new Error("no answer")), 3000));
  try {
    await Promise.race([attempt(site), late]);
    return "";
  } catch (err) {
    return String(err);
  }
}

async function all(tries: Record<string, Try>, site: string): Promise<Record<string, string>> {
  const results: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(tries)) results[name] = await outcome(attempt, site);
  return results;
}

declare function importScripts(url: string): void;
const asWorker = typeof document === "undefined";

addEventListener("message", async ({ data }) => {
  const { site, text } = data as { site?: string; text: string };
  if (!site) return;
  if (asWorker) return postMessage(await all({ ...everywhere, ...inWorker }, site));
  const frame = await all({ ...everywhere, ...inFrame }, site);
  const blob = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  blob.postMessage({ site });
  blob.onmessage = ({ data: worker }) => {
    if (typeof worker === "object") parent.postMessage({ frame, worker }, "*"); // not what it imported
  };
});
