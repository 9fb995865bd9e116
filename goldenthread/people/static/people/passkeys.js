// Passkeys are the one thing of ours that a browser cannot do without a script. Each form with data-passkey
// (sign-in, use or add) says beside its button what to do otherwise; where passkeys work, that text makes way.

const decode = (text) => {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(plain.padEnd(Math.ceil(plain.length / 4) * 4, "=")), (letter) => letter.charCodeAt(0));
};

const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const withIds = (keys = []) => keys.map((key) => ({ ...key, id: decode(key.id) }));

function toSend(credential) {
  const sent = { type: credential.type, id: credential.id, rawId: encode(credential.rawId), response: {} };
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) {
      sent.response[name] = encode(credential.response[name]);
    }
  }
  sent.clientExtensionResults = credential.getClientExtensionResults();
  return sent;
}

async function use(options) {
  const publicKey = { ...options.publicKey, challenge: decode(options.publicKey.challenge) };
  publicKey.allowCredentials = withIds(publicKey.allowCredentials);
  return navigator.credentials.get({ publicKey });
}

async function add(options) {
  const given = options.publicKey;
  const publicKey = { ...given, challenge: decode(given.challenge), user: { ...given.user, id: decode(given.user.id) } };
  publicKey.excludeCredentials = withIds(given.excludeCredentials);
  publicKey.authenticatorSelection = {
    ...given.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required",
  };
  return navigator.credentials.create({ publicKey });
}

const given = () => JSON.parse(document.getElementById("passkey-data").textContent);

const asked = {
  "sign-in": async (form) => {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    return use((await answer.json()).request_options);
  },
  use: () => use(given().request_options),
  add: () => add(given().creation_options),
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) {
    break;
  }
  const failed = form.querySelector("[data-passkey-failed]");
  form.querySelector("[data-passkey-otherwise]").hidden = true;
  form.querySelector("[data-passkey-press]").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const credential = await asked[form.dataset.passkey](form);
      form.elements.credential.value = JSON.stringify(toSend(credential));
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
