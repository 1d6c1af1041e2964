// The open page: puts news into words on the screen, and rings when the ticket is called.

import { wish } from "./acting.js";
import { Chime } from "./chime.js";
import { Comment } from "./comment.js";
import { faceOf, fill, otherLanguage } from "./face.js";
import { Listening } from "./listening.js";
import { Rating } from "./rating.js";

const FRESH_MS = 60000; // a call older than this rings no more
const GOLD = "#FFC72C";
const NAVY = "#07294A";

const body = document.body;
const at = (name) => document.getElementById(name);
const all = (selector) => Array.from(document.querySelectorAll(selector));
const chime = new Chime();

let lexicon = null;
let language = document.documentElement.lang;
let view = null;
let live = null;
let said = "";
let rungFor = "";
let note = "";
const rating = new Rating(send, tell);
const comment = new Comment(new URL("../api/comments", location), body.dataset.link, tell);

function address(path) {
  return new URL("../api/" + path + "ticket=" + encodeURIComponent(body.dataset.link), location);
}

function show() {
  if (!lexicon) return;
  const words = lexicon[language];
  all("[data-word]").forEach((one) => { one.textContent = words[one.dataset.word]; });
  at("switch").textContent = words.other_language;
  at("switch").lang = at("switch").hreflang = otherLanguage(language);
  at("switch").href = "?lang=" + otherLanguage(language);
  showAlert();
  showNote();
  if (view) showFace(faceOf(view, language, lexicon), words);
}

function showFace(face, words) {
  document.documentElement.lang = language;
  body.dataset.face = face.face;
  all("[data-slot]").forEach((one) => put(one, face[one.dataset.slot]));
  document.querySelector(".number").classList.toggle("long", face.number.length > 4);
  document.querySelector(".invitation").lang = otherLanguage(language);
  ["hall", "authority", "service"].forEach((name) => nameIn(name));
  showQueue(face.people);
  all(".desk, .figures").forEach((one) => {
    one.hidden = !Array.from(one.querySelectorAll("[data-slot]")).some((slot) => slot.textContent);
  });
  showLive(face, words);
  rating.show(view, language);
  comment.show(view);
  at("leaving").hidden = view.state !== "waiting";
  if (at("leaving").hidden) askSure(false);
}

function send(fields) {
  return wish(address("commands?").href, body.dataset.link, fields);
}

// One sentence about what was asked last; ``otherwise`` where there are no words for it.
function tell(word, otherwise) {
  const words = lexicon[language];
  note = word in words ? word : otherwise;
  showNote();
}

function showNote() {
  at("act-note").hidden = !note;
  at("act-note").textContent = note ? lexicon[language][note] : "";
}

function askSure(isAsked) {
  at("leave-sure").hidden = !isAsked;
  at("leave").hidden = isAsked;
  at("leave").setAttribute("aria-expanded", String(isAsked));
  if (isAsked) at("leave-no").focus();
}

async function leave() {
  at("leave-yes").disabled = true;
  const refused = await send({ type: "CancelTicket", ticket: view.ticket });
  at("leave-yes").disabled = false;
  askSure(false);
  if (refused) tell("leave_refused", "leave_refused");
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

// A name that only exists in Vietnamese is read out as Vietnamese.
function nameIn(name) {
  const words = view[name === "service" ? "service_name" : name];
  const element = document.querySelector("[data-slot=" + name + "]");
  if (language === "en" && !words.en) element.lang = "vi";
  else element.removeAttribute("lang");
}

function showQueue(people) {
  document.querySelector(".queue").hidden = people < 0;
  all(".queue .person").forEach((one, place) => { one.hidden = place >= people; });
}

function showLive(face, words) {
  const lost = live === false;
  body.dataset.live = lost ? "offline" : live ? "online" : "connecting";
  at("offline").hidden = !lost;
  document.title = lost ? fill(words.title_offline, { number: view.number }) : face.title;
  const isGold = face.face === "called" && !lost;
  document.querySelector("meta[name=theme-color]").content = isGold ? GOLD : NAVY;
  if (!lost) say(face);
}

// Spoken when something a person waits for has changed, not for every minute of an estimate.
function say(face) {
  const sentence = face.face === "waiting" ? face.face : face.say;
  const isFirst = said === "";
  if (sentence === said) return;
  said = sentence;
  const isCall = face.face === "called";
  if (isFirst && !isCall) return; // the reader has the whole page before it
  at("say").textContent = isCall ? "" : face.say;
  at("say-now").textContent = isCall ? face.say : "";
}

function hear(news) {
  if (view && news.is_carried && news.ticket !== view.ticket) location.reload(); // a new day, a link of its own
  const wasNear = isNear(view);
  view = news;
  show();
  const age = news.shown_at - news.called_at;
  const call = `${news.called_at}/${news.calls}`;
  const isAgain = rungFor.startsWith(`${news.called_at}/`);
  if (news.state !== "called") {
    chime.hush();
  } else if (call !== rungFor && (age < FRESH_MS || isAgain)) {
    rungFor = call;
    chime.ring();
  } else if (!wasNear && isNear(news)) {
    chime.nudge();
  }
}

// Time to come near the counters: said once by sound too.
function isNear(news) {
  return news !== null && news.state === "waiting" && news.expected_wait_s !== null && news.ahead <= news.near;
}

function setLive(isLive) {
  if (isLive === live) return;
  live = isLive;
  if (live === false) chime.hush();
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

function showAlert() {
  const button = at("alert");
  button.hidden = false;
  button.setAttribute("aria-pressed", String(chime.isOn));
  const isCalled = view !== null && view.state === "called";
  const word = !chime.isOn ? "alert_off" : isCalled ? "alert_stop" : "alert_on";
  button.querySelector(".words").textContent = lexicon[language][word];
}

function toggleAlert(event) {
  event.stopPropagation();
  if (chime.isOn) chime.turnOff();
  else chime.turnOn();
  showAlert();
}

function begin() {
  const sockets = address("live?view=ticket&");
  sockets.protocol = sockets.protocol === "https:" ? "wss:" : "ws:";
  const hears = { view: hear, live: setLive, gone: () => location.reload() };
  at("switch").addEventListener("click", switchLanguage);
  at("alert").addEventListener("click", toggleAlert);
  at("leave").addEventListener("click", () => askSure(true));
  at("leave-no").addEventListener("click", () => askSure(false));
  at("leave-yes").addEventListener("click", leave);
  document.addEventListener("click", () => chime.hush());
  document.addEventListener("visibilitychange", () => chime.stayAwake());
  new Listening(sockets.href, address("views/ticket?").href, hears).start();
}

async function readWords() {
  try {
    const known = await (await fetch(body.dataset.words)).json();
    if (!known[language]) {
      const added = await (await fetch(new URL("../api/words/" + language, location))).json();
      known[language] = { ...known.vi, ...added.phone };
    }
    lexicon = known;
    show();
  } catch (_) {
    setTimeout(readWords, 3000);
  }
}

begin();
readWords();
