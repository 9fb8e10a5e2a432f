// GitHub's Markdown, as far as Gatehouse writes it: headings, paragraphs, lists, tables, links, code, bold, small print. Always elements, never markup.
import { make } from './panels.js';

export function rendered(text) {
  const lines = text.replace(/<!--.*?-->/gs, '').split('\n');
  const out = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const until = test => {
      const from = at;
      while (at < lines.length && test(lines[at])) at++;
      return lines.slice(from, at);
    };
    if (!line.trim()) at++;
    else if (/^#{2,4} /.test(line)) out.push(make(line.startsWith('####') ? 'h5' : 'h4', {}, ...inline(lines[at++].replace(/^#+ /, ''))));
    else if (line.startsWith('|')) out.push(table(until(row => row.startsWith('|'))));
    else if (line.startsWith('- ')) out.push(make('ul', {}, ...until(item => item.startsWith('- ')).map(item => make('li', {}, ...inline(item.slice(2))))));
    else out.push(make('p', {}, ...inline(until(words => words.trim() && !/^(#{2,4} |\||- )/.test(words)).join(' '))));
  }
  return make('div', { class: 'markdown' }, ...out);
}

function table([head, , ...rows]) {
  const cells = row => row.replace(/^\||\|\s*$/g, '').split(/(?<!\\)\|/).map(cell => cell.trim());
  return make('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Table' }, make('table', {},
    make('thead', {}, make('tr', {}, ...cells(head).map(cell => make('th', { scope: 'col' }, ...inline(cell))))),
    make('tbody', {}, ...rows.map(row => make('tr', {}, ...cells(row).map(cell => make('td', {}, ...inline(cell))))))));
}

const tokens = /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\(https?:[^)\s]+\)|<br>|<sub>.*?<\/sub>|\b_[^_]+_\b)/s;

function inline(text) {
  return text.split(tokens).filter(part => part).map(part => {
    if (part === '<br>') return make('br');
    if (part.startsWith('`')) return make('code', {}, part.slice(1, -1).replace(/\\\|/g, '|'));
    if (part.startsWith('**')) return make('strong', {}, ...inline(part.slice(2, -2)));
    if (/^_.*_$/s.test(part)) return make('em', {}, ...inline(part.slice(1, -1)));
    if (part.startsWith('<sub>')) return make('small', {}, ...inline(part.slice(5, -6)));
    const link = /^\[([^\]]+)\]\((https?:[^)\s]+)\)$/.exec(part);
    if (link) return make('a', { href: link[2], rel: 'noreferrer' }, plain(link[1]));
    return plain(part);
  });
}

const plain = text => text.replace(/\\([\\`*_[\]~|])/g, '$1').replace(/&lt;/g, '<').replace(/&amp;/g, '&');
