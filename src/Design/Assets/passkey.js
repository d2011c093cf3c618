// Lets a browser that can do so make and use passkeys. Without it the site works with a password.
"use strict";
(() => {
  const able = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential.parseRequestOptionsFromJSON;
  if (!able) return;
  for (const part of document.querySelectorAll("[data-passkey-able]")) part.hidden = false;
  for (const part of document.querySelectorAll("[data-passkey-unable]")) part.hidden = true;

  // Asks the site for a challenge; null when the form is not right, which the site then says itself.
  const challenge = async form => {
    const answer = await fetch(form.dataset.challenge, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    return answer.ok && answer.headers.get("content-type")?.startsWith("application/json") ? answer.json() : null;
  };
  const ask = (kind, json) => kind === "make"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) });

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const stopped = form.querySelector("[data-passkey-stopped]");
      stopped.hidden = true;
      try {
        const json = await challenge(form);
        if (json) form.elements["Form.Credential"].value = JSON.stringify(await ask(form.dataset.passkey, json));
        form.submit();
      } catch {
        stopped.hidden = false;
      }
    });
  }
})();
