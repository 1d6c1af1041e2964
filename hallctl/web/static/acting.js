// What the holder of a ticket may ask of the hall: each wish has an id, so that sent twice it happens once.

const PAUSE_MS = 1500;
const PATIENCE_MS = 6000;
const TRIES = 8;

// crypto.randomUUID is missing where the page came over plain HTTP.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Gives "" when the hall has granted it, the refusal's code when not, "unreachable" when nobody answers.
export async function wish(address, link, fields) {
  const body = JSON.stringify({ id: newId(), ...fields });
  const headers = { Authorization: "Ticket " + link, "Content-Type": "application/json" };
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries) await pause(PAUSE_MS);
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
    try {
      const answer = await fetch(address, { method: "POST", headers, body, signal: stop.signal });
      if (answer.ok) return "";
      if (answer.status < 500) return (await answer.json()).refused || "malformed";
    } catch (_) {
      // the same id is sent again
    } finally {
      clearTimeout(timer);
    }
  }
  return "unreachable";
}
