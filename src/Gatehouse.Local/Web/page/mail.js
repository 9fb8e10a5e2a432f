// The inbox. A password is masked until somebody asks to see it, in the text and in the HTML.
import { empty, fresh, make, when } from './panels.js';
import { redraw } from './page.js';

const revealed = new Set();
let opened = null;
let asText = false;
const identity = mail => `${mail.at} ${mail.to.join()} ${mail.subject}`;

export function drawInbox({ inbox }) {
  if (!inbox.length) return { key: 'none', html: empty('No mail yet. A new person’s welcome arrives here, seconds after the merge.'), count: '' };
  const mail = inbox.find(one => identity(one) === opened) ?? inbox[0];
  const id = identity(mail);
  const list = make('div', { class: 'mails', role: 'group', 'aria-label': 'Mails' }, ...inbox.map(one => entry(one, identity(one) === id)));
  return { key: JSON.stringify([inbox.map(identity), id, revealed.has(id), asText]), html: [list, reading(mail, id)], count: inbox.length };
}

function entry(mail, isOpen) {
  const open = () => {
    opened = identity(mail);
    redraw('inbox');
  };
  return make('button', { type: 'button', class: fresh(`mail ${identity(mail)}`).trim(), 'aria-pressed': String(isOpen), 'data-key': identity(mail), onclick: open },
    make('strong', {}, mail.subject), when(mail.at), make('span', { class: 'to' }, mail.to.join(', ')));
}

function reading(mail, id) {
  const password = /^Password: (\S+)/m.exec(mail.text)?.[1];
  const isShown = revealed.has(id);
  const text = shown(mail.text, password, isShown);
  const body = asText || !mail.html
    ? make('pre', { tabindex: '0', 'aria-label': 'The mail as plain text' }, text)
    : make('iframe', { sandbox: '', title: `The mail to ${mail.to.join(', ')}`, srcdoc: shown(mail.html, password, isShown) });
  const bar = make('div', { class: 'bar' },
    password && make('button', { type: 'button', 'data-key': 'reveal', 'aria-pressed': String(isShown), onclick: () => toggle(id) }, isShown ? 'Hide the password' : 'Show the password'),
    make('button', { type: 'button', 'data-key': 'as-text', 'aria-pressed': String(asText), onclick: () => { asText = !asText; redraw('inbox'); } }, asText ? 'Show as HTML' : 'Show as plain text'));
  return make('div', { class: 'reading' }, bar, body);
}

function toggle(id) {
  if (!revealed.delete(id)) revealed.add(id);
  redraw('inbox');
}

// In HTML the password may be written with entities.
function shown(content, password, isShown) {
  if (!password || isShown) return content;
  const escaped = password.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return content.replaceAll(escaped, '•'.repeat(password.length)).replaceAll(password, '•'.repeat(password.length));
}
