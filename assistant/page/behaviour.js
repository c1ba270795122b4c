// A touch on a card, or on a marker such as [2] in the conversation, opens that source.
document.addEventListener("click", (touched) => {
  const card = touched.target.closest("[data-cite]");
  const marker = touched.target.closest("a[href*='#cite-']");
  if (!card && !marker) return;
  touched.preventDefault();
  touched.stopPropagation();
  const key = card ? card.dataset.cite : marker.getAttribute("href").split("#")[1];
  window.minutebookOpened = key;
  trigger("click", { key });
}, true);

// When the minutes of an item appear, its marked words are brought into view, and its card is shown as the open one.
const item = document.getElementById("mb-item");
const settle = () => {
  const mark = item && item.querySelector("mark");
  if (mark) {
    const box = mark.closest(".mb-item");
    if (window.innerWidth < 760 && window.minutebookOpened) box.scrollIntoView({ block: "start" });
    box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
  document.querySelectorAll("[data-cite]").forEach((card) => {
    card.classList.toggle("mb-open", card.dataset.cite === window.minutebookOpened);
  });
};
if (item) new MutationObserver(settle).observe(item, { childList: true, subtree: true });
