// On a narrow screen the ways run sideways, and so do sections and tabs: the one that is open comes into sight.

for (const here of document.querySelectorAll("nav:is(.ways, .sections, .tabs) [aria-current]")) {
  const row = here.parentElement;
  row.scrollLeft = here.offsetLeft - row.offsetLeft - row.clientWidth / 4;
}
