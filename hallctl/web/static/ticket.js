// The open page: puts news into words on the screen, and rings when the ticket is called.

import { wish } from "./acting.js";
import { Chime } from "./chime.js";
import { Comment } from "./comment.js";
import { everybodyBefore, faceOf, fill, otherLanguage } from "./face.js";
import { all, at, LivingPage } from "./living_page.js";
import { Rating } from "./rating.js";

const FRESH_MS = 60000; // a call older than this rings no more
const GOLD = "#FFC72C";
const NAVY = "#07294A";

const body = document.body;
const chime = new Chime();
const page = new LivingPage("ticket", { show, hear, live: (isLive) => isLive === false && chime.hush() });
const rating = new Rating(send, tell);
const comment = new Comment(new URL("../api/comments", location), body.dataset.link, tell);

let rungFor = "";
let note = "";

function show() {
  showAlert();
  showNote();
  if (page.view) showFace(faceOf(page.view, page.language, page.lexicon));
}

function showFace(face) {
  const view = page.view;
  page.fillIn(face);
  document.querySelector(".number").classList.toggle("long", face.number.length > 4);
  document.querySelector(".invitation").lang = otherLanguage(page.language);
  page.nameIn("hall", view.hall);
  page.nameIn("authority", view.authority);
  page.nameIn("service", view.service_name);
  showQueue(face.people);
  all(".desk, .figures").forEach((one) => {
    one.hidden = !Array.from(one.querySelectorAll("[data-slot]")).some((slot) => slot.textContent);
  });
  showLive(face);
  rating.show(view, page.language);
  comment.show(view);
  at("leaving").hidden = view.state !== "waiting";
  if (at("leaving").hidden) askSure(false);
}

function send(fields) {
  return wish(page.address("commands?").href, body.dataset.link, fields);
}

// One sentence about what was asked last; ``otherwise`` where there are no words for it.
function tell(word, otherwise) {
  note = word in page.words ? word : otherwise;
  showNote();
}

function showNote() {
  at("act-note").hidden = !note;
  at("act-note").textContent = note ? page.words[note] : "";
}

function askSure(isAsked) {
  at("leave-sure").hidden = !isAsked;
  at("leave").hidden = isAsked;
  at("leave").setAttribute("aria-expanded", String(isAsked));
  if (isAsked) at("leave-no").focus();
}

async function leave() {
  at("leave-yes").disabled = true;
  const refused = await send({ type: "CancelTicket", ticket: page.view.ticket });
  at("leave-yes").disabled = false;
  askSure(false);
  if (refused) tell("leave_refused", "leave_refused");
}

function showQueue(people) {
  document.querySelector(".queue").hidden = people < 0;
  all(".queue .person").forEach((one, place) => { one.hidden = place >= people; });
}

function showLive(face) {
  const lost = page.isLive === false;
  page.showLive();
  document.title = lost ? fill(page.words.title_offline, { number: page.view.number }) : face.title;
  const isGold = face.face === "called" && !lost;
  document.querySelector("meta[name=theme-color]").content = isGold ? GOLD : NAVY;
  if (!lost) say(face);
}

// Spoken when something a person waits for has changed, not for every minute of an estimate.
function say(face) {
  const isFirst = page.said === "";
  if (!page.isNews(face.face === "waiting" ? face.face : face.say)) return;
  const isCall = face.face === "called";
  if (isFirst && !isCall) return; // the reader has the whole page before it
  at("say").textContent = isCall ? "" : face.say;
  at("say-now").textContent = isCall ? face.say : "";
}

function hear(news, before) {
  if (before && news.is_carried && news.ticket !== before.ticket) location.reload(); // a new day, a link of its own
  const age = news.shown_at - news.called_at;
  const call = `${news.called_at}/${news.calls}`;
  const isAgain = rungFor.startsWith(`${news.called_at}/`);
  if (news.state !== "called") {
    chime.hush();
  } else if (call !== rungFor && (age < FRESH_MS || isAgain)) {
    rungFor = call;
    chime.ring();
  } else if (!isNear(before) && isNear(news)) {
    chime.nudge();
  }
}

// Time to come near the counters: said once by sound too.
function isNear(news) {
  return news !== null && news.state === "waiting" && news.expected_wait_s !== null && everybodyBefore(news) <= news.near;
}

function showAlert() {
  const button = at("alert");
  button.hidden = false;
  button.setAttribute("aria-pressed", String(chime.isOn));
  const isCalled = page.view !== null && page.view.state === "called";
  const word = !chime.isOn ? "alert_off" : isCalled ? "alert_stop" : "alert_on";
  button.querySelector(".words").textContent = page.words[word];
}

function toggleAlert(event) {
  event.stopPropagation();
  if (chime.isOn) chime.turnOff();
  else chime.turnOn();
  showAlert();
}

at("alert").addEventListener("click", toggleAlert);
at("leave").addEventListener("click", () => askSure(true));
at("leave-no").addEventListener("click", () => askSure(false));
at("leave-yes").addEventListener("click", leave);
document.addEventListener("click", () => chime.hush());
document.addEventListener("visibilitychange", () => chime.stayAwake());
page.begin();
