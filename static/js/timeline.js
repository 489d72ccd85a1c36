// The timeline after a part of it was exchanged, and a period chosen by dragging over the chart.
// Everything here is also reached by links and forms: without this module nothing is missing.

const LEAST_DRAG = 4; // per cent of the chart's width; a shorter drag is a click on a bar
const DAY = 24 * 60 * 60 * 1000; // milliseconds

const wide = window.matchMedia("(min-width: 992px)");

function foldFacets() {
  const facets = document.getElementById("facets");
  if (facets) facets.open = wide.matches;
}

// The day at this share of the chart's width: its axis begins and ends with whole bars, the period perhaps inside one.
function day(chart, share) {
  const [axis, period] = [chart.dataset.axis, chart.dataset.period].map((ends) => ends.split("/").map(Date.parse));
  const instant = axis[0] + share * (axis[1] + DAY - axis[0]);
  return new Date(Math.min(period[1], Math.max(period[0], instant))).toISOString().slice(0, 10);
}

function brush(chart) {
  const band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  band.setAttribute("class", "brush");
  band.setAttribute("height", "100%");
  let start = null;
  const share = (event) => {
    const box = chart.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };
  const ends = (event) => [start, share(event)].sort((one, other) => one - other);
  const isDrag = ([from, to]) => (to - from) * 100 >= LEAST_DRAG;

  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType === "mouse") start = share(event);
  });
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointermove", (event) => {
    if (start === null) return;
    const [from, to] = ends(event);
    if (!isDrag([from, to])) return;
    chart.setPointerCapture(event.pointerId);
    band.setAttribute("x", `${from * 100}%`);
    band.setAttribute("width", `${(to - from) * 100}%`);
    chart.append(band);
  });
  chart.addEventListener("pointercancel", () => { start = null; band.remove(); });
  chart.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const [from, to] = ends(event);
    start = null;
    if (isDrag([from, to])) choose(day(chart, from), day(chart, to));
  });
}

// The form of the period knows all else that is chosen.
function choose(from, to) {
  const form = document.querySelector(".facet .period");
  if (!form) return;
  form.elements.from.value = from;
  form.elements.to.value = to;
  form.requestSubmit();
}

function wake() {
  foldFacets();
  document.querySelectorAll(".chart").forEach(brush);
}

document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "timeline") return;
  wake();
  document.getElementById("results")?.focus();
});
wide.addEventListener("change", foldFacets);
wake();
