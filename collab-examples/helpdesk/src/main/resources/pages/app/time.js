import { el, say } from './dom.js';

// English like the pages, with twelve or twenty-four hours like the visitor's own clock.
const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', hourCycle });
const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', hour: 'numeric', minute: '2-digit', hourCycle });
const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const dateOfYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short', hourCycle });
const longDay = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
const DAY = 86_400_000;

const midnight = at => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
const daysAgo = at => Math.round((midnight(new Date()) - midnight(at)) / DAY);

export const fullTime = instant => full.format(new Date(instant));

/** As short as it can be and still say when, for lists. */
export function short(instant) {
  const at = new Date(instant);
  const seconds = (Date.now() - at) / 1000;
  if (seconds >= 0 && seconds < 45) return 'now';
  if (seconds >= 0 && seconds < 3600) return `${Math.max(1, Math.round(seconds / 60))} min`;
  const days = daysAgo(at);
  if (days === 0) return clock.format(at);
  if (days > 0 && days < 7) return weekday.format(at).split(/,? /)[0];
  return (at.getFullYear() === new Date().getFullYear() ? date : dateOfYear).format(at);
}

export const timeOfDay = instant => clock.format(new Date(instant));

export function dayName(instant) {
  const days = daysAgo(new Date(instant));
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return longDay.format(new Date(instant));
}

export const sameDay = (one, other) => midnight(new Date(one)) === midnight(new Date(other));

/** A time that keeps itself current. */
export function time(instant, style = short, className = '') {
  return el('time', { class: className, datetime: instant, title: fullTime(instant), data: { style: style.name } }, style(instant));
}

const STYLES = { short, until };
setInterval(() => {
  for (const node of document.querySelectorAll('time[data-style]')) {
    const style = STYLES[node.dataset.style];
    if (style) say(node, style(node.dateTime));
  }
}, 20_000);

/** How long until then. */
export function until(instant) {
  const minutes = Math.ceil((new Date(instant) - Date.now()) / 60_000);
  if (minutes <= 0) return 'over';
  if (minutes < 90) return `${minutes} min left`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h left` : `${Math.round(hours / 24)} days left`;
}

/** Reads an ISO-8601 duration of days and less, in seconds. */
export function seconds(duration) {
  const parts = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration ?? '');
  if (!parts) return undefined;
  const [, minus, days = 0, hours = 0, minutes = 0, rest = 0] = parts;
  return (minus ? -1 : 1) * (days * 86_400 + hours * 3600 + minutes * 60 + Number(rest));
}

/** Says a length of time in words, with at most two units. */
export function long(total) {
  const units = [['day', 86_400], ['h', 3600], ['min', 60], ['s', 1]];
  const said = [];
  let rest = Math.round(total);
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count) said.push(`${count} ${name}${name === 'day' && count > 1 ? 's' : ''}`);
    if (said.length === 2) break;
  }
  return said.join(' ') || '0 s';
}
