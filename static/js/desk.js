// The curators' desk: single keys, suggestions while typing, more rows. Every page works without it.

const KEYS_OFF = "desk-keys-off";
const WAIT = 150; // milliseconds of rest before the server is asked

const page = () => document.getElementById("desk-page");

// --- single keys -------------------------------------------------------------------------------

function typing(target) {
  return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target)) return inField(event);
  if (document.querySelector("dialog[open]") || (localStorage.getItem(KEYS_OFF) && event.key !== "?")) return;
  if (event.key === "e") return focusFirst(event);
  const wanted = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key);
  if (!wanted || event.repeat) return;
  event.preventDefault();
  wanted.click();
}

function inField(event) {
  if (event.key === "Escape") event.target.blur();
  if (event.key === "Enter" && event.target.tagName !== "TEXTAREA") enterIn(event);
}

// Enter in a group with a button of its own presses that button, not the form's first one.
function enterIn(event) {
  const button = event.target.closest("details")?.querySelector("[data-enter]");
  if (!button) return;
  event.preventDefault();
  button.click();
}

function focusFirst(event) {
  const title = document.getElementById("id_title");
  if (!title) return;
  event.preventDefault();
  title.focus();
}

document.addEventListener("keydown", onKey);

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-keys-switch]")) return;
  if (event.target.checked) localStorage.removeItem(KEYS_OFF);
  else localStorage.setItem(KEYS_OFF, "yes");
});

// A group that opens puts the cursor into its first field.
document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.open && event.target.matches(".desk-reject")) event.target.querySelector("select").focus();
  },
  true,
);

// --- what the server reads in what is typed ----------------------------------------------------

let resting;

async function ask(address, term) {
  const answer = await fetch(`${address}?term=${encodeURIComponent(term)}`);
  return answer.ok ? answer.json() : null;
}

async function suggest(input) {
  const list = document.getElementById(input.getAttribute("list"));
  const answer = input.value.trim().length > 1 ? await ask(input.dataset.suggest, input.value) : null;
  if (!answer || !list) return;
  list.replaceChildren(...answer.choices.map(choice));
}

function choice({ value, label }) {
  const option = document.createElement("option");
  option.value = value;
  option.label = label;
  return option;
}

async function readDate(input) {
  const answer = await ask(input.dataset.readDate, input.value);
  if (answer) document.getElementById("date-read").textContent = answer.words;
}

document.addEventListener("input", ({ target }) => {
  if (!target.dataset.suggest && !target.dataset.readDate) return;
  clearTimeout(resting);
  resting = setTimeout(() => (target.dataset.suggest ? suggest(target) : readDate(target)), WAIT);
});

// --- one more empty row whenever the last one is used ------------------------------------------

function grow({ target }) {
  const rows = target.closest("[data-rows]");
  if (!rows || !target.value || target.closest(".desk-actor") !== rows.lastElementChild) return;
  const name = rows.dataset.rows;
  const total = document.getElementById(`id_${name}-TOTAL_FORMS`);
  if (Number(total.value) >= Number(document.getElementById(`id_${name}-MAX_NUM_FORMS`).value)) return;
  const row = document.querySelector(`[data-row-of=${name}]`).content.firstElementChild.cloneNode(true);
  for (const each of row.querySelectorAll("[id], [name], [for]")) {
    for (const attribute of ["id", "name", "for"]) {
      const held = each.getAttribute(attribute);
      if (held) each.setAttribute(attribute, held.replace("__prefix__", total.value));
    }
  }
  rows.append(row);
  total.value = Number(total.value) + 1;
}

document.addEventListener("change", grow);

// --- a double click writes one event -----------------------------------------------------------

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-once]")) return;
  if (event.target.dataset.once) event.preventDefault();
  event.target.dataset.once = "sent";
});

// The browser's back button may bring the page as it was left.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-once]")) form.dataset.once = "";
});

// --- after htmx swapped the next proposal in ---------------------------------------------------

function settle() {
  // htmx keeps the cursor where a field of the same id stands again; an error comes first.
  const lost = document.activeElement === document.body;
  const wrong = page()?.querySelector("[aria-invalid=true]");
  (wrong ?? (lost ? document.querySelector("[data-focus]") : null))?.focus({ preventScroll: !wrong });
  for (const each of document.querySelectorAll("[data-keys-switch]")) each.checked = !localStorage.getItem(KEYS_OFF);
  document.querySelector(".desk-review .mark-quote")?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("htmx:afterSettle", settle);

function tell(words) {
  const note = document.createElement("p");
  note.className = "desk-note";
  note.role = "alert";
  note.textContent = `Nothing was stored, and what you typed is still here. ${words}`;
  page()?.prepend(note);
  window.scrollTo(0, 0);
}

// A failure, or the sign-in page for whoever is signed out in the meantime, must not take the place of their work.
function keepWork(event) {
  const { xhr } = event.detail;
  if (xhr.responseText.includes('id="desk-page"')) return;
  event.preventDefault();
  event.stopPropagation();
  if (xhr.status < 400) tell("You are no longer signed in: copy your words, then reload the page.");
  else tell(`The server answered ${xhr.status}. If you signed in anew, copy your words and reload the page.`);
}

// Before all others, since in debug mode django-htmx puts every failure in place of the page.
document.addEventListener("htmx:beforeOnLoad", keepWork, true);
document.addEventListener("htmx:sendError", () => tell("The server could not be reached."));

document.documentElement.classList.add("desk-scripted");
settle();
