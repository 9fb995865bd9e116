// Runs before the page is drawn, so that what only scripts can open is closed at once, without a flash.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
