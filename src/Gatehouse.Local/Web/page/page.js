// Asks for the world again and again, and redraws only the panels whose content changed.
import { drawFacts, drawPeople, drawRuns, drawSlack, drawTimeline, setToday } from './panels.js';
import { drawPulls } from './journey.js';
import { drawInbox } from './mail.js';

const PAUSE = 800;
const live = document.getElementById('live');
const said = document.getElementById('said');
const panels = { facts: drawFacts, pulls: drawPulls, inbox: drawInbox, people: drawPeople, runs: drawRuns, slack: drawSlack, timeline: drawTimeline };
const drawn = {};
let version = '';
let world = null;

export function redraw(name) {
  delete drawn[name];
  draw();
}

function draw() {
  if (!world) return;
  for (const [name, panel] of Object.entries(panels)) {
    const { key, html, count } = panel(world);
    if (drawn[name] === key) continue;
    const place = document.getElementById(name);
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    place.replaceChildren(...html);
    drawn[name] = key;
    if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    const counter = document.getElementById(`${name}-count`);
    if (counter) counter.textContent = count ?? '';
  }
}

async function look() {
  try {
    const answer = await fetch(`/api/view?seen=${version}`);
    if (answer.status === 200) {
      version = answer.headers.get('X-World-Version');
      world = await answer.json();
      // A new day changes how every moment is shown.
      if (setToday(world.today)) for (const name of Object.keys(drawn)) delete drawn[name];
      draw();
    } else if (answer.status !== 204) {
      throw new Error(`the world answered ${answer.status}`);
    }
    say(live, 'live on', 'Live');
  } catch (gone) {
    say(live, 'live off', `Not connected: ${gone.message}`);
  }
  setTimeout(look, document.hidden ? PAUSE * 5 : PAUSE);
}

// A status region is read aloud when it changes: leave it alone while it does not.
function say(place, className, text) {
  if (place.className !== className) place.className = className;
  if (place.textContent !== text) place.textContent = text;
}

async function post(path, body) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) });
  const result = await answer.json();
  if (!answer.ok) throw new Error(result.message);
  return result;
}

export async function merge(number) {
  try {
    await post(`/api/requests/${number}/merge`);
    say(said, 'said', '');
  } catch (refused) {
    say(said, 'said bad', `#${number} could not be merged: ${refused.message}`);
  }
}

const form = document.getElementById('form');
const [name, address] = [form.elements.name, form.elements.address];
let suggested = '';
name.addEventListener('input', () => {
  const local = name.value.trim().toLowerCase().normalize('NFD').replace(/[^a-z0-9 .-]/g, '').replace(/\s+/g, '.');
  if (address.value === suggested) address.value = suggested = local ? `${local}@digital.cabinet-office.gov.uk` : '';
});
form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = form.querySelector('button');
  const wanted = { name: name.value, address: address.value.trim() };
  if (world?.people.some(person => person.name.toLowerCase() === wanted.address.toLowerCase())) {
    say(said, 'said bad', `${wanted.address} has access already.`);
    return;
  }
  button.disabled = true;
  say(said, 'said', 'Opening…');
  try {
    const { number } = await post('/api/requests', wanted);
    say(said, 'said', `Pull request #${number} is open. Merge it below and watch what happens.`);
    form.reset();
    suggested = '';
  } catch (refused) {
    say(said, 'said bad', refused.message);
  }
  button.disabled = false;
});

look();
