// Lets a reader play a map month by month. Without it the list of months and its button do the same, a page at a time.
for (const form of document.querySelectorAll("form.pm-maanden")) {
  const select = form.querySelector("select");
  const map = document.getElementById(form.dataset.map);
  const steps = [...map.querySelectorAll("[data-moment]")];
  const said = form.querySelector("output");
  const range = document.createElement("input");
  range.type = "range";
  range.max = select.options.length - 1;
  range.value = select.selectedIndex;
  range.setAttribute("aria-label", form.dataset.label);
  select.before(range);
  form.querySelector("button").hidden = true;

  const show = index => {
    select.selectedIndex = range.value = index;
    const { value, text, dataset } = select.options[index];
    for (const step of steps) step.classList.toggle("straks", step.dataset.moment > value);
    said.textContent = form.dataset.said.replace("{0}", dataset.n);
    range.setAttribute("aria-valuetext", text);
  };
  range.addEventListener("input", () => show(+range.value));
  select.addEventListener("change", () => show(select.selectedIndex));
  show(select.selectedIndex);
}
