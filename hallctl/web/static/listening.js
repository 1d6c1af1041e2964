// Listens to one ticket or dossier for as long as the page is open, and knows whether the hall is heard.
// News comes over the socket. While that is silent or shut, the view is asked for instead: so a
// connection that hangs without a word is noticed too, and a phone without sockets still gets news.

const TICK_MS = 1000;
const SILENCE_MS = 15000; // with the socket open: ask after so long without news
const WITHOUT_SOCKET_MS = 3000;
const PATIENCE_MS = 6000; // for one answer
const GRACE_MS = 2500; // a controller that restarts is back within it
const DEAF_MS = SILENCE_MS + PATIENCE_MS + GRACE_MS;
const FIRST_PAUSE_MS = 700;
const LONGEST_PAUSE_MS = 20000;

export class Listening {
  // hears: { view(view), live(isLive), gone() }
  constructor(socketAddress, viewAddress, hears) {
    this.socketAddress = socketAddress;
    this.viewAddress = viewAddress;
    this.hears = hears;
    this.newest = null;
    this.heardAt = Date.now();
    this.askedAt = Date.now();
    this.failingSince = 0;
    this.asking = false;
    this.socket = null;
    this.tries = 0;
    this.knockAt = 0;
  }

  start() {
    setInterval(() => this.tick(), TICK_MS);
    const again = () => document.visibilityState === "visible" && this.wake();
    document.addEventListener("visibilitychange", again);
    window.addEventListener("pageshow", (event) => event.persisted && this.wake());
    window.addEventListener("online", () => this.wake());
    window.addEventListener("offline", () => this.fail(GRACE_MS));
    this.connect();
  }

  // After sleep nothing shown is trusted until the hall has been heard again.
  wake() {
    this.tries = 0;
    this.tell();
    if (!this.socket) this.connect();
    this.ask();
  }

  tick() {
    const now = Date.now();
    if (!this.socket && now >= this.knockAt) this.connect();
    const open = this.socket && this.socket.readyState === WebSocket.OPEN;
    const silent = now - Math.max(this.heardAt, this.askedAt);
    if (silent > (open ? SILENCE_MS : WITHOUT_SOCKET_MS)) this.ask();
    this.tell();
  }

  tell() {
    const now = Date.now();
    const failing = this.failingSince && now - this.failingSince >= GRACE_MS;
    this.hears.live(this.newest !== null || failing ? !failing && now - this.heardAt < DEAF_MS : null);
  }

  connect() {
    const socket = new WebSocket(this.socketAddress);
    this.socket = socket;
    this.knockAt = Infinity;
    socket.onmessage = (event) => socket === this.socket && this.take(JSON.parse(event.data));
    socket.onclose = () => socket === this.socket && this.lose();
    setTimeout(() => socket.readyState === WebSocket.CONNECTING && socket === this.socket && this.drop(), PATIENCE_MS);
  }

  drop() {
    const socket = this.socket;
    this.lose();
    if (socket) socket.close();
  }

  lose() {
    this.socket = null;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * Math.pow(2, this.tries));
    this.tries += 1;
    this.knockAt = Date.now() + pause * (0.5 + Math.random() / 2);
    this.ask();
  }

  async ask() {
    if (this.asking) return;
    this.asking = true;
    this.askedAt = Date.now();
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
    try {
      const answer = await fetch(this.viewAddress, { signal: stop.signal, cache: "no-store" });
      if (answer.status === 404) this.hears.gone();
      else if (answer.ok) this.takeAsked(await answer.json());
      else this.fail(0);
    } catch (_) {
      this.fail(0);
    } finally {
      clearTimeout(timer);
      this.asking = false;
    }
  }

  // The socket should have brought what an answer has: if it did not, it is dead.
  takeAsked(view) {
    const open = this.socket && this.socket.readyState === WebSocket.OPEN;
    const missed = this.newest && open && changed(this.newest, view);
    if (this.failingSince && !this.socket) this.knockAt = 0; // the hall is back
    this.take(view);
    if (missed) this.drop();
  }

  take(view) {
    this.heardAt = Date.now();
    this.failingSince = 0;
    if (this.socket && this.socket.readyState === WebSocket.OPEN) this.tries = 0;
    const before = this.newest;
    const isOld = before && (view.journal_number < before.journal_number ||
      (view.journal_number === before.journal_number && view.shown_at < before.shown_at));
    if (!isOld) {
      this.newest = view;
      this.hears.view(view);
    }
    this.tell();
  }

  fail(agoMs) {
    if (!this.failingSince) this.failingSince = Date.now() - agoMs;
    this.tell();
  }
}

function changed(before, after) {
  return ["state", "ahead", "counter", "called_at", "rate_until", "owes_reasons", "due_at", "is_late", "call_withdrawn", "to_counter", "comment_until"].some((one) => before[one] !== after[one]);
}
