// On a narrow screen the ways run sideways, and so do sections and tabs: the one that is open comes into sight.

for (const here of document.querySelectorAll("nav:is(.ways, .sections, .tabs) [aria-current]")) {
  const row = here.parentElement;
  row.scrollLeft = here.offsetLeft - row.offsetLeft - row.clientWidth / 4;
}

// A browser names what a form lacks in the language of its owner: here it speaks the page's.

const said = document.documentElement.dataset;
const bounded = ({ min, max }) => (min && max ? `${said.noNumber} (${min}–${max})` : said.noNumber);
const isChosen = (field) => field.matches("select, [type=radio], [type=checkbox], [type=file]");

document.addEventListener("invalid", ({ target }) => {
  target.setCustomValidity("");
  const { valueMissing, typeMismatch, patternMismatch } = target.validity;
  const isNumber = target.type === "number" || /numeric|decimal/.test(target.inputMode);
  if (valueMissing) target.setCustomValidity(isChosen(target) ? said.unchosen : said.missing);
  else if (typeMismatch && target.type === "email") target.setCustomValidity(said.noMail);
  else if (isNumber) target.setCustomValidity(bounded(target));
  else if (patternMismatch) target.setCustomValidity(target.title || said.unfit);
}, true);

document.addEventListener("input", ({ target }) => {
  for (const field of target.form?.elements ?? []) field.setCustomValidity("");
}, true);
