// Where the keyboard stands: when that part of the page is drawn anew, or a dialog closes, it stands
// there again, on what means the same, or next to where that was.

const REACHED = "a[href], button:not([disabled]), input, select, textarea, summary, [tabindex='0']";

function markOf(one) {
  return one.id || one.dataset.dialog || one.dataset.act || one.getAttribute("href") || one.getAttribute("aria-label");
}

function reached(part) {
  return part ? Array.from(part.querySelectorAll(REACHED)).filter((one) => one.checkVisibility()) : [];
}

export function placeOf(one) {
  const part = one && one.closest("[data-part]");
  return one && { one, part: part && part.dataset.part, mark: markOf(one), number: reached(part).indexOf(one) };
}

export function goBack(place) {
  if (!place || place.one.isConnected) return place && place.one.focus();
  const all = reached(place.part && document.querySelector("[data-part='" + place.part + "']"));
  const same = place.mark && all.find((one) => markOf(one) === place.mark);
  const near = all[Math.min(Math.max(place.number, 0), all.length - 1)];
  const heading = document.querySelector("main h1");
  if (!same && !near) heading.tabIndex = -1;
  (same || near || heading).focus({ preventScroll: true });
}
