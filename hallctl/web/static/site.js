// On a narrow screen the ways run sideways: the page that is open comes into sight.

const here = document.querySelector(".ways [aria-current]");
if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.clientWidth / 4;
