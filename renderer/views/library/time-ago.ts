/** `5 minutes ago`, `yesterday`, or the date when it is long ago. Both times in milliseconds since 1970. */

import { locale, t } from '../../i18n/t.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONG_AGO = 14 * DAY;

export function timeAgo(then: number, now: number): string {
  const passed = now - then;
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (passed < MINUTE) return t('time.justNow');
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), 'hour');
  if (passed < LONG_AGO) return relative.format(-Math.floor(passed / DAY), 'day');
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(then);
}
