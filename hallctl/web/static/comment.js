// A few words beside the marks, sent once; what was sent is not shown again.

const PATIENCE_MS = 8000;
const at = (name) => document.getElementById(name);

export class Comment {
  // say(word) shows a sentence.
  constructor(address, link, say) {
    this.address = address;
    this.link = link;
    this.say = say;
    this.isSent = false;
    this.isBusy = false;
    at("comment-words").addEventListener("input", () => this.look());
    at("comment-send").addEventListener("click", () => this.send());
  }

  show(view) {
    const may = view.comment_until !== null && view.shown_at <= view.comment_until;
    at("comment").hidden = this.isSent || !may;
    this.look();
  }

  look() {
    at("comment-send").disabled = this.isBusy || !at("comment-words").value.trim();
  }

  async send() {
    this.isBusy = true;
    this.look();
    const status = await this.post(at("comment-words").value.trim());
    this.isBusy = false;
    this.isSent = status === 200 || status === 409;
    this.say(this.isSent ? "comment_thanks" : "comment_refused", "comment_refused");
    at("comment").hidden = this.isSent;
    this.look();
  }

  async post(words) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
    try {
      const answer = await fetch(this.address, {
        method: "POST",
        headers: { Authorization: "Ticket " + this.link, "Content-Type": "application/json" },
        body: JSON.stringify({ words }),
        signal: stop.signal,
      });
      return answer.status;
    } catch (_) {
      return 0;
    } finally {
      clearTimeout(timer);
    }
  }
}
