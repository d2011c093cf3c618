// Sharing a pareltje: saves what is typed by itself, keeps a copy in this browser for when that fails, and refreshes
// what stands beside the text. Without this script the buttons of the form do the same.
"use strict";

(() => {
  const saveAfter = 3000, lookAfter = 700, copyAfter = 300;
  const keys = "parelmuur-deel-", key = (who) => `${keys}${who || "bezoeker"}`;
  // A person finds the copy back after signing in again; that of a visitor ends with the tab, whoever comes next.
  const shelf = (who) => who ? localStorage : sessionStorage;

  const read = (who) => {
    try { return JSON.parse(shelf(who).getItem(key(who))); } catch { return null; }
  };
  const forget = (who) => {
    try { shelf(who).removeItem(key(who)); } catch { /* A browser may refuse storage; then there is nothing to forget. */ }
  };

  // Signing out lets the browser forget the copies; this is for a session that ended by itself.
  const forgetOthers = (who) => {
    try {
      for (const name of Object.keys(localStorage))
        if (name.startsWith(keys) && name !== key(who)) localStorage.removeItem(name);
    } catch { /* As above. */ }
  };

  // The next page: the server has it, so the copy is not needed any more.
  const kept = document.querySelector("[data-kept]");
  if (kept) {
    forget(kept.dataset.who);
    forget("");
  }

  const form = document.querySelector("form[data-keep]");
  if (!form) return;
  const { who, root, save, beside, saved, offline, signedOut, elsewhere } = form.dataset;
  const state = form.querySelector("[data-state]");
  const typed = () => Object.fromEntries([...new FormData(form)].filter(([name]) => name.startsWith("Form.")));
  const same = (one, other) => [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .every((name) => (one[name] || "").trim() === (other[name] || "").trim());

  let changes = 0, stopped = false, saving = Promise.resolve(), looking = null;
  const later = (wait, act) => {
    let timer;
    return () => { clearTimeout(timer); timer = setTimeout(act, wait); };
  };

  const copy = () => {
    const text = { when: new Date().toISOString(), concept: form.elements.concept.value, fields: typed() };
    try { shelf(who).setItem(key(who), JSON.stringify(text)); } catch { /* Full or refused: the server still saves. */ }
  };

  const keep = async () => {
    if (stopped) return;
    const at = changes;
    let answer;
    try {
      answer = await fetch(save, { method: "POST", body: new FormData(form) });
    } catch {
      state.textContent = offline;
      return;
    }
    if (answer.ok) {
      const { concept, versie } = await answer.json();
      if (!concept) return;
      form.elements.concept.value = concept;
      form.elements.versie.value = versie;
      history.replaceState(null, "", `${root}/${concept}`);
      if (at === changes) { forget(who); forget(""); }
      const clock = new Date().toTimeString().slice(0, 5).replace(":", ".");
      state.textContent = saved.replace("{0}", clock);
    } else if (answer.status === 401 || answer.status === 400) {
      state.textContent = signedOut;
    } else if (answer.status === 409) {
      stopped = true;
      state.textContent = elsewhere;
    } else {
      state.textContent = offline;
    }
  };
  // One at a time: a save that overtakes another would look like a second window.
  const saveSoon = later(saveAfter, () => { if (who) saving = saving.then(keep); });

  const look = async () => {
    looking?.abort();
    looking = new AbortController();
    try {
      const answer = await fetch(beside, { method: "POST", body: new FormData(form), signal: looking.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-part]")) {
        const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
        // What has the focus stays as it is, or a reader loses the place.
        if (fresh && !part.contains(document.activeElement) && fresh.innerHTML !== part.innerHTML)
          part.replaceChildren(...fresh.childNodes);
      }
    } catch { /* Nothing to show beside; typing goes on. */ }
  };
  const lookSoon = later(lookAfter, look), copySoon = later(copyAfter, () => { if (!stopped) copy(); });

  form.addEventListener("input", () => {
    changes++;
    copySoon();
    lookSoon();
    saveSoon();
  });
  // Whatever becomes of the answer, the text is here.
  form.addEventListener("submit", () => { stopped = true; copy(); });
  // But who signs out leaves nothing behind, also where the browser would not be told to forget it.
  document.querySelector("form[action$='/uitloggen']")?.addEventListener("submit", () => { stopped = true; forget(who); });
  window.addEventListener("pagehide", () => { if (changes > 0 && !stopped) copy(); });
  window.addEventListener("online", () => { if (changes > 0) saveSoon(); });

  const offer = (owner) => {
    const text = read(owner);
    if (!text?.fields) return false;
    if (same(text.fields, typed())) { forget(owner); return false; }
    const found = form.querySelector("[data-found]");
    form.querySelector("[data-found-text]").textContent =
      `${new Date(text.when).toLocaleString(document.documentElement.lang)}: ${text.fields["Form.Title"] || text.fields["Form.Promise"] || text.fields["Form.WhatWeDid"] || "…"}`;
    found.hidden = false;
    form.querySelector("[data-put-back]").addEventListener("click", () => {
      for (const [name, value] of Object.entries(text.fields))
        if (form.elements[name]) form.elements[name].value = value;
      forget(owner);
      found.hidden = true;
      form.elements["Form.Title"].focus();
      form.dispatchEvent(new Event("input"));
    });
    form.querySelector("[data-forget]").addEventListener("click", () => {
      forget(owner);
      found.hidden = true;
      form.elements["Form.Title"].focus();
    });
    return true;
  };
  if (who) forgetOthers(who);
  if (!offer(who) && who) offer("");
})();
