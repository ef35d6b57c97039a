/**
 * The intranet's own "is it really you". A hiring widget that is about to move money says so with `hire-elevate`; this
 * page asks for the PIN, the intranet's server checks it, and only then does the server vouch for a raised session.
 */
const dialog = document.getElementById('confirm');
const form = dialog.querySelector('form');
const pin = form.elements.namedItem('pin');
const said = dialog.querySelector('[role=alert]');

document.addEventListener('hire-elevate', ({ detail }) => detail.waitUntil(confirmation()));

function confirmation() {
  form.reset();
  say('');
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve, reject) => {
    dialog.addEventListener(
      'close',
      () => (dialog.returnValue === 'confirmed' ? resolve() : reject(new Error('not confirmed'))),
      { once: true },
    );
  });
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  say('');
  const answer = await fetch('/api/confirm', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-intranet': 'confirm' },
    body: JSON.stringify({ pin: pin.value }),
  }).catch(() => undefined);
  if (answer?.ok) return dialog.close('confirmed');
  say(answer ? (await answer.json()).error : 'No connection. Nothing happened.');
  pin.select();
});

dialog.querySelector('[type=button]').addEventListener('click', () => dialog.close());

function say(words) {
  said.textContent = words;
  if (words) pin.setAttribute('aria-invalid', 'true');
  else pin.removeAttribute('aria-invalid');
}
