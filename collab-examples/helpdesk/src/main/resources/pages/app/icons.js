import { svg } from './dom.js';

// Drawn on a 24 by 24 grid with a stroke in the colour of the text around it.
const PATHS = {
  chat: 'M4 5.5h16v11H9.5L5 20.5v-4H4z',
  mail: 'M3.5 6h17v12h-17z M3.5 6.5l8.5 7 8.5-7',
  lock: 'M6.5 11h11v8.5h-11z M8.5 11V8a3.5 3.5 0 0 1 7 0v3 M12 14.5v2',
  send: 'M4 12L20 4.5 15 20l-3.4-6.4z M11.6 13.6L20 4.5',
  eye: 'M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z M12 9.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2z',
  hidden: 'M4 4l16 16 M9.9 6.3A9.6 9.6 0 0 1 12 6c6 0 9.5 6 9.5 6a17 17 0 0 1-3 3.5 M6.3 8A17 17 0 0 0 2.5 12s3.5 6 9.5 6c1.5 0 2.8-.3 4-.9',
  users: 'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5 M16 4.8a3.5 3.5 0 0 1 0 6.4 M18 14.3c2 .7 3.2 2.5 3.5 5.2',
  user: 'M12 11.5a3.7 3.7 0 1 0 0-7.5 3.7 3.7 0 0 0 0 7.5z M5 20c.5-3.8 3.2-6 7-6s6.5 2.2 7 6',
  plus: 'M12 5v14 M5 12h14',
  close: 'M6 6l12 12 M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  down: 'M6 9.5l6 6 6-6',
  up: 'M6 14.5l6-6 6 6',
  search: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12z M15 15l5 5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z M10 20.5h4',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z M12 11v5.5 M12 7.6v.1',
  alert: 'M12 4l9 15.5H3z M12 10v4.5 M12 17v.1',
  inbox: 'M4 13l2.5-8h11L20 13v6H4z M4 13h4.5l1.5 2.5h4l1.5-2.5H20',
  hand: 'M4 12h11 M11 7l5 5-5 5 M20 5v14',
  swap: 'M4 8.5h14 M14.5 5l3.5 3.5L14.5 12 M20 15.5H6 M9.5 12L6 15.5 9.5 19',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z M12 7.5V12l3 2',
  mute: 'M5 9.5v5h3l4 4v-13l-4 4z M16 9.5l4 5 M20 9.5l-4 5',
  sound: 'M5 9.5v5h3l4 4v-13l-4 4z M15.5 9.5c1.3 1.5 1.3 3.5 0 5 M18 7c2.6 3 2.6 7 0 10',
  bot: 'M5 9h14v10H5z M12 5.5V9 M9 13.5v1.5 M15 13.5v1.5 M12 4.5v.1',
  undo: 'M8 5L4 9l4 4 M4 9h10a5.5 5.5 0 0 1 0 11h-3',
  grid: 'M4 4.5h16v15H4z M4 9.5h16 M4 14.5h16 M9.5 4.5v15 M15 4.5v15',
  chart: 'M4.5 4v16h16 M8.5 16v-5 M13 16V7 M17.5 16v-3',
  gear: 'M12 8.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4z M12 3v2.6 M12 18.4V21 M3 12h2.6 M18.4 12H21 M5.6 5.6l1.9 1.9 M16.5 16.5l1.9 1.9 M18.4 5.6l-1.9 1.9 M7.5 16.5l-1.9 1.9',
  panel: 'M4 5h16v14H4z M14.5 5v14',
  menu: 'M4 7h16 M4 12h16 M4 17h16',
  flag: 'M6 21V4.5 M6 5c4-2 7 2 12 0v9c-5 2-8-2-12 0',
  spark: 'M12 4l1.8 5.2L19 11l-5.2 1.8L12 18l-1.8-5.2L5 11l5.2-1.8z',
  trash: 'M5 7h14 M9.5 7V4.5h5V7 M7 7l1 12.5h8L17 7 M10.5 10.5v6 M13.5 10.5v6',
  arrow: 'M4.5 12h14 M13 6.5l5.5 5.5-5.5 5.5',
  door: 'M6 20V4.5h9V20 M4 20h16 M12 12v1',
};

/** An icon without a name of its own: the text beside it, or the label around it, says what it is. */
export function icon(name, className = '') {
  return svg(
    'svg',
    { class: `icon ${className}`.trim(), viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: PATHS[name] }),
  );
}
