// Keeps a page fresh: whenever the hall says that a view has changed, the page is asked for again
// and the parts that came out differently are put in place. Its words are the server's alone.

import { Listening } from "./listening.js";
import { goBack, placeOf } from "./place.js";

const body = document.body;
const root = new URL(document.querySelector(".site-header .hall").href);
const every = 1000 * Number(body.dataset.every || 1);
const offline = document.getElementById("offline");

let due = 0;
let isAsking = false;
let isSignedOut = false;
let freshAt = 0;

// A document answered to a request is parsed by the browser itself; no script in it runs.
function ask(address) {
  return new Promise((answered, failed) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => {
      signedOut(request.responseURL.includes("/login"));
      if (request.status === 200 && request.responseXML && !isSignedOut) answered(request.responseXML);
      else failed();
    };
    request.onerror = request.ontimeout = failed;
    request.timeout = 8000;
    request.open("GET", address);
    request.send();
  });
}

export async function refresh(address = location.href) {
  if (isAsking) return wish();
  isAsking = true;
  freshAt = Date.now();
  try {
    take(await ask(address));
  } catch (_) {
    // the next news asks again
  } finally {
    isAsking = false;
  }
}

function wish() {
  if (due) return;
  const pause = Math.max(0, freshAt + every - Date.now());
  due = setTimeout(() => { due = 0; refresh(); }, pause);
}

function take(fresh) {
  document.querySelectorAll("[data-part]").forEach((part) => {
    const other = fresh.querySelector("[data-part='" + part.dataset.part + "']");
    if (!other || part.contains(openDialog()) || other.isEqualNode(part)) return;
    const held = part.contains(document.activeElement) && placeOf(document.activeElement);
    part.replaceChildren(...Array.from(other.childNodes, (one) => document.importNode(one, true)));
    if (held) goBack(held);
    part.dispatchEvent(new CustomEvent("fresh", { bubbles: true }));
  });
}

// Whose session has ended sees nothing new: that is said, and the page looks as old as it is.
export function signedOut(isSo) {
  const words = document.getElementById("signed-out");
  if (!words || isSo === isSignedOut) return;
  isSignedOut = isSo;
  words.hidden = !isSo;
  live(!isSo);
}

function openDialog() {
  return document.querySelector("dialog[open]");
}

function live(isLive) {
  if (isLive === null) return;
  body.dataset.live = isLive && !isSignedOut ? "online" : "offline";
  offline.hidden = isLive || isSignedOut;
}

if (body.dataset.fresh) {
  const view = body.dataset.fresh;
  const socket = new URL("api/live?view=" + view, root);
  socket.protocol = socket.protocol.replace("http", "ws");
  let first = true;
  const hears = {
    view: () => { if (!first) wish(); first = false; },
    live,
    gone: () => {},
  };
  new Listening(socket.href, new URL("api/views/" + view, root).href, hears).start();
}
