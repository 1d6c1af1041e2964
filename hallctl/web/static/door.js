// Showing what was typed, and counting down until the next try. Without it every form works as well.

for (const eye of document.querySelectorAll(".eye")) {
  const typed = document.getElementById(eye.getAttribute("aria-controls"));
  eye.hidden = false;
  eye.addEventListener("click", () => {
    const shown = typed.type === "password";
    typed.type = shown ? "text" : "password";
    eye.textContent = shown ? eye.dataset.hide : eye.dataset.show;
    eye.setAttribute("aria-pressed", String(shown));
    typed.focus();
  });
}

const go = document.querySelector(".go[data-wait]");
if (go && Number(go.dataset.wait) > 0) {
  const words = go.firstElementChild;
  const said = words.textContent;
  const until = performance.now() + Number(go.dataset.wait) * 1000;
  const tell = () => {
    const left = Math.ceil((until - performance.now()) / 1000);
    go.disabled = left > 0;
    words.textContent = left > 0 ? go.dataset.waiting.replace("{seconds}", String(left)) : said;
    if (left > 0) setTimeout(tell, 250);
  };
  tell();
}
