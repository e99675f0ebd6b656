// A part of a page that follows what happens: the server sends its HTML anew. Without this script the part's link 「刷新」 does it.
// Also: a button that was pressed says so, and is pressed once.
"use strict";
for (const part of document.querySelectorAll("[data-live]")) {
    const source = new EventSource(part.dataset.live);
    source.onmessage = (event) => {
        if (part.contains(document.activeElement) && document.activeElement.matches("input, textarea")) {
            return;
        }
        part.innerHTML = event.data;
        document.dispatchEvent(new CustomEvent("swapped", {detail: part}));
    };
    source.addEventListener("end", () => source.close());
    source.addEventListener("go", (event) => location.assign(event.data));
}
for (const fallback of document.querySelectorAll("[data-fallback]")) {
    fallback.hidden = true;
}
for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
}
document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (event.target.dataset.sent) {
        event.preventDefault();
        return;
    }
    if (button && button.dataset.busy && !event.defaultPrevented) {
        event.target.dataset.sent = "1";
        button.setAttribute("aria-busy", "true");
        button.textContent = button.dataset.busy;
    }
});
window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
        delete form.dataset.sent;
    }
});
