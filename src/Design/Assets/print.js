// The button that prints. Without this script it stays hidden; the menu of the browser prints too.
"use strict";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
