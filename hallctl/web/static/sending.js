// A form of somebody who is signed in goes out once, and only while they are: where the session has
// ended meanwhile, nothing that was typed is lost. They sign in beside the page and press again.

const root = new URL(document.querySelector(".site-header .hall").href);
const words = document.getElementById("signed-out");
const sent = new WeakSet();
const proved = new WeakSet();

// The key that forms carry now, "" when nobody is signed in, null when the hall does not answer.
function key() {
  return new Promise((answered) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.timeout = 8000;
    request.onload = () => {
      const found = request.responseXML && request.responseXML.querySelector("input[name=form_key]");
      answered(request.status === 200 && found && !request.responseURL.includes("/login") ? found.value : "");
    };
    request.onerror = request.ontimeout = () => answered(null);
    request.open("GET", new URL("account", root));
    request.send();
  });
}

function isGuarded(form) {
  return form.method === "post" && form.elements.namedItem("form_key") !== null;
}

async function prove(form, submitter) {
  const now = await key();
  sent.delete(form);
  words.hidden = now !== "";
  if (now === "") return words.querySelector("a").focus();
  if (now) document.querySelectorAll("input[name=form_key]").forEach((one) => { one.value = now; });
  proved.add(form);
  form.requestSubmit(submitter);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !isGuarded(form)) return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  if (proved.has(form)) return proved.delete(form);
  event.preventDefault();
  prove(form, event.submitter);
});

// Back from the next page, a form may be sent again.
window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach((one) => sent.delete(one)));
