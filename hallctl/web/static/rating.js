// Two questions after a visit, and why it went badly; each answer goes to the hall once.

import { spokenIn } from "./face.js";

const at = (name) => document.getElementById(name);

export class Rating {
  // send(fields) gives a promise of "" or the refusal's code; say(word) shows a sentence.
  constructor(send, say) {
    this.send = send;
    this.say = say;
    this.view = null;
    this.isBusy = false;
    this.drawn = "";
    at("rating").addEventListener("change", () => this.look());
    at("reasons").addEventListener("change", () => this.look());
    at("rate").addEventListener("click", () => this.rate());
    at("explain").addEventListener("click", () => this.explain());
  }

  show(view, language) {
    this.view = view;
    at("rating").hidden = view.rate_until === null || view.shown_at > view.rate_until;
    at("reasons").hidden = !view.owes_reasons || view.reasons.length === 0;
    this.draw(language);
    this.look();
  }

  draw(language) {
    const mark = language + this.view.reasons.map((one) => one.reason).join();
    if (mark === this.drawn) return;
    this.drawn = mark;
    const named = this.named();
    at("reason-list").replaceChildren(...this.view.reasons.map((one) => {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value: one.reason });
      box.checked = named.includes(one.reason);
      const words = document.createElement("span");
      words.textContent = spokenIn(one.name, language);
      const label = document.createElement("label");
      label.append(box, words);
      return label;
    }));
  }

  marks() {
    return ["result", "attitude"].map((name) => {
      const chosen = document.querySelector("input[name=" + name + "]:checked");
      return chosen ? Number(chosen.value) : 0;
    });
  }

  named() {
    return Array.from(document.querySelectorAll("#reason-list :checked"), (one) => one.value);
  }

  look() {
    at("rate").disabled = this.isBusy || this.marks().includes(0);
    at("explain").disabled = this.isBusy || this.named().length === 0;
  }

  rate() {
    const [result, attitude] = this.marks();
    return this.ask({ type: "RateVisit", result, attitude });
  }

  explain() {
    return this.ask({ type: "ExplainRating", reasons: this.named() });
  }

  async ask(fields) {
    this.isBusy = true;
    this.look();
    const refused = await this.send({ visit: this.view.visit, ...fields });
    this.isBusy = false;
    this.look();
    this.say(refused ? "rate_refused_" + refused : "rate_thanks", "rate_refused_other");
  }
}
