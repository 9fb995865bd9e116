// Starts the component library on the parts our pages use. Its address comes from this script's own
// element, because a stored file's name carries a hash that a plain import could not know.
const library = document.querySelector("script[data-library]").dataset.library;
const parts = await import(library);

for (const name of ["Button", "CharacterCount", "Checkboxes", "ErrorSummary", "NotificationBanner", "PasswordInput", "SkipLink"]) {
  parts.createAll(parts[name]);
}

// A menu closes when the reader goes elsewhere or presses Escape; without this script it is an ordinary details.
for (const menu of document.querySelectorAll("details.gt-menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
}

// On paper everything that opens is open, and closed again afterwards.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open], .gt-menu)")];
  opened.forEach((part) => (part.open = true));
});
addEventListener("afterprint", () => opened.forEach((part) => (part.open = false)));
