// Keeps a long form on the server while it is being written. A form asks for it with data-autosave-to.
// Without this script nothing is lost that was sent: the form has a button that saves it.
const WAIT = 2000; // milliseconds after the last keystroke
const sentences = document.querySelector("script[data-saved-at]").dataset; // in the page's own language

function keep(form) {
  const says = form.querySelector("[data-autosave-says]") || form.appendChild(document.createElement("p"));
  says.className = "govuk-body-s";
  says.setAttribute("role", "status");
  let timer = 0;
  let dirty = false;

  async function save(late) {
    if (!dirty) return;
    dirty = false;
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    try {
      const answer = await fetch(form.dataset.autosaveTo, {
        method: "POST", body, keepalive: Boolean(late), credentials: "same-origin", redirect: "manual",
      });
      const kept = answer.ok && (await answer.json());
      if (!kept || !kept.kept) throw new Error("not kept");
      says.textContent = sentences.savedAt.replace("00:00", kept.at);
    } catch {
      dirty = true;
      says.textContent = sentences.notSaved;
    }
  }

  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  });
  form.addEventListener("submit", () => { dirty = false; clearTimeout(timer); });
  setInterval(save, 20000);
  addEventListener("pagehide", () => save(true));
}

document.querySelectorAll("form[data-autosave-to]").forEach(keep);
