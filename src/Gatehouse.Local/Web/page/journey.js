// Pull requests, and for those that add people how far they have come: pull request, run, IAM user, mail.
import { empty, fresh, make, when } from './panels.js';
import { rendered } from './markdown.js';
import { merge } from './page.js';

export function drawPulls(world) {
  const html = world.pulls.map(pull => make('article', { class: `item${fresh(`pull ${pull.number} ${pull.state}`)}`, id: `pull-${pull.number}` },
    make('h3', {}, `#${pull.number} ${pull.title}`),
    make('div', { class: 'meta' }, badge(pull), make('span', {}, pull.author), ...pull.labels.map(name => make('span', { class: 'badge' }, name)), when(pull.mergedAt ?? pull.closedAt ?? pull.createdAt)),
    ...pull.checks.map(check), journey(world, pull), mergeButton(pull), ...pull.comments.map(said => comment(said, pull))));
  const open = world.pulls.filter(pull => pull.state === 'open').length;
  return {
    key: JSON.stringify([world.pulls, world.pulls.map(pull => steps(world, pull))]),
    html: html.length ? html : empty('None yet.'),
    count: open ? `${open} open` : '',
  };
}

function badge(pull) {
  if (pull.merged) return make('span', { class: 'badge info' }, 'merged');
  return pull.state === 'open' ? make('span', { class: 'badge wait' }, 'open') : make('span', { class: 'badge' }, 'closed');
}

function mergeButton(pull) {
  if (pull.state !== 'open') return null;
  const press = async event => {
    event.target.disabled = true;
    await merge(pull.number);
    event.target.disabled = false;
  };
  return make('button', { class: 'primary', type: 'button', 'data-key': `merge ${pull.number}`, onclick: press }, `Approve and merge #${pull.number}`);
}

const unfolded = new Map();

/** Until the merge the plan lies open; afterwards what was done is the news. */
function comment(said, pull) {
  const isPlan = said.body.includes('<!-- gatehouse:plan -->');
  const open = unfolded.get(said.id) ?? (isPlan && pull.state === 'open');
  return make('details', { class: 'comment', open, ontoggle: event => unfolded.set(said.id, event.target.open) },
    make('summary', { 'data-key': `comment ${said.id}` }, `${said.author} ${isPlan ? 'planned' : 'commented'}`), rendered(said.body));
}

const passed = { success: 'good', failure: 'bad', error: 'bad' };

function check(one) {
  return make('div', { class: 'check' },
    make('span', { class: `badge ${passed[one.conclusion] ?? 'wait'}` }, one.conclusion === 'success' ? 'passed' : one.conclusion ? 'failed' : 'running'),
    make('span', {}, make('strong', {}, one.name), one.title ? ` · ${one.title}` : ''),
    one.beside.length > 0 && make('ul', { class: 'mono' }, ...one.beside.map(line => make('li', {}, line))));
}

/** What has happened so far; null for a pull request from before this world, or one that adds nobody. */
function steps(world, pull) {
  const run = world.runs.find(candidate => candidate.name.startsWith(`merge-${pull.number}-`));
  if (!pull.adds.length) return null;
  if (pull.merged && !run && new Date(pull.mergedAt) < new Date(world.people.at(-1)?.createdAt)) return null;
  const everybody = found => pull.adds.every(name => found(name.toLowerCase()));
  const inIam = everybody(name => world.people.some(person => person.name.toLowerCase() === name && person.pullRequest === String(pull.number)));
  const mailed = everybody(name => world.inbox.some(mail => new Date(mail.at) >= new Date(pull.createdAt) && mail.to.some(to => to.toLowerCase() === name)));
  const failed = run && ['FAILED', 'TIMED_OUT', 'ABORTED'].includes(run.status);
  return [
    ['Merged', pull.merged ? 'done' : 'now'],
    ['Run', !run ? (pull.merged ? 'now' : '') : failed ? 'failed' : run.status === 'RUNNING' ? 'now' : 'done'],
    ['IAM user', inIam ? 'done' : run && !failed ? 'now' : ''],
    ['Mail', mailed ? 'done' : inIam ? 'now' : ''],
  ];
}

const words = { done: 'done', now: 'waiting', failed: 'failed', '': 'not yet' };

function journey(world, pull) {
  const all = pull.state === 'closed' && !pull.merged ? null : steps(world, pull);
  return all && make('ol', { class: 'journey', 'aria-label': 'How far it has come' },
    ...all.map(([name, state]) => make('li', { class: state, title: words[state], 'aria-label': `${name}: ${words[state]}` }, name)));
}
