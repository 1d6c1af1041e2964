// Drags through a day: the server folds the journal up to the moment and draws the hall as it was.

import { refresh } from "./fresh.js";

const slider = document.getElementById("at");
const day = document.getElementById("day");
const play = document.getElementById("play");
const STEP_MS = 60000;
const FRAME_MS = 700;

let wanted = "";
let isShowing = false;
let clock = 0;

function address() {
  return "?day=" + encodeURIComponent(day.value) + "&at=" + encodeURIComponent(slider.value);
}

async function show() {
  wanted = address();
  if (isShowing) return;
  isShowing = true;
  while (wanted) {
    const now = wanted;
    wanted = "";
    history.replaceState(null, "", now);
    await refresh(new URL(now, location.href).href);
  }
  isShowing = false;
}

function stop() {
  clearInterval(clock);
  clock = 0;
  play.textContent = play.dataset.play;
}

slider.addEventListener("input", show);
day.addEventListener("change", () => { location.href = "?day=" + encodeURIComponent(day.value); });
play.addEventListener("click", () => {
  if (clock) return stop();
  play.textContent = play.dataset.pause;
  clock = setInterval(() => {
    if (Number(slider.value) >= Number(slider.max)) return stop();
    slider.value = Number(slider.value) + STEP_MS;
    show();
  }, FRAME_MS);
});
