// The slip designer: every change is drawn at once, by the printer's own program on the server.

const form = document.getElementById("design");
const preview = document.getElementById("preview");
const rows = form.querySelector("tbody");
const PAUSE_MS = 200;
let due = 0;

function draw() {
  const asked = new URLSearchParams(new FormData(form));
  asked.delete("form_key");
  preview.src = form.dataset.preview + "?" + asked;
}

function soon() {
  clearTimeout(due);
  due = setTimeout(draw, PAUSE_MS);
}

function number() {
  rows.querySelectorAll(".place").forEach((one, place) => { one.value = place + 1; });
}

function move(row, by) {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (by < 0) other.before(row); else other.after(row);
  number();
  soon();
}

form.addEventListener("input", soon);
form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (!button) return;
  move(button.closest("tr"), Number(button.dataset.move));
  button.focus();
});
form.querySelectorAll("[data-move]").forEach((one) => { one.hidden = false; });
form.querySelectorAll(".place").forEach((one) => { one.hidden = true; });
form.querySelectorAll("[data-look]").forEach((one) => { one.hidden = true; });
