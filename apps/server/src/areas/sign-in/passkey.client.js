// Lets people sign in with a passkey where the browser knows them. Without it, or without a script, the form with the password is all there is.
const button = document.querySelector('button[data-passkey]');

const post = (path, body) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  });

const signIn = async () => {
  const asked = await fetch('/api/auth/passkey/generate-authenticate-options', { credentials: 'same-origin' });
  if (!asked.ok) throw new Error('options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
  // The passkey stands for password and second factor: it has to ask for its person.
  publicKey.userVerification = 'required';
  const credential = await navigator.credentials.get({ publicKey });
  const answer = await post('/api/auth/passkey/verify-authentication', { response: credential.toJSON() });
  if (!answer.ok) throw new Error('refused');
  window.location.assign(button.dataset.next ?? '/workspace');
};

if (button !== null && typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function') {
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    document.querySelector('[data-passkey-fault]')?.setAttribute('hidden', '');
    signIn().catch(() => {
      button.disabled = false;
      document.querySelector('[data-passkey-fault]')?.removeAttribute('hidden');
    });
  });
}
