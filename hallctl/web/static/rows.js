// A table too wide for a phone: each row becomes a card, and each cell says whose figure it is.
// Tables that follow the hall by themselves are laid out by the server, and left alone here.

const narrow = matchMedia("(max-width: 48rem)");

function name(table) {
  const heads = Array.from(table.querySelectorAll("thead th"), (one) => one.textContent.trim());
  const roles = { TABLE: "table", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
  for (const one of [table, ...table.querySelectorAll("tbody, tfoot, tr, td")]) {
    one.setAttribute("role", roles[one.tagName]);
  }
  for (const row of table.querySelectorAll("tbody tr, tfoot tr")) {
    Array.from(row.cells).forEach((cell, place) => {
      if (cell.tagName === "TH") cell.setAttribute("role", "rowheader");
      else if (cell.textContent.trim() || cell.children.length) cell.dataset.label = heads[place] || "";
      else cell.hidden = true;
    });
  }
  table.classList.add("cards");
}

function fit() {
  if (!narrow.matches) return;
  for (const table of document.querySelectorAll(".scroll > table.rows:not(.cards)")) {
    const room = table.parentElement;
    if (room.scrollWidth > room.clientWidth && !table.closest("[data-part]")) name(table);
  }
}

narrow.addEventListener("change", fit);
document.fonts.ready.then(fit);
