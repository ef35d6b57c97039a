/*
 * Partial postbacks as such sites know them. "Move" takes a web part out of its zone and puts the same nodes into
 * another; "Refresh" throws the panel's content away and writes the markup that the server sent once more.
 */
document.addEventListener('DOMContentLoaded', () => {
  const panel = document.getElementById('update-panel');
  const sent = panel.innerHTML;
  const [main, other] = document.querySelectorAll('.web-part-zone');

  document.querySelector('[data-panel=move]').addEventListener('click', ({ target }) => {
    const part = target.closest('.web-part');
    const zone = part.parentNode === main ? other : main;
    part.remove();
    setTimeout(() => zone.appendChild(part));
  });

  document.querySelector('[data-panel=redraw]').addEventListener('click', () => {
    panel.innerHTML = sent;
  });
});
