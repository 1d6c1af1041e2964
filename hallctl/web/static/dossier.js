// The open page: puts news about the dossier into words on the screen.

import { faceOf } from "./dossier_face.js";
import { all, at, LivingPage } from "./living_page.js";

const page = new LivingPage("dossier", { show });

function show() {
  const view = page.view;
  if (!view) return;
  const face = faceOf(view, page.language, page.lexicon);
  page.fillIn(face);
  all("[data-when]").forEach((one) => { one.hidden = !face[one.dataset.when]; });
  showWay(face.way);
  page.nameIn("hall", view.hall);
  page.nameIn("authority", view.authority);
  page.nameIn("procedure", view.procedure_name);
  document.title = face.title;
  page.showLive();
  if (page.isLive !== false) say(face.say);
}

function showWay(way) {
  at("way").replaceChildren(...way.map((milestone) => {
    const place = document.createElement("li");
    place.dataset.mark = milestone.mark;
    if (milestone.mark === "now") place.setAttribute("aria-current", "step");
    ["title", "when", "note"].forEach((part) => {
      if (!milestone[part]) return;
      const line = document.createElement("p");
      line.className = part;
      if (part === "note") line.lang = "vi"; // as the official wrote it
      line.textContent = milestone[part];
      place.append(line);
    });
    return place;
  }));
}

// Spoken when something has changed; at first the reader has the whole page before it.
function say(sentence) {
  const isFirst = page.said === "";
  if (page.isNews(sentence) && !isFirst) at("say").textContent = sentence;
}

page.begin();
