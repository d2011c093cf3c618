// Completes what is typed in a search box. Without it, or when nothing comes, the box is as it was.
"use strict";

for (const form of document.querySelectorAll("form[action$='/zoeken']")) {
  const box = form.elements.q, list = document.createElement("datalist");
  let timer, asking;
  list.id = `${box.id}-lijst`;
  form.append(list);
  box.setAttribute("list", list.id);
  box.addEventListener("input", () => {
    clearTimeout(timer);
    asking?.abort();
    timer = setTimeout(async () => {
      const text = box.value.trim();
      asking = new AbortController();
      try {
        const answer = text.length > 1 && await fetch(`${form.action}/aanvullen?${new URLSearchParams({ q: text })}`, { signal: asking.signal });
        list.replaceChildren(...(answer.ok ? await answer.json() : []).map((each) => new Option(each)));
      } catch { /* The box works without. */ }
    }, 200);
  });
}
