/** One sentence on how a run ended, for the console. */

import type { RunResult } from '#interpreter/device/device.ts';
import { durationWords } from '../i18n/duration-words.ts';
import { t } from '../i18n/t.ts';

export function describeEnd(result: RunResult): string {
  const time = durationWords(result.at);
  switch (result.end) {
    case 'finished':
      return t('run.finished', { time });
    case 'raised':
      return t('run.raised', { time });
    case 'stopped':
      return t('run.stopped', { time });
    case 'time-limit':
      return t('run.timeLimit', { time });
    case 'fault':
      return t('run.fault');
  }
}
