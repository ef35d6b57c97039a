const roles = [
  'Flutter developer',
  'Shopify store',
  'PHP website',
  'React consultant',
  'Logo',
  'Data pipeline',
  'SEO audit',
];
const skillSets = [
  'Web Development, Flutter',
  'Shopify, HTML',
  'PHP, MySQL, HTML, +3',
  'React, TypeScript',
  'Logo Design',
];
const levels = ['Intermediate', 'Expert', 'Entry Level'];

/** Rows with the oddities of files as they come: quoted line breaks, uneven pay, a double for every second row. */
export function madeJobPostsCsv(rows: number): string {
  const lines = ['Job Title,Hourly/Fixed,Budget,Level,Skills'];
  for (let n = 0; n < rows; n++) {
    const at = n - (n % 2 && n % 4 === 1 ? 1 : 0);
    const title = `${roles[at % roles.length]} ${at}${at % 5 ? '' : ', urgent'}`;
    lines.push([quoted(title), ...pay(at), levels[at % 3]!, quoted(skillSets[at % 5]!)].join(','));
  }
  return `${lines.join('\n')}\n`;
}

function pay(n: number): [terms: string, budget: string] {
  if (n % 3 === 0) return ['Fixed price', quoted(`Est. budget:\n$${(5 + (n % 900)).toLocaleString('en')}.00`)];
  return n % 3 === 1 ? ['Hourly', 'N/A'] : [`Hourly: $${5 + (n % 40)}.00 - $${45 + (n % 60)}.00`, 'N/A'];
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
