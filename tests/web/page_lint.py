"""Looks at an open page from inside: what is cut, what is faint, and any news it may get."""

CUT = """(() => {
  const wide = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
  const texts = Array.from(document.querySelectorAll("body *")).filter((one) =>
    one.checkVisibility() && !one.closest(".unseen, svg, noscript") &&
    Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim()));
  const cut = texts.filter((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const ink = range.getBoundingClientRect();
    const card = one.closest("section, header, button, footer, p").getBoundingClientRect();
    return ink.left < card.left - 0.5 || ink.right > card.right + 0.5 || ink.right > innerWidth;
  });
  return wide.concat(cut.map((one) => one.className + ": " + one.textContent));
})()"""
"""Every text that leaves its card or the glass."""

FAINT = """(() => {
  const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (colour) => parts(colour).slice(0, 3).reduce((sum, one, place) => {
    const part = one / 255;
    const linear = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    return sum + linear * [0.2126, 0.7152, 0.0722][place];
  }, 0);
  const ground = (one) => {
    while (one) {
      const colour = getComputedStyle(one).backgroundColor;
      if (parts(colour).length === 3) return colour;
      one = one.parentElement;
    }
    return "rgb(255, 255, 255)";
  };
  const ratio = (one) => {
    const [low, high] = [light(getComputedStyle(one).color), light(ground(one))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return Array.from(document.querySelectorAll("body *")).filter((one) => one.checkVisibility() &&
    !one.closest(".unseen, noscript") &&
    Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim()) &&
    ratio(one) < 4.5).map((one) => one.className + " " + ratio(one).toFixed(2));
})()"""
"""Every text with less contrast than 4.5 to what is behind it."""

NEWS = """(() => {
  const face = %s;
  window.fetch = () => Promise.resolve(new Response(JSON.stringify(%s)));
  window.dispatchEvent(new Event("online"));
  return document.body.dataset.face === face.face &&
    Array.from(document.querySelectorAll("[data-slot]")).every((one) =>
      one.textContent === face[one.dataset.slot]);
})()"""
"""Any view as news, shown by the page's own hands; true once it is."""
