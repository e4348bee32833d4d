/** What CodeMirror says itself, by its own English words. */

import { t } from '../../i18n/t.ts';

export function editorPhrases(): Readonly<Record<string, string>> {
  return {
    Find: t('find.find'),
    Replace: t('find.replace'),
    next: t('find.next'),
    previous: t('find.previous'),
    all: t('find.all'),
    'match case': t('find.matchCase'),
    regexp: t('find.regexp'),
    'by word': t('find.byWord'),
    replace: t('find.replaceOne'),
    'replace all': t('find.replaceAll'),
    'current match': t('find.currentMatch'),
    'on line': t('find.onLine'),
    close: t('action.close'),
    Completions: t('editor.completions'),
  };
}
