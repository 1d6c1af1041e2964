// Buttons and forms that ask the hall for something. Nothing on the page changes because somebody
// pressed: the hall answers, its view changes, and the page follows.

import { refresh, signedOut } from "./fresh.js";
import { goBack, placeOf } from "./place.js";

const body = document.body;
const told = document.getElementById("told");
const question = document.getElementById("question");
let hush = 0;

function tell(words, isBad) {
  clearTimeout(hush);
  told.textContent = words;
  told.hidden = false;
  told.classList.toggle("bad", isBad);
  hush = setTimeout(() => { told.hidden = true; }, isBad ? 9000 : 2500);
}

async function send(command) {
  try {
    const answer = await fetch(body.dataset.acts, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(command),
    });
    signedOut(answer.status === 401);
    if (answer.status === 401) return false;
    const outcome = await answer.json();
    tell(outcome.granted ? body.dataset.done : outcome.words || body.dataset.failed, !outcome.granted);
    if (outcome.granted) refresh();
    return outcome.granted === true;
  } catch (_) {
    tell(body.dataset.failed, true);
    return false;
  }
}

// What opened a dialog may have been drawn anew meanwhile: the keyboard goes back there all the same.
function open(dialog, button) {
  const place = placeOf(button);
  dialog.showModal();
  dialog.addEventListener("close", () => goBack(place), { once: true });
}

function confirmed(button) {
  document.getElementById("question-words").textContent = button.dataset.question;
  question.returnValue = "";
  open(question, button);
  return new Promise((answered) => {
    question.addEventListener("close", () => answered(question.returnValue === "yes"), { once: true });
  });
}

// A button that is disabled loses the keyboard: it is only busy.
async function press(button) {
  if (button.ariaBusy) return;
  if (button.dataset.question && !(await confirmed(button))) return;
  button.ariaBusy = "true";
  await send(JSON.parse(button.dataset.act));
  button.ariaBusy = null;
}

// A name such as "others.hmn" is a place within.
function put(command, name, value) {
  const [field, within] = name.split(".");
  if (within === undefined) command[field] = value;
  else command[field] = { ...command[field], [within]: value };
}

function commandOf(form) {
  const command = { type: form.dataset.command };
  form.querySelectorAll("input[type=checkbox]").forEach((one) => { command[one.name] = []; });
  new FormData(form).forEach((value, name) => {
    const field = form.elements.namedItem(name);
    if (Array.isArray(command[name])) command[name].push(value);
    else if (field.dataset && "number" in field.dataset) { if (value) command[name] = Number(value); }
    else if (value.trim()) put(command, name, value.trim());
  });
  return command;
}

function fill(button) {
  const form = button.closest("form");
  Object.entries(JSON.parse(button.dataset.fill)).forEach(([name, value]) => { form.elements[name].value = value; });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.act) press(button);
  else if (button.dataset.fill) fill(button);
  else if (button.dataset.dialog) open(document.getElementById(button.dataset.dialog), button);
  else if ("close" in button.dataset) button.closest("dialog").close();
});

// A profile brings its services with it.
document.addEventListener("change", (event) => {
  const option = event.target.selectedOptions && event.target.selectedOptions[0];
  if (!option || option.dataset.services === undefined) return;
  const services = option.dataset.services.split(" ");
  event.target.form.querySelectorAll("input[name=services]").forEach((one) => { one.checked = services.includes(one.value); });
});

// Of what is ticked, one at least: said at the first box, and asked no more once a box is touched.
function isAnyTicked(form) {
  const boxes = form.querySelectorAll("input[type=checkbox]");
  if (!boxes.length || form.querySelector("input[type=checkbox]:checked")) return true;
  boxes[0].required = true;
  return form.reportValidity();
}

document.addEventListener("change", ({ target }) => {
  if (target.type === "checkbox") target.form?.querySelectorAll(":required[type=checkbox]").forEach((one) => { one.required = false; });
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.command) return;
  event.preventDefault();
  if (!isAnyTicked(form)) return;
  if (await send(commandOf(form))) {
    form.closest("dialog").close();
    form.reset();
    refresh();
  }
});
