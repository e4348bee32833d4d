/** The picture of the greenhouse in one sentence, for people who do not see it. */

import { locale, t } from '#renderer/i18n/t.ts';
import { clockTime } from './reading.ts';

const RUNNING = ['pumpFlow', 'heaterPower', 'fanSpeed', 'lampPower', 'ventOpening'] as const;
/** Soil moisture, %. */
const THIRSTY = 20;
const WET = 70;

export function greenhouseWords(values: Readonly<Record<string, number>>): string {
  const hour = values['timeOfDay'] ?? 12;
  const soil = values['soilMoisture'] ?? 50;
  const what = [
    soil < THIRSTY ? t('greenhouse.droop') : t('greenhouse.upright'),
    ...(soil > WET ? [t('greenhouse.wet')] : []),
    ...RUNNING.filter((name) => (values[name] ?? 0) > 0).map((name) => t(`greenhouse.${name}`)),
  ];
  const key = hour >= 6 && hour < 18 ? 'greenhouse.byDay' : 'greenhouse.atNight';
  const list = new Intl.ListFormat(locale(), { type: 'unit', style: 'short' });
  return t(key, { time: clockTime(hour), what: list.format(what) });
}
