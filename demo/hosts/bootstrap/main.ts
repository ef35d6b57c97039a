import 'bootstrap';
import './own.css';

/** Bootstrap follows an attribute, the page follows the system. */
const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => {
  document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light';
};
dark.addEventListener('change', follow);
follow();

for (const link of document.querySelectorAll('.nav > a')) {
  link.classList.add('nav-link');
  link.classList.toggle('active', link.hasAttribute('aria-current'));
}
