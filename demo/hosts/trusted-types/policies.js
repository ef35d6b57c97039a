/**
 * The page's own rules about markup. What reaches the default policy comes from code that knows nothing of Trusted
 * Types; here it is counted, so that whoever looks can see that the widgets never need it.
 */
const news = trustedTypes.createPolicy('larkmoor-news', {
  createHTML: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
});

trustedTypes.createPolicy('default', {
  createHTML(text) {
    document.documentElement.dataset.askedDefaultPolicy = text.slice(0, 80);
    return text;
  },
});

document.addEventListener('DOMContentLoaded', () => {
  const line = document.createElement('p');
  line.innerHTML = news.createHTML('Plant news: output < plan & steady.');
  document.querySelector('footer').append(line);
});
