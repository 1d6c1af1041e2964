// The open page: puts news about the dossier into words on the screen.

import { faceOf } from "./dossier_face.js";
import { otherLanguage } from "./face.js";
import { Listening } from "./listening.js";

const body = document.body;
const at = (name) => document.getElementById(name);
const all = (selector) => Array.from(document.querySelectorAll(selector));

let lexicon = null;
let language = document.documentElement.lang;
let view = null;
let live = null;
let said = "";

function address(path) {
  return new URL("../api/" + path + "dossier=" + encodeURIComponent(body.dataset.link), location);
}

function show() {
  if (!lexicon || !view) return;
  const words = lexicon[language];
  const face = faceOf(view, language, lexicon);
  document.documentElement.lang = language;
  body.dataset.face = face.face;
  all("[data-word]").forEach((one) => { one.textContent = words[one.dataset.word]; });
  showSwitch(words);
  all("[data-slot]").forEach((one) => put(one, face[one.dataset.slot]));
  all("[data-when]").forEach((one) => { one.hidden = !face[one.dataset.when]; });
  showWay(face.way);
  ["hall", "authority", "procedure", "department"].forEach(nameIn);
  showLive(face);
}

function showSwitch(words) {
  const other = otherLanguage(language);
  at("switch").textContent = words.other_language;
  at("switch").lang = at("switch").hreflang = other;
  at("switch").href = "?lang=" + other;
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

// A name that only exists in Vietnamese is read out as Vietnamese.
function nameIn(slot) {
  const words = { procedure: view.procedure_name, department: view.department_name }[slot] || view[slot];
  const element = document.querySelector("[data-slot=" + slot + "]");
  if (language === "en" && !words.en && slot !== "department") element.lang = "vi";
  else element.removeAttribute("lang");
}

function showWay(way) {
  at("way").replaceChildren(...way.map((milestone) => {
    const place = document.createElement("li");
    place.dataset.mark = milestone.mark;
    if (milestone.mark === "now") place.setAttribute("aria-current", "step");
    ["title", "when", "note"].forEach((part) => {
      if (!milestone[part]) return;
      const line = document.createElement("p");
      line.className = part;
      if (part === "note") line.lang = "vi"; // as the official wrote it
      line.textContent = milestone[part];
      place.append(line);
    });
    return place;
  }));
}

function showLive(face) {
  const lost = live === false;
  body.dataset.live = lost ? "offline" : live ? "online" : "connecting";
  at("offline").hidden = !lost;
  document.title = face.title;
  if (!lost) say(face.say);
}

// Spoken when something has changed; at first the reader has the whole page before it.
function say(sentence) {
  const isFirst = said === "";
  if (sentence === said) return;
  said = sentence;
  if (!isFirst) at("say").textContent = sentence;
}

function hear(news) {
  view = news;
  show();
}

function setLive(isLive) {
  if (isLive === live) return;
  live = isLive;
  show();
  if (!view) {
    body.dataset.live = live === false ? "offline" : "connecting";
    at("offline").hidden = live !== false;
  }
}

function switchLanguage(event) {
  if (!lexicon || !view) return;
  event.preventDefault();
  language = otherLanguage(language);
  history.replaceState(null, "", "?lang=" + language);
  said = "";
  show();
}

function begin() {
  const sockets = address("live?view=dossier&");
  sockets.protocol = sockets.protocol === "https:" ? "wss:" : "ws:";
  const hears = { view: hear, live: setLive, gone: () => location.reload() };
  at("switch").addEventListener("click", switchLanguage);
  new Listening(sockets.href, address("views/dossier?").href, hears).start();
}

async function readWords() {
  try {
    lexicon = await (await fetch(body.dataset.words)).json();
    show();
  } catch (_) {
    setTimeout(readWords, 3000);
  }
}

begin();
readWords();
