// A page that waits for something outside the browser: it looks again by itself, or goes on as soon as
// the hall answers.

import { refresh } from "./fresh.js";

const LOOK_MS = 1500;
const MOVE_MS = 4000;
const onward = document.body.dataset.onward;
const moves = onward && new URL(onward, location.href).origin !== location.origin;

async function goOn() {
  try {
    const answer = await fetch(new URL("api/health", new URL(onward, location.href)), { cache: "no-store" });
    if (answer.ok) location.replace(onward);
  } catch (_) {
    // it is not there yet
  }
}

// Another address can't be asked from this one: the hall is there by then, or has stayed.
if (moves) setTimeout(() => location.replace(onward), MOVE_MS);
else setInterval(onward ? goOn : () => refresh(), LOOK_MS);
