// Each panel says what it would draw: a key that changes when the content does, the elements, and how many there are.
let started = null;
const known = new Set();

/** Makes an element; text is always set as text, never as markup. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child != null && child !== false));
  return element;
}

export const empty = text => [make('p', { class: 'empty' }, text)];

let today = null;

/** The world's clock may be ahead of the visitor's: its day decides what is shown with a time rather than a date. */
export function setToday(now) {
  const before = today;
  today = new Date(now).toDateString();
  return today !== before;
}

export function when(text) {
  const at = new Date(text);
  const isToday = at.toDateString() === today;
  const shown = isToday ? at.toLocaleTimeString('en-GB') : at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  return make('time', { class: 'when', datetime: text, title: at.toLocaleString('en-GB') }, shown);
}

/** True the first time that something is drawn after the page was opened, so that it can catch the eye. */
export function fresh(id) {
  started ??= Date.now();
  const isNew = !known.has(id) && Date.now() - started > 2000;
  known.add(id);
  return isNew ? ' fresh' : '';
}

export function drawFacts(world) {
  const facts = { Register: `${world.repository} · ${world.branch}`, Account: world.account, 'Sign-in alias': world.consoleAlias };
  const html = Object.entries(facts).map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', { class: 'mono' }, value)));
  return { key: JSON.stringify(facts), html };
}

/** A name may go on to the next line after its @ and its dots, and where a new word of it begins. */
const breakable = text => text.split(/(?<=[@.])|(?<=[a-z])(?=[A-Z])/).flatMap(part => [part, make('wbr')]);

/** A device by its name, which is short where it begins with the user's, and by its kind where it is no virtual one. */
function device(user, serial) {
  const name = serial.split('/').at(-1);
  if (serial.includes(':u2f/')) return `${name.replace(/-[A-Z0-9]+$/, '')}, a security key`;
  if (!serial.startsWith('arn:')) return `${name}, a token`;
  if (!name.toLowerCase().startsWith(user.toLowerCase())) return name;
  return name.length === user.length ? 'named like the user' : `…${name.slice(user.length)}`;
}

export function drawPeople({ people }) {
  const rows = people.map(person => make('tr', { class: fresh(`person ${person.name}`).trim() },
    make('td', {}, ...breakable(person.name), person.devices.length > 0 && make('ul', {}, ...person.devices.map(serial => make('li', { title: serial }, 'MFA: ', ...breakable(device(person.name, serial)))))),
    make('td', {}, ...breakable(person.groups.join(', ') || '–')),
    make('td', {}, person.quarantined
      ? make('span', { class: 'badge wait', title: 'Everything is denied; the user is deleted once the grace time is over.' }, 'quarantined')
      : person.managed
      ? make('span', { class: 'badge good' }, person.pullRequest ? `by #${person.pullRequest}` : 'managed')
      : make('span', { class: 'badge', title: 'Made by hand: Gatehouse reports such users and never touches them.' }, 'by hand'))));
  const head = make('thead', {}, make('tr', {}, ...['User name', 'Groups', 'Managed'].map(name => make('th', { scope: 'col' }, name))));
  return { key: JSON.stringify(people), html: [make('table', {}, head, make('tbody', {}, ...rows))], count: people.length };
}

/** A run's or a commit's name with the commit cut to seven digits, and a delivery's number to eight. */
const short = text => text.replace(/\b([0-9a-f]{7})[0-9a-f]{33}\b/g, '$1').replace(/\b([0-9a-f]{8})(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '$1');

const verdict = { SUCCEEDED: 'good', RUNNING: 'wait', FAILED: 'bad', TIMED_OUT: 'bad', ABORTED: 'bad' };

/** A function's failure is Lambda's JSON; what it says to a person is the message in it. */
function messageOf(cause) {
  try {
    return JSON.parse(cause).errorMessage ?? cause;
  } catch {
    return cause;
  }
}

export function drawRuns({ runs }) {
  const html = runs.map(run => make('article', { class: `item${fresh(`run ${run.name} ${run.status}`)}` },
    make('h3', { class: 'mono', title: run.name }, short(run.name)),
    make('div', { class: 'meta' },
      make('span', { class: `badge ${verdict[run.status] ?? ''}` }, run.status.toLowerCase().replace('_', ' ')),
      make('span', {}, run.machine), when(run.startedAt), took(run)),
    run.error && make('p', { class: 'bubble' }, `${run.error}${run.cause ? `: ${messageOf(run.cause).slice(0, 300)}` : ''}`)));
  return { key: JSON.stringify(runs), html: html.length ? html : empty('No run yet. Merging a pull request starts one.'), count: runs.length || '' };
}

const took = run => run.stoppedAt && make('span', {}, `${((new Date(run.stoppedAt) - new Date(run.startedAt)) / 1000).toFixed(1)} s`);

/** Slack's own marks: *bold*, `code` and the mention of a group. */
const marked = text => short(text).split(/(\*[^*\n]+\*|`[^`\n]+`|<![^>\n]+>)/).map(part =>
  part.startsWith('<!') && part.endsWith('>') ? make('strong', { title: part }, `@${part.slice(2, -1).replace(/^subteam\^/, '')}`)
  : part.length > 2 && part.startsWith('*') ? make('strong', {}, part.slice(1, -1))
  : part.length > 2 && part.startsWith('`') ? make('code', {}, part.slice(1, -1)) : part);

export function drawSlack({ slack }) {
  const html = slack.map(message => make('article', { class: `item${fresh(`slack ${message.at}`)}` },
    make('div', { class: 'meta' }, make('span', { class: `badge ${message.channel.includes('security') ? 'bad' : 'info'}` }, message.channel), when(message.at)),
    make('p', { class: 'bubble' }, ...marked(message.text))));
  return { key: JSON.stringify(slack), html: html.length ? html : empty('Quiet so far.'), count: slack.length || '' };
}

export function drawTimeline({ timeline }) {
  const items = timeline.map(entry => make('li', { class: fresh(`event ${entry.at} ${entry.text}`).trim() },
    when(entry.at), make('span', {}, make('span', { class: `dot ${entry.kind}`, 'aria-hidden': 'true' }), short(entry.text))));
  return { key: JSON.stringify(timeline), html: [make('ol', {}, ...items)] };
}
