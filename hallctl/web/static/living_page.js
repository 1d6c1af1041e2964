// A page that stays true while it is open: the hall's news, in the language the reader has chosen.

import { otherLanguage } from "./face.js";
import { Listening } from "./listening.js";

const AGAIN_MS = 3000; // words that did not come are asked for again

const body = document.body;
export const at = (name) => document.getElementById(name);
export const all = (selector) => Array.from(document.querySelectorAll(selector));

export class LivingPage {
  // subject: "ticket" or "dossier". does: { show(), hear(news, before), live(isLive) }; show is called
  // with words there and after anything has changed, the others are told what it was.
  constructor(subject, does) {
    this.subject = subject;
    this.does = { hear() {}, live() {}, ...does };
    this.lexicon = null;
    this.language = document.documentElement.lang;
    this.view = null;
    this.isLive = null;
    this.said = "";
  }

  begin() {
    const sockets = this.address(`live?view=${this.subject}&`);
    sockets.protocol = sockets.protocol === "https:" ? "wss:" : "ws:";
    const hears = {
      view: (news) => this.hear(news),
      live: (isLive) => this.setLive(isLive),
      gone: () => location.reload(),
    };
    at("switch").addEventListener("click", (event) => this.switchLanguage(event));
    new Listening(sockets.href, this.address(`views/${this.subject}?`).href, hears).start();
    this.readWords();
  }

  address(path) {
    return new URL(`../api/${path}${this.subject}=${encodeURIComponent(body.dataset.link)}`, location);
  }

  get words() {
    return this.lexicon[this.language];
  }

  show() {
    if (!this.lexicon) return;
    all("[data-word]").forEach((one) => { one.textContent = this.words[one.dataset.word]; });
    const other = otherLanguage(this.language);
    at("switch").textContent = this.words.other_language;
    at("switch").lang = at("switch").hreflang = other;
    at("switch").href = "?lang=" + other;
    this.does.show();
  }

  // Every slot of the page gets its words; an empty one is hidden.
  fillIn(face) {
    document.documentElement.lang = this.language;
    body.dataset.face = face.face;
    all("[data-slot]").forEach((one) => put(one, face[one.dataset.slot]));
  }

  // A name that only exists in Vietnamese is read out as Vietnamese.
  nameIn(slot, words) {
    const element = document.querySelector(`[data-slot=${slot}]`);
    if (this.language === "en" && !words.en) element.lang = "vi";
    else element.removeAttribute("lang");
  }

  // True when the sentence is news to somebody who has the page read out.
  isNews(sentence) {
    const isNew = sentence !== this.said;
    this.said = sentence;
    return isNew;
  }

  hear(news) {
    const before = this.view;
    this.view = news;
    this.show();
    this.does.hear(news, before);
  }

  setLive(isLive) {
    if (isLive === this.isLive) return;
    this.isLive = isLive;
    this.does.live(isLive);
    this.showLive();
    this.show();
  }

  showLive() {
    const isLost = this.isLive === false;
    body.dataset.live = isLost ? "offline" : this.isLive && this.view ? "online" : "connecting";
    at("offline").hidden = !isLost;
  }

  switchLanguage(event) {
    if (!this.lexicon || !this.view) return;
    event.preventDefault();
    this.language = otherLanguage(this.language);
    history.replaceState(null, "", "?lang=" + this.language);
    this.said = "";
    this.show();
  }

  async readWords() {
    try {
      const known = await (await fetch(body.dataset.words)).json();
      if (!known[this.language]) {
        const added = await (await fetch(new URL("../api/words/" + this.language, location))).json();
        known[this.language] = { ...known.vi, ...added.phone };
      }
      this.lexicon = known;
      this.show();
    } catch (_) {
      setTimeout(() => this.readWords(), AGAIN_MS);
    }
  }
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}
