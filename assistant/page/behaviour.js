// What the reader touches is told to the server under one name each; what comes back is brought into view.
const find = (id) => document.getElementById(id);
let touched = false;

const unfold = (button) => {
  const rest = button.previousElementSibling.querySelector(".mb-rest");
  rest.hidden = !rest.hidden;
  button.textContent = rest.hidden ? "show more" : "show less";
  button.setAttribute("aria-expanded", String(!rest.hidden));
};

const touches = {
  cite: (key) => {
    touched = true;
    trigger("click", { key, listed: find("mb-sources").querySelector("[data-turn]")?.dataset.turn ?? "" });
  },
  ask: (text) => trigger("select", { text }),
  edit: (turn) => trigger("edit", { turn }),
  anew: () => trigger("clear", {}),
  more: (_, button) => unfold(button),
  back: () => find("mb-conversation").scrollIntoView({ block: "start" }),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const name = button && Object.keys(touches).find((one) => one in button.dataset);
  if (!name) return;
  event.stopPropagation();
  touches[name](button.dataset[name], button);
}, true);

// An item that appears shows its marked words, and its card and markers are shown as the open ones.
const narrow = () => window.matchMedia("(max-width: 900px)").matches;
const settle = () => {
  const box = find("mb-item");
  const open = box.querySelector("[data-open]")?.dataset.open;
  document.querySelectorAll("[data-cite]").forEach((button) => {
    if (button.dataset.cite === open) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
  return open;
};
let shown = "";
const openItem = () => {
  const box = find("mb-item");
  const open = settle();
  if (!open || open === shown && !touched) return;
  shown = open;
  const mark = box.querySelector("mark");
  const top = mark ? mark.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop : 0;
  box.scrollTop = Math.max(0, top - Math.max(box.querySelector("header").offsetHeight + 12, box.clientHeight / 3));
  find("mb-sources").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  if (touched && narrow()) box.scrollIntoView({ block: "start" });
  touched = false;
};

// A new question stands at the top of the conversation, so that its answer is read from the beginning as it comes.
let turns = 0;
let coming = false;
const follow = () => {
  const box = find("mb-conversation");
  const sections = box.querySelectorAll(".mb-turn");
  const last = sections[sections.length - 1];
  if (last && (coming || sections.length > turns)) {
    const head = box.querySelector(".mb-top").offsetHeight;
    if (narrow()) last.scrollIntoView({ block: "start" });
    else box.scrollTop += last.getBoundingClientRect().top - box.getBoundingClientRect().top - head;
  }
  turns = sections.length;
  coming = last?.getAttribute("aria-busy") === "true";
  settle();
};

const observe = (id, seen) => new MutationObserver(seen).observe(find(id), { childList: true, subtree: true });
const ready = () => {
  if (!find("mb-item") || !find("mb-sources") || !find("mb-status")) return setTimeout(ready, 50);
  find("mb-status").setAttribute("role", "status");
  for (const [id, label] of [["mb-sources", "Sources"], ["mb-item", "Minutes of the item"]]) {
    find(id).setAttribute("role", "region");
    find(id).setAttribute("aria-label", label);
    find(id).tabIndex = 0; // It scrolls, so the arrow keys must reach it.
  }
  observe("mb-item", openItem);
  observe("mb-sources", settle);
  observe("mb-conversation", follow);
};
ready();
