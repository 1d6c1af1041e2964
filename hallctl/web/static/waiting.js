// A page that waits for something outside the browser: it looks again by itself, or goes on as soon as
// the hall answers.

import { refresh } from "./fresh.js";

const LOOK_MS = 1500;
const onward = document.body.dataset.onward;

async function goOn() {
  try {
    const answer = await fetch(new URL("api/health", new URL(onward, location.href)), { cache: "no-store" });
    if (answer.ok) location.replace(onward);
  } catch (_) {
    // it is not there yet
  }
}

setInterval(onward ? goOn : () => refresh(), LOOK_MS);
